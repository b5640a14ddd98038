import { capital, code, isNumber, kindOf, toNumber } from './rule.ts';
import type { Rule, Told } from './rule.ts';

const none =
  'Here stands None, the value of “nothing”. A function without `return` gives it, and so do print() and list.sort().';

/** Two values with a sign between them that does not fit them. */
function explainPair({ bare }: Told, sign: string, one?: string, other?: string): string {
  const isFunction = (type?: string) => /function|method/.test(type ?? '');
  if (isFunction(one) || isFunction(other)) {
    return `\`${sign}\` meets a function that was not called: round brackets after its name call it.`;
  }
  const pair = `${kindOf(one)} and ${kindOf(other)}`;
  const lead = bare.includes(sign)
    ? `\`${sign}\` cannot stand between ${pair}.`
    : `This step needs \`${sign}\` between ${pair}, and Python has no rule for that.`;
  const isMixed = (one === 'str' && isNumber(other)) || (isNumber(one) && other === 'str');
  if (isMixed) {
    const added = /^\+/.test(sign) ? ', or the number into text with str()' : '';
    return `${lead} ${toNumber}${added}. What comes from a file is text at first.`;
  }
  if (one === 'str' && other === 'str') return `${lead} If they are numbers, use int() or float().`;
  if (one === 'list' && sign.startsWith('+'))
    return `${lead} \`.append()\` adds one value to a list.`;
  if (one === 'tuple' || other === 'tuple') {
    return `${lead} A comma makes a tuple: 1,234 is two numbers to Python.`;
  }
  return lead;
}

function explainParts({ quoted: [type], bare }: Told): string {
  if (/Reader|generator|map|filter|zip/.test(type ?? '')) {
    return `${capital(kindOf(type))} hands its items out one by one and keeps none; \`list(…)\` makes a list of it.`;
  }
  if (/function|method/.test(type ?? '')) {
    return 'Square brackets follow a function here; round ones call it.';
  }
  const has = type === 'set' ? 'a set has no places' : `${kindOf(type)} has no parts`;
  return /\[/.test(bare)
    ? `Square brackets ask a list, a dictionary or a text for a part; ${has}.`
    : `${capital(kindOf(type))} cannot be asked for a part.`;
}

/** Errors about the types of values. */
export const typeRules: Rule[] = [
  ['TypeError', /NoneType/, () => none],
  [
    'TypeError',
    /unsupported operand type/,
    (told) =>
      explainPair(
        told,
        /for (\S+?)(?: or pow\(\))?:/.exec(told.message)?.[1] ?? '',
        ...told.quoted,
      ),
  ],
  [
    'TypeError',
    /can only concatenate/,
    (told) => {
      const [, other, one] = /\(not "(.+?)"\) to (\w+)/.exec(told.message) ?? [];
      return explainPair(told, '+', one, other);
    },
  ],
  [
    'TypeError',
    /not supported between instances/,
    (told) => {
      const [sign = '', one, other] = told.quoted;
      return explainPair(told, sign, one, other);
    },
  ],
  [
    'TypeError',
    /can't multiply sequence by non-int/,
    ({ quoted: [type] }) =>
      `\`*\` repeats a text or a list a whole number of times, and here it meets ${kindOf(type)}. To multiply numbers, turn texts into numbers with int() or float() first.`,
  ],
  [
    'TypeError',
    /bad operand type for unary (\+|-)/,
    ({ bare }) =>
      /=\s*[+-]/.test(bare)
        ? 'The sign before the value makes no sense for it. To add to a name, the sign comes first: `+=`.'
        : 'A sign stands before something that is no number.',
  ],
  [
    'TypeError',
    /has no len\(\)/,
    ({ quoted: [type] }) =>
      /Reader|generator|map|filter|zip/.test(type ?? '')
        ? `len() does not count what ${kindOf(type)} hands out one by one; \`list(…)\` makes a list of it.`
        : `len() counts the items of a list, a dictionary or a text; this is ${kindOf(type)}.`,
  ],
  ['TypeError', /not subscriptable/, explainParts],
  [
    'TypeError',
    /^(list|tuple) indices must be integers/,
    ({ message }) =>
      `This is a ${message.split(' ')[0]}, and its items have places: \`rows[0]\` is the first. A column’s name is a key of one row.`,
  ],
  [
    'TypeError',
    /string indices must be integers/,
    () =>
      'This is a text, and its letters have places, no names. Perhaps a loop goes through one row or one text instead of the list of rows.',
  ],
  [
    'TypeError',
    /object is not iterable|cannot unpack non-iterable/,
    ({ message, bare }) => {
      const type = /'(\w+)' object is not|non-iterable (\w+)/.exec(message)?.slice(1).find(Boolean);
      const says = `Several items are needed here, and this is ${kindOf(type)}`;
      return /\bin\s+len\s*\(/.test(bare)
        ? `${says}. To go through a list, \`for row in rows:\` is enough.`
        : `${says}.`;
    },
  ],
  [
    'TypeError',
    /'module' object is not callable/,
    () => 'A module is no function: call one of its functions, with a dot between them.',
  ],
  [
    'TypeError',
    /not callable/,
    ({ quoted: [type], bare }) => {
      const lead = `This is called like a function, and it is ${kindOf(type)}.`;
      if (/\bkey\s*=/.test(bare)) return `${lead} \`key=\` takes a function, such as \`len\`.`;
      if (/\d\s*\(/.test(bare)) return `${lead} To multiply, write \`*\`.`;
      return /^(list|dict|tuple)$/.test(type ?? '')
        ? `${lead} For one of its items use square brackets; or has it taken the name of a function?`
        : `${lead} Has a variable taken the name of a function, or is a sign such as * or a comma missing?`;
    },
  ],
  [
    'TypeError',
    /missing \d+ required/,
    ({ message, quoted }) =>
      `${code(message.split(' ')[0], 'The function')} needs more than it is given: ${quoted.map((name) => `\`${name}\``).join(', ')} ${quoted.length === 1 ? 'is' : 'are'} missing.`,
  ],
  [
    'TypeError',
    /takes (\S+) positional arguments? but (\d+)/,
    ({ message }) => {
      const [, name, takes, given] =
        /^(\S+) takes (.+?) positional .* but (\d+)/.exec(message) ?? [];
      return `\`${name}\` is given ${given} ${given === '1' ? 'value' : 'values'} and takes ${takes === '0' ? 'none' : takes}.`;
    },
  ],
  [
    'TypeError',
    /unexpected keyword argument/,
    ({ message, quoted }) =>
      `${code(message.split(' ')[0], 'The function')} has no place for a value named ${code(quoted[0], 'so')}. In the brackets of a call, one = hands a value over by name; == compares.`,
  ],
  [
    'TypeError',
    /takes .*\(\d+ given\)/,
    ({ message }) => `The number of values in the brackets is wrong: ${message}.`,
  ],
  [
    'TypeError',
    /cannot be interpreted as an integer/,
    ({ quoted: [type] }) =>
      `A whole number is needed here, and this is ${kindOf(type)}. int() makes one.`,
  ],
  [
    'TypeError',
    /type str doesn't define __round__|operand type for abs\(\): 'str'|can't convert type 'str'/,
    () => `A number is needed here, and this is a text. ${toNumber} first.`,
  ],
  [
    'TypeError',
    /not a container/,
    ({ quoted: [type] }) =>
      `\`in\` looks into a list, a dictionary, a set or a text; on its right stands ${kindOf(type)}.`,
  ],
  [
    'TypeError',
    /expected str instance/,
    () => '`join` puts texts together, and one of the items is not a text: str() makes one of it.',
  ],
  [
    'TypeError',
    /does not support item assignment/,
    ({ quoted: [type] }) =>
      /^(str|tuple)$/.test(type ?? '')
        ? `A part of ${kindOf(type)} cannot be replaced. Make a new value and give it to the name.`
        : `${capital(kindOf(type))} has no parts that could be given a value.`,
  ],
  [
    'TypeError',
    /unhashable/,
    ({ message }) => {
      const type = /unhashable type: '(\w+)'/.exec(message)?.[1];
      return `${capital(kindOf(type))} cannot be a key of a dictionary or stand in a set, because it can change. A text, a number or a tuple can.`;
    },
  ],
  [
    'TypeError',
    /must derive from BaseException/,
    () => '`raise` needs an error, such as `ValueError("no price")`.',
  ],
  ['TypeError', /./, ({ message }) => `Python cannot do this step with these values: ${message}.`],
];
