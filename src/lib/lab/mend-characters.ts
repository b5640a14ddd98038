const single = '‘’‚‛′';
const double = '“”„‟″';

/** Spaces that do not break, or do not show. */
const spaces: readonly (readonly [RegExp, string])[] = [
  [/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
  [/[\u200b\u2060\ufeff]/g, ''],
];

/** A string between straight quotes, or a comment: what stands in it is meant as it is. */
const meant = (comment: string) =>
  String.raw`"""[^]*?"""|'''[^]*?'''|'(?:\\'|[^'\n])*'|"(?:\\"|[^"\n])*"|${comment}[^\n]*`;

const toStraight = (text: string): string =>
  text.replace(new RegExp(`[${double}]`, 'g'), '"').replace(new RegExp(`[${single}]`, 'g'), "'");

/**
 * Puts plain characters in place of those that a phone or a word processor has set, and that no
 * language of the course knows: curly quotes around strings, no-break spaces, spaces without width.
 * Inside a string a curly quote stays: it may be a letter of a name, as in 'Mwende’s Math Club'.
 *
 * @param text - what is pasted or typed.
 * @param before - the code that it goes behind.
 * @param comment - what begins a comment: `--` in SQL, `#` in Python.
 */
export function mendCharacters(text: string, before: string, comment: '--' | '#'): string {
  const spaced = spaces.reduce((mended, [pattern, plain]) => mended.replace(pattern, plain), text);
  // A single character is a key that was pressed; the phone made it curly.
  if ([...spaced].length === 1) return toStraight(spaced);
  const isWithinString = /['"]/.test(before.replace(new RegExp(meant(comment), 'g'), ''));
  if (isWithinString) return spaced;
  const curly = [
    `[${single}](?<body>[^\\n${single}']*(?:[${single}](?=[\\p{L}\\p{N}])[^\\n${single}']*)*)[${single}']`,
    `[${double}](?<said>[^\\n${double}"]*)[${double}"]`,
  ];
  return spaced.replace(
    new RegExp([meant(comment), ...curly].join('|') + `|[${single}${double}]`, 'gu'),
    (whole: string, ...rest: unknown[]) => {
      const { body, said } = rest.at(-1) as { body?: string; said?: string };
      if (body !== undefined) return `'${body}'`;
      if (said !== undefined) return `"${said}"`;
      return whole.length === 1 ? toStraight(whole) : whole;
    },
  );
}
