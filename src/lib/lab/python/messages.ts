import { nameRules } from './explain/names.ts';
import { toBare } from './explain/rule.ts';
import type { Rule } from './explain/rule.ts';
import { syntaxRules } from './explain/syntax.ts';
import { typeRules } from './explain/types.ts';
import { valueRules } from './explain/values.ts';
import type { PythonError } from './observation.ts';

/**
 * The errors that beginners meet; the first rule that fits and knows something explains it.
 * Types: https://docs.python.org/3/library/exceptions.html
 */
const rules: Rule[] = [
  ...syntaxRules,
  ...nameRules,
  ...typeRules,
  ...valueRules,
  [
    'AssertionError',
    /./,
    ({ message }) =>
      `An assertion stopped the script, as it should when its condition is false: ${message}.`,
  ],
  [
    'AssertionError',
    /^$/,
    () =>
      'An assertion stopped the script: its condition is false here. Print the values that it compares.',
  ],
  [
    'RuntimeError',
    /changed size during iteration/,
    () =>
      'A loop goes through this collection, and changes it on the way. Go through `list(…)` of it.',
  ],
  [
    'RecursionError',
    /./,
    () => 'Functions call one another, or themselves, too many times: nothing ends it.',
  ],
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
  ['TooManyItems', /./, ({ message }) => `The value cannot be looked at: ${message}.`],
];

/** Says in plain words what an error of a script means; code stands in backquotes. */
export function explainPython({ type, message, lines, names = [] }: PythonError): string {
  const line = lines.at(-1)?.text ?? '';
  const quoted = [...message.matchAll(/(?<!\w)'([^']*)'/g)].map(([, text = '']) => text);
  const told = { message, quoted, line, bare: toBare(line), names };
  for (const [name, pattern, explain] of rules) {
    const says = name === type && pattern.test(message) ? explain(told) : undefined;
    if (says) return says;
  }
  if (/^\s*raise\b/.test(told.bare))
    return `The script stops itself here, with \`raise\`: ${type}.`;
  return `Python says: ${[type, message].filter(Boolean).join(': ').replace(/\.$/, '')}.`;
}
