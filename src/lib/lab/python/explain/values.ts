import { code, toNumber } from './rule.ts';
import type { Rule, Told } from './rule.ts';

/** A text that int() or float() could not read. */
function explainText({ message }: Told): string {
  const text = /: (['"])(.*)\1$/s.exec(message)?.[2] ?? '';
  const isInt = message.includes('int()');
  const given = `The text \`${text}\` cannot become a number`;
  if (text.trim() === '') {
    return 'An empty text cannot become a number. In a file, that is a field with nothing in it; decide what that should mean.';
  }
  if (isInt && /^\s*[+-]?\d*\.\d*\s*$/.test(text)) {
    return `int() reads whole numbers only, and \`${text}\` has decimals: use float().`;
  }
  if (!/\d/.test(text))
    return `The text \`${text}\` is no number. Decide what such a field should mean.`;
  const sign = /[€$£%]/.exec(text)?.[0];
  if (sign) {
    return `${given} with the sign \`${sign}\`: take it away first, with \`.replace("${sign}", "")\`.${text.includes(',') ? ' Python wants a point for decimals, and no comma.' : ''}`;
  }
  if (/^\s*[+-]?[\d.]*\d(,\d+)+(\.\d+)?\s*$/.test(text)) {
    return `${given} with a comma. Python writes decimals with a point and thousands without a sign; \`.replace()\` can mend it.`;
  }
  if (/\d\s+\d/.test(text)) return `${given} with a space inside.`;
  return `${given}: more than a number stands in it.`;
}

function explainUnpack({ message, bare }: Told): string {
  const [, needs, has] = /expected (?:at least )?(\d+)(?:, got (\d+))?/.exec(message) ?? [];
  const lead = `${needs} names are to get a value each, and there ${has === '1' ? 'is 1 value' : `are ${has ?? 'more'} values`}.`;
  return /^\s*for\b/.test(bare)
    ? `${lead} If this loop goes through a dictionary, \`.items()\` gives pairs.`
    : lead;
}

/** Errors about what values hold, and how many there are. */
export const valueRules: Rule[] = [
  ['ValueError', /could not convert string to float|invalid literal for int/, explainText],
  ['ValueError', /values to unpack/, explainUnpack],
  [
    'ValueError',
    /closed file/,
    () =>
      'The file is closed: the block under `with open(…)` has ended. Read it inside, as in `rows = list(csv.DictReader(file))`.',
  ],
  [
    'ValueError',
    /Invalid isoformat string/,
    ({ quoted }) =>
      `${code(quoted[0], 'The text')} is no date in the form 2026-02-13. \`strptime\` reads other forms.`,
  ],
  [
    'ValueError',
    /does not match format/,
    ({ quoted: [text, form] }) =>
      `The text \`${text}\` does not have the form \`${form}\`: compare them sign by sign.`,
  ],
  [
    'ValueError',
    /argument is empty|empty sequence/,
    () => 'Among no values there is no largest or smallest one: the list is empty here.',
  ],
  [
    'ValueError',
    /Unknown format code '\w' for object of type 'str'/,
    () =>
      `The form after the colon in { } is for numbers, and the value is a text. ${toNumber} first.`,
  ],
  [
    'ValueError',
    /./,
    ({ message, bare }) =>
      /^\s*raise\b/.test(bare)
        ? `The script stops itself here, with \`raise\`: ${message}.`
        : `Python cannot go on with this value: ${message.replace(/\.$/, '')}.`,
  ],
  [
    'IndexError',
    /assignment index out of range/,
    () => 'The list has no such place yet. `.append()` adds an item at its end.',
  ],
  [
    'IndexError',
    /^(list|string|tuple) index out of range/,
    ({ message }) =>
      `The ${message.startsWith('string') ? 'text' : message.split(' ')[0]} is shorter than that. The first item has the place 0, the last one the length minus 1.`,
  ],
  ['StatisticsError', /./, ({ message }) => `There are too few values for this: ${message}.`],
  ['JSONDecodeError', /./, ({ message }) => `This text is not JSON: ${message}.`],
  [
    'ZeroDivisionError',
    /./,
    () =>
      'Something is divided by zero. Decide first what should happen when there is nothing to divide by.',
  ],
];
