/** One statement of a script, and where it starts in it. */
export interface Statement {
  text: string;
  /** Offset in the script. */
  at: number;
}

/** What a statement does, as far as running it must know. */
export type StatementKind = 'rows' | 'plan' | 'transaction' | 'other';

/**
 * Texts, names and dollar quotes, in which a semicolon means nothing, else one character.
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html
 */
const token =
  /(?<![\w$\u0080-\uffff])(?:e'(?:[^'\\]|\\[^]|'')*(?:'|$)|\$((?:[a-z_\u0080-\uffff][\w\u0080-\uffff]*)?)\$[^]*?(?:\$\1\$|$))|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|[^]/iy;

/** Splits a script at its semicolons. What holds nothing but space and comments is left out. */
export function splitStatements(script: string): Statement[] {
  const statements: Statement[] = [];
  let start = skipBlank(script, 0);
  for (let at = start; start < script.length;) {
    if (at === script.length || script[at] === ';') {
      if (at > start) statements.push({ text: script.slice(start, at).trim(), at: start });
      at = start = skipBlank(script, at + 1);
      continue;
    }
    const next = skipBlank(script, at);
    token.lastIndex = at;
    at = next > at ? next : at + token.exec(script)![0].length;
  }
  return statements;
}

/** The place after the space and the comments that start at a place. */
function skipBlank(script: string, from: number): number {
  const blank = /\s+|--.*|\/\*/y;
  for (let at = from; ; at = blank.lastIndex) {
    blank.lastIndex = at;
    const [found] = blank.exec(script) ?? [];
    if (found === undefined) return Math.min(at, script.length);
    if (found === '/*') blank.lastIndex = skipComment(script, at);
  }
}

/** The place after a comment, in which others may be nested. */
function skipComment(script: string, from: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = from;
  for (let depth = 0; ;) {
    const [found] = mark.exec(script) ?? [];
    if (found === undefined) return script.length;
    depth += found === '/*' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
}

/** Tells from its first word what a statement does. */
export function kindOf({ text }: Statement): StatementKind {
  let at = skipBlank(text, 0);
  while (text[at] === '(') at = skipBlank(text, at + 1);
  const word = /^[a-z]+/i.exec(text.slice(at))?.[0].toLowerCase() ?? '';
  if (['select', 'with', 'values', 'table'].includes(word)) return 'rows';
  if (word === 'explain') return 'plan';
  const controls = ['begin', 'start', 'commit', 'end', 'rollback', 'abort', 'savepoint', 'release'];
  return controls.includes(word) ? 'transaction' : 'other';
}
