import { python } from '@codemirror/lang-python';
import { indentUnit } from '@codemirror/language';
import type { Extension } from '@codemirror/state';

/** Python for the editor: colors, indentation by four spaces, and the names that a script has used. */
export const pythonLanguage: Extension = [python(), indentUnit.of('    ')];
