import type { Told } from './rule.ts';

/** Signs that a phone or a word processor writes, and what Python has instead. */
const signs: [signs: string, says: string][] = [
  ['“”„‟«»', 'a curly quotation mark; Python knows only the straight ones, " and \''],
  ['‘’‚‛´`', 'a curly quotation mark; Python knows only the straight ones, " and \''],
  ['–—−‑', 'a dash; the minus sign is the short one, `-`'],
  ['×·', 'no sign of Python’s; `*` multiplies'],
  ['÷', 'no sign of Python’s; `/` divides'],
  ['≠', 'no sign of Python’s; `!=` means “not equal”'],
  ['≤', 'no sign of Python’s; `<=` means “at most”'],
  ['≥', 'no sign of Python’s; `>=` means “at least”'],
  ['…', 'one sign instead of three points'],
  ['€£', 'a currency sign; a number stands without it'],
];

/** Names a sign that Python does not know. */
export const explainSign = ({ quoted: [sign = ''] }: Told) => {
  const says = signs.find(([list]) => list.includes(sign))?.[1];
  return says
    ? `\`${sign}\` is ${says}.`
    : `Python does not know the sign \`${sign}\`. It may stand in a text between quotes.`;
};

/** What other languages write, or haste, by how a line without its texts looks. */
const habits: [line: RegExp, says: string | ((found: RegExpExecArray) => string)][] = [
  [/^\s*else\s+if\b/, 'Python writes “else if” in one word, `elif`.'],
  [/^\s*(elseif|elsif)\b/, 'Python writes “else if” as `elif`.'],
  [/`/, 'A backtick is no sign of Python’s. A text stands between " or \'.'],
  [/&&/, 'For “and” Python has the word `and`, not `&&`.'],
  [/\|\|/, 'For “or” Python has the word `or`, not `||`.'],
  [/!(?!=)/, 'For “not” Python has the word `not`; `!` stands only in `!=`.'],
  [/[$?]/, ([sign]) => `\`${sign}\` is no sign of Python’s.`],
  [
    /^\s*else\s*:\s*$/,
    'No `if`, and no loop, stands right before this `else` with the same indentation.',
  ],
  [/===/, 'To compare two values, write `==`, with two signs.'],
  [/(\w+)\s*\+\+/, ([, name]) => `Python has no \`++\`. One more is \`${name} = ${name} + 1\`.`],
  [/(\w+)\s*--\s*$/, ([, name]) => `Python has no \`--\`. One less is \`${name} = ${name} - 1\`.`],
  [/<>/, 'For “not equal” Python writes `!=`.'],
  [/\{[^}]*=>/, 'In a dictionary, a colon stands between a key and its value.'],
  [/=>/, '`=>` is no sign of Python’s. “At least” is written `>=`.'],
  [/=</, '`=<` is no sign of Python’s. “At most” is written `<=`.'],
  [/^\s*(\/\/|\/\*|--)/, 'A comment begins with `#` in Python.'],
  [/\/\/\s*[a-z]+\s+[a-z]+/i, 'A comment begins with `#` in Python; `//` divides.'],
  [/^\s*(if|elif|while)\b.*\bthen\b/i, 'Python has no `then`: a colon ends the condition.'],
  [/^\s*for\s*\(|^\s*for\s+\w+\s+of\b/, 'A loop reads `for item in items:`.'],
  [/^\s*function\s+\w+\s*\(/, 'A function begins with `def`, as in `def share(limit):`.'],
  [
    /^\s*(let|var|const|int|float|str)\s+\w+\s*=/,
    'A name needs no word before it: `total = 0` is enough.',
  ],
  [
    /^\s*select\s+[\w*]|=\s*select\s+[\w*]/i,
    'This reads like SQL. Here Python is asked, and it has no SELECT.',
  ],
  [
    /\b(and|or)\s*(<|>|==|!=)/,
    ([, word]) =>
      `A whole comparison must follow \`${word}\`, with its left side: \`x > 3 ${word} x < 5\`.`,
  ],
  [/\bis\s+not\s+in\b/, '“Is not in” is written `not in`.'],
  [
    /^\s*(?:for\s+)?(and|as|assert|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield)\s*=(?!=)/,
    ([, word]) => `\`${word}\` is a word of Python’s own and cannot be the name of a value.`,
  ],
  [
    /^\s*(elif|if|while)\s*:/,
    ([, word]) => `A condition must stand between \`${word}\` and the colon.`,
  ],
  [/\w%\s*$/, '`%` does not mean percent in Python. It gives the rest of a division.'],
  [
    /(\+|-|\*|\/|=|<|>|\band|\bor|\bnot)\s*:?\s*$/,
    ([, sign]) => `Something must follow \`${sign}\`, and the line ends there.`,
  ],
];

/** Finds what other languages write in a line that Python cannot read. */
export const explainHabit = ({ bare }: Told) => {
  for (const [pattern, says] of habits) {
    const found = pattern.exec(bare);
    if (found) return typeof says === 'string' ? says : says(found);
  }
  return undefined;
};
