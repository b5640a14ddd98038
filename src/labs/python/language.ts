import { python } from '@codemirror/lang-python';
import { indentUnit } from '@codemirror/language';

/** Python for the editor: colors, indentation by four spaces, and the names that a script has used. */
export const pythonLanguage = [python(), indentUnit.of('    ')];
