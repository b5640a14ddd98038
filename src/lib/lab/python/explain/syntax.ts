import { explainHabit, explainSign } from './habits.ts';
import { code, guess } from './rule.ts';
import type { Rule, Told } from './rule.ts';

const comparing = 'One = gives a value to a name; to compare two values, write ==.';

const isCondition = (bare: string) => /^\s*(if|elif|while|assert)\b/.test(bare);

const sides: Record<string, string> = {
  expression: 'a calculation',
  'function call': 'a call of a function',
  literal: 'a value',
  comparison: 'a comparison',
};

/** `cost / texts = average`: the sides may be the wrong way round. */
function explainSides({ bare, message }: Told): string {
  if (isCondition(bare)) return comparing;
  const [, left = '', right = ''] = /^([^=]+)=([^=]+)$/.exec(bare) ?? [];
  if (/^\s*[a-z_]\w*\s*$/i.test(right)) {
    return `To the left of = stands the name that gets a value, to the right the calculation. Here it is the other way round: \`${right.trim()}\` belongs on the left.`;
  }
  const what = Object.keys(sides).find((kind) => message.includes(`to ${kind} here`));
  return left.trim()
    ? `To the left of = must stand the name that gets a value${what ? `; here it is ${sides[what]}` : ''}. If you mean to compare, write ==.`
    : comparing;
}

/** The errors that stop a script before it begins, by what Python says. */
export const syntaxRules: Rule[] = [
  [
    'IndentationError',
    /expected an indented block/,
    ({ message }) => {
      const line = /on line (\d+)/.exec(message)?.[1];
      return `${line ? `Line ${line}` : 'The line above'} opens a block with its colon, so the next line of code must be indented.`;
    },
  ],
  [
    'IndentationError',
    /unexpected indent/,
    () => 'This line is indented, and the line of code before it does not open a block.',
  ],
  [
    'IndentationError',
    /unindent/,
    () => 'This line is indented less than its block and more than what is around it.',
  ],
  ['TabError', /./, () => 'Tabs and spaces are mixed. Use four spaces for each step.'],
  ['SyntaxError', /^invalid character/, explainSign],
  [
    'SyntaxError',
    /^invalid non-printable character/,
    () =>
      'An invisible sign stands in this line, often a space copied from a page. Delete the spaces and type them anew.',
  ],
  [
    'SyntaxError',
    /line continuation character/,
    () => 'Outside a text, a backslash can only end a line. `/` divides.',
  ],
  [
    'SyntaxError',
    /unterminated .*triple-quoted/,
    () => 'A text that begins with three quotation marks must end with three.',
  ],
  [
    'SyntaxError',
    /unterminated .*string/,
    ({ line }) =>
      `A quotation mark in this line has no partner.${/\w'\w/.test(line) ? ' A text with an apostrophe stands between double ones: "it\'s".' : ''}`,
  ],
  [
    'SyntaxError',
    /was never closed/,
    ({ quoted }) =>
      `The bracket ${code(quoted[0], 'opened here')} is opened here and never closed.`,
  ],
  [
    'SyntaxError',
    /does not match opening/,
    ({ quoted: [closing, opening] }) =>
      `A bracket was opened with \`${opening}\`, and \`${closing}\` is to close it.`,
  ],
  [
    'SyntaxError',
    /unmatched/,
    ({ quoted }) => `${code(quoted[0], 'This bracket')} closes a bracket that was not opened.`,
  ],
  [
    'SyntaxError',
    /Missing parentheses in call to 'print'/,
    () => 'What print shows goes into brackets, as in print(total).',
  ],
  [
    'SyntaxError',
    /expecting '}'/,
    () => 'In this f-string a { has no } after its name, or more than a name stands between them.',
  ],
  [
    'SyntaxError',
    /valid expression required before/,
    () => 'In this f-string something must stand between { and }.',
  ],
  ['SyntaxError', /invalid syntax|expected ':'|'=='|^cannot assign/, explainHabit],
  [
    'SyntaxError',
    /^cannot assign to (True|False|None)/,
    ({ message }) => `\`${message.split(' ').at(-1)}\` is a value of Python’s own, and no name.`,
  ],
  ['SyntaxError', /^cannot assign to/, explainSides],
  [
    'SyntaxError',
    /Maybe you meant '=='/,
    ({ bare }) => (isCondition(bare) ? comparing : undefined),
  ],
  [
    'SyntaxError',
    /Maybe you meant '=='/,
    () =>
      'Here a single = cannot stand. It gives a value to a name, at the beginning of a line; == compares two values.',
  ],
  [
    'SyntaxError',
    /':' expected after dictionary key/,
    () => 'In a dictionary, each key is followed by a colon and its value.',
  ],
  [
    'SyntaxError',
    /expected ':'/,
    ({ bare }) =>
      bare.includes(':')
        ? 'Python expects the colon earlier in this line: something stands before it that does not belong there.'
        : 'A colon is missing at the end of this line: it opens a block.',
  ],
  [
    'SyntaxError',
    /expected '\('/,
    () =>
      'Round brackets follow the name of a function, even if nothing stands in them: `def total():`.',
  ],
  [
    'SyntaxError',
    /Did you mean '/,
    ({ message }) =>
      `Python cannot read this line. It guesses that one word of it should be \`${guess(message)}\`.`,
  ],
  [
    'SyntaxError',
    /Perhaps you forgot a comma/,
    () =>
      'In brackets, two values stand side by side with nothing between them. Python guesses at a comma; in a dictionary it can be a colon, elsewhere a sign such as +.',
  ],
  [
    'SyntaxError',
    /'return' outside function/,
    () => '`return` stands only inside a function, indented under its `def`.',
  ],
  [
    'SyntaxError',
    /'(break|continue)'.*loop/,
    ({ quoted }) => `${code(quoted[0], 'This')} stands only inside a loop, indented under it.`,
  ],
  ['SyntaxError', /leading zeros/, () => 'A whole number does not begin with 0 in Python.'],
  [
    'SyntaxError',
    /invalid decimal literal/,
    () =>
      'A number is followed at once by letters. A name cannot begin with a digit; a unit does not belong to a number.',
  ],
  [
    'SyntaxError',
    /expected 'except'/,
    () => 'The block under `try:` has ended, and no `except` follows it.',
  ],
  [
    'SyntaxError',
    /expected 'else' after 'if'/,
    () => 'A value with a condition has two cases: `"long" if hours > 48 else "short"`.',
  ],
  [
    'SyntaxError',
    /positional argument follows keyword/,
    () =>
      'In the brackets of a call, values without a name come first, those with `name=` after them.',
  ],
  [
    'SyntaxError',
    /^invalid syntax/,
    ({ bare }) =>
      // One = among the conditions, outside of brackets, in which it hands a value over by name.
      /\b(if|elif|while|assert)\b.*[^=!<>]=(?!=)/.test(bare.replaceAll(/\([^()]*\)/g, '()'))
        ? comparing
        : undefined,
  ],
  [
    'SyntaxError',
    /./,
    ({ message }) =>
      message === 'invalid syntax'
        ? 'Python cannot read this line. Something is missing or too much in it or just before it: a sign, a quotation mark, a bracket, a comma.'
        : `Python cannot read this line: ${message.replace(/[.?]$/, '')}.`,
  ],
];
