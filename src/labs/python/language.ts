import { python } from '@codemirror/lang-python';

/** Python for the editor: colors, indentation, and the names that a script has used. */
export const pythonLanguage = python();
