/** A word, a text, a sign: what PostgreSQL's own scanner takes as one. Spaces and comments are none. */
export interface Token {
  /** A `name` stands in double quotes, a `text` in single ones or between dollars. */
  kind: 'word' | 'name' | 'text' | 'number' | 'operator' | 'sign';
  text: string;
  /** Offset in the script. */
  at: number;
}

const patterns: [kind: Token['kind'], pattern: RegExp][] = [
  [
    'text',
    /[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)|'(?:[^']|'')*(?:'|$)|\$((?:[a-z_\u0080-\uffff][\w\u0080-\uffff]*)?)\$[\s\S]*?(?:\$\1\$|$)/iy,
  ],
  ['name', /"(?:[^"]|"")*(?:"|$)/y],
  // Every character beyond ASCII counts as a letter, a curly quote and a no-break space too.
  ['word', /[a-z_\u0080-\uffff][\w$\u0080-\uffff]*/iy],
  ['number', /(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy],
  ['operator', /::|(?:(?!--|\/\*)[+\-*/<>=~!@#%^&|?`])+/y],
  ['sign', /[\s\S]/y],
];

/** Splits a script into its tokens. */
export function toTokens(script: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < script.length) {
    const skipped = lengthOfSpace(script, at);
    if (skipped > 0) {
      at += skipped;
      continue;
    }
    const token = readToken(script, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function readToken(script: string, at: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(script);
    if (found) return { kind, text: found[0], at };
  }
  throw new Error('Every character is a sign, if nothing else.');
}

/** Space, a comment to the end of the line, or one between its marks, which may hold others. */
function lengthOfSpace(script: string, at: number): number {
  const simple = /[ \t\r\n\f\v]+|--[^\r\n]*/y;
  simple.lastIndex = at;
  const found = simple.exec(script);
  if (found) return found[0].length;
  if (!script.startsWith('/*', at)) return 0;
  const marks = /\/\*|\*\//g;
  marks.lastIndex = at;
  let depth = 0;
  for (let mark = marks.exec(script); mark; mark = marks.exec(script)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) return marks.lastIndex - at;
  }
  return script.length - at;
}
