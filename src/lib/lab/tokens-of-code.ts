/** A piece of code, and the color group that it belongs to. */
export interface Token {
  kind: 'keyword' | 'string' | 'number' | 'comment' | 'plain';
  text: string;
}

export type Language = 'sql' | 'python';

const words: Record<Language, string> = {
  sql: 'all and as asc between by case cross desc distinct else end except exists extract false fetch filter first from full group having ilike in inner intersect interval is join last lateral left like limit natural not null nulls offset on or order outer over partition right rows select similar then true union using values when where window with',
  python:
    'False None True and as assert break class continue def del elif else except finally for from global if import in is lambda not or pass raise return try while with yield',
};

const comments: Record<Language, string> = { sql: '--.*|/\\*[^]*?(?:\\*/|$)', python: '#.*' };

const toPattern = (language: Language): RegExp =>
  new RegExp(
    [
      `(?<comment>${comments[language]})`,
      `(?<string>"""[^]*?"""|'(?:\\\\.|[^'\\n])*'?|"(?:\\\\.|[^"\\n])*"?)`,
      '(?<number>(?<![\\w.])\\d[\\d_]*(?:\\.\\d+)?)',
      `(?<keyword>(?<!\\w)(?:${words[language].replaceAll(' ', '|')})(?!\\w))`,
    ].join('|'),
    language === 'sql' ? 'gi' : 'g',
  );

/**
 * Cuts code into pieces for its colors, as far as these few groups need it: the editor, which knows
 * the language, comes when somebody is about to type. The pieces together are the code.
 */
export function toTokens(code: string, language: Language): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const add = (kind: Token['kind'], text: string) => {
    if (text) tokens.push({ kind, text });
  };
  for (const { 0: text, index, groups = {} } of code.matchAll(toPattern(language))) {
    add('plain', code.slice(at, index));
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined);
    add(kind as Token['kind'], text);
    at = index + text.length;
  }
  add('plain', code.slice(at));
  return tokens;
}
