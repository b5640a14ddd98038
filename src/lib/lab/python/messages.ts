import type { PythonError } from './observation.ts';

type Explain = (quoted: string[], message: string) => string;

const name = (quoted: string[], otherwise: string) => (quoted[0] ? `\`${quoted[0]}\`` : otherwise);

/**
 * The errors that beginners meet, by type and by what Python says; the first that fits explains it.
 * Types: https://docs.python.org/3/library/exceptions.html
 */
const explanations: [type: string, message: RegExp, explain: Explain][] = [
  [
    'NameError',
    /Did you mean/,
    ([given, meant]) =>
      `Nothing has the name \`${given}\`; there is \`${meant}\`. Python tells capitals from small letters.`,
  ],
  [
    'NameError',
    /./,
    (quoted) =>
      `Nothing has the name ${name(quoted, 'used here')} yet. A name exists once a line above has given it a value; text needs quotes.`,
  ],
  [
    'UnboundLocalError',
    /./,
    (quoted) =>
      `The function gives ${name(quoted, 'this name')} a value somewhere, so it is its own name there, and here it has none yet.`,
  ],
  [
    'IndentationError',
    /unexpected indent/,
    () => 'This line is indented further than the one before it, and nothing opened a block.',
  ],
  [
    'IndentationError',
    /unindent/,
    () => 'This line is indented less than its block and more than what is around it.',
  ],
  [
    'IndentationError',
    /./,
    () =>
      'After a line that ends with a colon, at least one indented line must follow: that is the block.',
  ],
  ['TabError', /./, () => 'Tabs and spaces are mixed. Use four spaces for each step.'],
  [
    'SyntaxError',
    /expected ':'/,
    () => 'A colon is missing at the end of this line: it opens a block.',
  ],
  [
    'SyntaxError',
    /unterminated .*string/,
    () => 'A text begins here and its closing quote is missing.',
  ],
  [
    'SyntaxError',
    /was never closed/,
    (quoted) => `The bracket ${name(quoted, 'opened here')} is never closed.`,
  ],
  [
    'SyntaxError',
    /unmatched|does not match/,
    (quoted) => `The bracket ${name(quoted, 'here')} closes something that was not opened.`,
  ],
  [
    'SyntaxError',
    /Maybe you meant '=='/,
    () => 'One = gives a value to a name; to compare two values, write ==.',
  ],
  [
    'SyntaxError',
    /Missing parentheses in call to 'print'/,
    () => 'What print shows goes into brackets: print(total).',
  ],
  [
    'SyntaxError',
    /./,
    () =>
      'Python cannot read this line. Look at it and at the one before: often a bracket, a quote, a comma or a colon is missing.',
  ],
  [
    'TypeError',
    /can only concatenate str|unsupported operand.*'str'/,
    () =>
      'Text and a number cannot be added. Turn the text into a number with int() or float(), or the number into text with str().',
  ],
  [
    'TypeError',
    /NoneType.*not (subscriptable|iterable)|'NoneType'/,
    () =>
      'Here stands None, the value of “nothing”. Often a function without return, or list.sort(), gave it.',
  ],
  [
    'TypeError',
    /missing \d+ required positional argument/,
    (quoted) =>
      `The function needs more than it is given here: ${name(quoted, 'a value')} is missing.`,
  ],
  [
    'TypeError',
    /takes .* positional arguments? but/,
    () => 'The function is given more values than it takes.',
  ],
  [
    'TypeError',
    /not subscriptable/,
    () => 'Square brackets ask a list, a dictionary or a text for a part; this value has no parts.',
  ],
  [
    'TypeError',
    /not iterable/,
    () => 'A loop goes through something with many items; this value is only one.',
  ],
  [
    'TypeError',
    /not callable/,
    () =>
      'Round brackets after a name call a function; this name holds a value. Perhaps a variable has taken the function’s name, or a comma is missing.',
  ],
  [
    'TypeError',
    /./,
    (_, message) => `These values are of the wrong type for this step: ${message}.`,
  ],
  [
    'ValueError',
    /could not convert string to float: ''|invalid literal for int\(\) with base 10: ''/,
    () =>
      'An empty text cannot become a number. Some row has nothing in this field; decide what that should mean.',
  ],
  [
    'ValueError',
    /could not convert string to float|invalid literal for int/,
    (quoted) =>
      `The text ${name(quoted.slice(-1), 'here')} cannot become a number as it stands. Look for a comma instead of a point, a currency sign or a space.`,
  ],
  [
    'ValueError',
    /(not enough|too many) values to unpack/,
    () => 'The left side of = has another number of names than the right side has values.',
  ],
  ['ValueError', /./, (_, message) => `The type is right, the value is not: ${message}.`],
  [
    'KeyError',
    /./,
    (quoted) =>
      `The dictionary has no key ${name(quoted, 'of this name')}. Print its keys and compare the spelling; dict.get() gives a value for missing keys.`,
  ],
  [
    'IndexError',
    /./,
    () =>
      'The list is shorter than that. The first item has the place 0, the last one the length minus 1.',
  ],
  [
    'AttributeError',
    /NoneType/,
    () => 'Something before the dot is None: the step that should have given a value gave nothing.',
  ],
  [
    'AttributeError',
    /./,
    (quoted) =>
      `A value of type ${name(quoted, 'this kind')} has no ${quoted[1] ? `\`${quoted[1]}\`` : 'such part'}. Check the spelling after the dot, and what type the value really has.`,
  ],
  [
    'ModuleNotFoundError',
    /./,
    (quoted) =>
      `There is no module ${name(quoted, 'of this name')} here. The lab has Python’s standard library and \`chart\`.`,
  ],
  [
    'ImportError',
    /./,
    (quoted) => `The module has nothing called ${name(quoted, 'this')}. Check the spelling.`,
  ],
  [
    'FileNotFoundError',
    /./,
    (quoted) =>
      `There is no file ${name(quoted.slice(-1), 'of this name')}. The exercise names its files; capitals count.`,
  ],
  [
    'ZeroDivisionError',
    /./,
    () =>
      'Something is divided by zero. Decide first what should happen when there is nothing to divide by.',
  ],
  [
    'AssertionError',
    /./,
    (_, message) =>
      `An assertion stopped the script, as it should when its condition is false: ${message}.`,
  ],
  [
    'AssertionError',
    /^$/,
    () =>
      'An assertion stopped the script: its condition is false here. Print the values that it compares.',
  ],
  ['RecursionError', /./, () => 'A function calls itself without an end.'],
  [
    'NoKeyboard',
    /^/,
    () =>
      'input() waits for a keyboard, and a script here has none. Give the value to a name instead, as in name = "Maré Fisio".',
  ],
  [
    'TooMuchOutput',
    /^/,
    () =>
      'The script printed more than 100,000 characters and was stopped. Does a loop go on for ever?',
  ],
];

/** Says in one plain sentence what an error of a script means; code stands in backquotes. */
export function explainPython({ type, message }: PythonError): string {
  const quoted = [...message.matchAll(/'([^']*)'/g)].map(([, text = '']) => text);
  const found = explanations.find(([name, pattern]) => name === type && pattern.test(message));
  return found ? found[2](quoted, message) : `Python says: ${type}: ${message}.`;
}
