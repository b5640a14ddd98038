import { toTokens } from './tokens.ts';

/** One statement of a script, and where it starts in it. */
export interface Statement {
  text: string;
  /** Offset in the script. */
  at: number;
}

/** What a statement does, as far as running it must know. */
export type StatementKind = 'rows' | 'plan' | 'transaction' | 'other';

/** Splits a script at its semicolons. What holds nothing but space and comments is left out. */
export function splitStatements(script: string): Statement[] {
  const statements: Statement[] = [];
  let start: number | undefined;
  const close = (end: number) => {
    if (start !== undefined) statements.push({ text: script.slice(start, end).trim(), at: start });
    start = undefined;
  };
  for (const { text, at } of toTokens(script)) {
    if (text === ';') close(at);
    else start ??= at;
  }
  close(script.length);
  return statements;
}

/** Tells from its first word what a statement does. */
export function kindOf({ text }: Statement): StatementKind {
  const word =
    toTokens(text)
      .find((token) => token.text !== '(')
      ?.text.toLowerCase() ?? '';
  if (['select', 'with', 'values', 'table'].includes(word)) return 'rows';
  if (word === 'explain') return 'plan';
  const controls = ['begin', 'start', 'commit', 'end', 'rollback', 'abort', 'savepoint', 'release'];
  return controls.includes(word) ? 'transaction' : 'other';
}
