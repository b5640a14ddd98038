import type { Rule } from './rule.ts';

/** Characters that nobody means in a query, by what they look like. */
const strangers: [characters: string, name: string, instead: string][] = [
  ['‘’‚‛′', 'a curly quote', "a straight one, `'`"],
  ['´', 'an acute accent', "a straight quote, `'`"],
  ['“”„‟«»″', 'a curly double quote', "a straight single one around texts, `'`"],
  [
    '\u00a0\u2002\u2003\u2007\u2009\u202f\u3000',
    'a space of another kind (it does not break)',
    'an ordinary space',
  ],
  [
    '\u200b\u200c\u200d\u2060\ufeff',
    'a character that cannot be seen',
    'nothing: delete it and the letters beside it',
  ],
  ['–—−', 'a dash', 'the minus of the keyboard, `-`'],
  ['×', 'a multiplication sign', '`*`'],
  ['÷', 'a division sign', '`/`'],
  ['≠', 'one sign', '`<>`'],
  ['≤', 'one sign', '`<=`'],
  ['≥', 'one sign', '`>=`'],
  ['，', 'a wide comma', '`,`'],
  ['；', 'a wide semicolon', '`;`'],
  ['（）', 'a wide bracket', 'an ordinary one'],
  ['＝', 'a wide equals sign', '`=`'],
  ['…', 'a sign for three dots', 'what is meant'],
];

/** Characters of a word processor or of a phone, outside texts, where PostgreSQL takes them for letters. */
export const explainCharacter: Rule = ({ tokens }) => {
  for (const { kind, text, at } of tokens) {
    if (kind === 'text' || kind === 'name') continue;
    for (const [step, character] of [...text].entries()) {
      const stranger = strangers.find(([characters]) => characters.includes(character));
      if (!stranger) continue;
      const shown = character.trim() ? `\`${character}\`, ` : '';
      return {
        says: `Here stands ${shown}${stranger[1]} from a phone or a word processor. PostgreSQL takes it for a letter. Type ${stranger[2]}.`,
        at: at + [...text].slice(0, step).join('').length,
      };
    }
  }
  return undefined;
};

/** Marks that other databases put around names. */
export const explainMark: Rule = ({ tokens }) => {
  const place = tokens.findIndex(({ kind, text }) => kind === 'operator' && text.includes('`'));
  if (place >= 0) {
    const name = tokens[place + 1]?.text ?? 'name';
    return {
      says: `PostgreSQL knows no backticks. Names stand bare, \`${name}\`, and texts in single quotes, \`'${name}'\`.`,
      at: tokens[place]!.at,
    };
  }
  return undefined;
};

/** A quote that opens and does not close. */
export const explainQuote: Rule = (spot) => {
  const { message } = spot.error;
  if (message.startsWith('unterminated quoted identifier'))
    return "A double quote opens a name here, and none closes it. Texts stand in single quotes: `'solo'`.";
  if (message.startsWith('unterminated quoted string')) {
    const mark = /[‘’´`]/.exec(spot.text())?.[0];
    const looks = mark ? ` \`${mark}\` looks like one and is not.` : '';
    return `A text opens with a single quote here, and none closes it.${looks} An apostrophe in a text is written twice: \`'it''s'\`.`;
  }
  if (message.startsWith('unterminated /*'))
    return 'The comment that opens with `/*` never closes with `*/`.';
  if (spot.kind(-1) === 'text' && spot.isAdjacent && spot.kind() !== 'sign')
    return {
      says: `The text ends before \`${spot.text()}\`. An apostrophe in a text is written twice, \`'O''Brien'\`; or a quote is missing further up.`,
      at: spot.at(),
    };
  return undefined;
};
