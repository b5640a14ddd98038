/** What is known of an error when it is explained. */
export interface Told {
  /** What Python says, its own suggestion included. */
  message: string;
  /** What Python quotes in it, without the quotes. */
  quoted: string[];
  /** The learner's line at which it stopped. */
  line: string;
  /** The same without what stands in quotes and after `#`. */
  bare: string;
  /** The names that a dictionary or the folder has instead. */
  names: string[];
}

/**
 * An error that beginners meet: its type, what Python says, and what that means, in plain words. Where
 * the explanation is undefined, the next rule is asked.
 */
export type Rule = [type: string, message: RegExp, explain: (told: Told) => string | undefined];

const kinds: Record<string, string> = {
  str: 'a text',
  int: 'a whole number',
  float: 'a number with decimals',
  bool: 'True or False',
  NoneType: 'None',
  list: 'a list',
  dict: 'a dictionary',
  tuple: 'a tuple',
  set: 'a set',
  function: 'a function',
  builtin_function_or_method: 'a function',
  method: 'a function',
  type: 'a type',
  module: 'a module',
};

/** What beginners call a value of a type. */
export const kindOf = (type: string | undefined) => kinds[type ?? ''] ?? `\`${type}\``;

export const toNumber = 'Turn the text into a number with int() or float()';

export const isNumber = (type: string | undefined) => type === 'int' || type === 'float';

export const capital = (text: string) => `${text[0]!.toUpperCase()}${text.slice(1)}`;

/** A word of a message as code. */
export const code = (word: string | undefined, otherwise: string) =>
  word ? `\`${word}\`` : otherwise;

/** What Python guesses, which is not always what was meant. */
export const guess = (message: string): string | undefined =>
  /Did you mean:? '([^']+)'/.exec(message)?.[1];

/** A line without what stands in quotes and after `#`; the quotes stay. */
export const toBare = (line: string) =>
  line.replaceAll(/("|')(?:\\.|(?!\1).)*\1|#.*$/g, (part) =>
    part.startsWith('#') ? '' : part[0]! + part[0]!,
  );
