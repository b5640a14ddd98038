import { nearest } from '../../nearest.ts';
import { capital, code, guess, kindOf } from './rule.ts';
import type { Rule, Told } from './rule.ts';

/** What a script must import before it can use it, by module. */
const imports: Record<string, string> = {
  Counter: 'collections',
  defaultdict: 'collections',
  date: 'datetime',
  timedelta: 'datetime',
  Decimal: 'decimal',
  sqrt: 'math',
  ceil: 'math',
  floor: 'math',
  Path: 'pathlib',
  mean: 'statistics',
  median: 'statistics',
};

/** Names that other languages have for it. */
const nothing = /^(null|none|nil|undefined|na|nan)$/i;

/** Functions that beginners expect, and what does it in Python. */
const expected: Record<string, string> = {
  count: '`len(…)` counts the items of a list',
  length: '`len(…)` counts the items of a list',
  size: '`len(…)` counts the items of a list',
  avg: '`sum(values) / len(values)` is an average',
  average: '`sum(values) / len(values)` is an average',
  number: '`int()` and `float()` make a number of a text',
  string: '`str()` makes a text',
  echo: '`print()` shows a value',
  printf: '`print()` shows a value',
};

const modules =
  'csv json math statistics collections datetime random re itertools decimal pathlib os sys chart time'.split(
    ' ',
  );

/** Methods of other languages or types, by what the value has instead. */
const methods: [type: RegExp, names: RegExp, says: string][] = [
  [/^(list|str|dict|set|tuple)$/, /^(len\w*|size|count)$/, '`len(…)` tells how long it is.'],
  [/^list$/, /^(push|add)$/, '`.append()` adds an item to a list.'],
  [/^set$/, /^(append|push)$/, '`.add()` adds to a set.'],
  [/^dict$/, /^(append|add|push)$/, 'A dictionary gets a value by `d[key] = value`.'],
  [/^tuple$/, /^(append|add|push)$/, 'A tuple cannot be changed; a list, in square brackets, can.'],
  [
    /^str$/,
    /^(read|readlines|write|close)$/,
    'That belongs to an open file, and this is a text: `open(…)` opens a file by its name.',
  ],
  [/^list$/, /^(sum|min|max|sorted)$/, 'That is a function: the list goes into its brackets.'],
  [
    /^list$/,
    /^join$/,
    '`", ".join(names)` joins a list of texts: the text between them comes first.',
  ],
  [
    /^(int|float|str)$/,
    /^(round|int|float|str)$/,
    'That is a function: the value goes into its brackets.',
  ],
  [/^dict$/, /^sort$/, '`sorted(…)` gives the keys in order, as a list.'],
  [/^str$/, /^trim$/, '`.strip()` takes spaces away from both ends.'],
  [/^str$/, /^(toUpperCase|to_upper|uppercase)$/, '`.upper()` makes capitals.'],
  [/^str$/, /^(toLowerCase|to_lower|lowercase)$/, '`.lower()` makes small letters.'],
  [/^(str|list)$/, /^(includes|contains)$/, 'Python asks with `in`, as in `"a" in text`.'],
  [
    /^str$/,
    /^(append|add|push|sort)$/,
    'That belongs to a list. Has the name been given a text in the meantime?',
  ],
  [
    /^(int|float)$/,
    /^(strip|lower|upper|replace|split|startswith|endswith|isdigit)$/,
    'That belongs to a text, and this is a number already.',
  ],
  [
    /^list$/,
    /^(strip|lower|upper|replace|split)$/,
    'That belongs to a text: take one item of the list.',
  ],
];

function explainName({ message, quoted: [given = ''], bare }: Told): string {
  const meant = guess(message);
  const isCalled = new RegExp(`\\b${RegExp.escape(given)}\\s*\\(`).test(bare);
  if (nothing.test(given)) {
    return `Python has no \`${given}\`: its word for “nothing” is \`None\`. An empty field of a file is not None but a text without letters, \`""\`.`;
  }
  if (/^(true|false)$/i.test(given)) {
    const right = given.toLowerCase() === 'true' ? 'True' : 'False';
    return `Python writes \`${right}\`, with one capital.`;
  }
  if (given === 'datetime' && !/\bdatetime\.(date|datetime|timedelta|time)\b/.test(bare)) {
    return '`datetime` must be imported first: write `from datetime import datetime` at the top.';
  }
  if (/forget to import/.test(message) || given === 'chart') {
    return `\`${given}\` is a module, and must be imported first: write \`import ${given}\` at the top.`;
  }
  const module = imports[given];
  if (module) {
    return `\`${given}\` must be imported first: write \`from ${module} import ${given}\` at the top.`;
  }
  if (isCalled && expected[given.toLowerCase()]) {
    return `There is no function \`${given}\` here${meant ? ` (Python guesses at \`${meant}\`)` : ''}; ${expected[given.toLowerCase()]}.`;
  }
  if (meant) {
    return meant.toLowerCase() === given.toLowerCase()
      ? `Nothing has the name \`${given}\`; there is \`${meant}\`. Python tells capitals from small letters.`
      : `Nothing has the name \`${given}\` here. Python guesses that you mean \`${meant}\`. If it is meant as a text, it needs quotes.`;
  }
  if (new RegExp(`^\\s*${RegExp.escape(given)}\\s*==`).test(bare)) {
    return `Nothing has the name \`${given}\` here. == compares; to give it a value, write one =.`;
  }
  return `Nothing has the name \`${given}\` here. A name exists once a line that has run gave it a value. If it is meant as a text, it needs quotes.`;
}

const listed = (names: readonly string[]) =>
  `${names
    .slice(0, 8)
    .map((name) => `\`${name}\``)
    .join(', ')}${names.length > 8 ? ' and others' : ''}`;

function explainKey({ message, names, bare }: Told): string {
  const key = /^(['"])(.*)\1$/s.exec(message)?.[2] ?? message;
  if (/\.remove\s*\(/.test(bare)) return `\`${key}\` is not in the set, so it cannot be removed.`;
  const meant = nearest(key, names);
  if (meant?.trim().toLowerCase() === key.trim().toLowerCase()) {
    return `The dictionary has no key \`${key}\`; it has \`${meant}\`. Capitals and spaces count.`;
  }
  if (names.length > 0 && names.every((name) => name.length === 1)) {
    return `The dictionary has no key \`${key}\`; it has ${listed(names)}. Was the name of a file read instead of the file? \`open(…)\` opens it.`;
  }
  const adds = /\+=|\]\s*=.*\]\s*\+/.test(bare);
  if (adds) {
    return `The dictionary has no key \`${key}\` yet, so there is nothing to add to. \`d.get(key, 0)\` begins with 0.`;
  }
  return names.length > 0
    ? `The dictionary has no key \`${key}\`. ${meant ? `Do you mean \`${meant}\`? ` : ''}It has ${listed(names)}.`
    : `The dictionary has no key \`${key}\`. Print its keys and compare; dict.get() gives a value for missing keys.`;
}

function explainAttribute({ message, quoted: [owner = '', part = ''], bare }: Told): string {
  const meant = guess(message);
  if (message.startsWith('module')) {
    if (owner === 'datetime' && /^(now|today|strptime|fromisoformat|utcnow|combine)$/.test(part)) {
      return `The module \`datetime\` has a type of the same name, and \`${part}\` belongs to that: write \`from datetime import datetime\`.`;
    }
    return `The module \`${owner}\` has no \`${part}\`.${meant ? ` Python guesses that you mean \`${meant}\`.` : ' Check the spelling after the dot.'}`;
  }
  const lead = `${capital(kindOf(owner))} has no \`.${part}\`.`;
  const says = methods.find(([type, names]) => type.test(owner) && names.test(part))?.[2];
  if (meant) return `${lead} Python guesses that you mean \`${meant}\`.${says ? ` ${says}` : ''}`;
  if (says) return `${lead} ${says}`;
  const isCalled = new RegExp(`\\.${RegExp.escape(part)}\\s*\\(`).test(bare);
  if (owner === 'dict' && !isCalled) {
    return `${lead} A dictionary gives its values in square brackets: \`["${part}"]\`.`;
  }
  return `${lead} Check the spelling after the dot, and which value stands before it.`;
}

/** Errors about names: of values, keys, parts, modules and files. */
export const nameRules: Rule[] = [
  ['NameError', /./, explainName],
  [
    'UnboundLocalError',
    /./,
    ({ quoted }) =>
      `The function gives ${code(quoted[0], 'this name')} a value somewhere, so it is its own name there, and here it has none yet. Give it a first value inside the function, or hand it over in the brackets.`,
  ],
  ['KeyError', /./, explainKey],
  [
    'AttributeError',
    /'NoneType'/,
    ({ quoted }) =>
      `What stands before \`.${quoted[1] ?? ''}\` is None, the value of “nothing”: the step that should have given a value gave none.`,
  ],
  ['AttributeError', /has no attribute/, explainAttribute],
  [
    'ModuleNotFoundError',
    /./,
    ({ message, quoted: [given = ''] }) => {
      const meant = nearest(given, modules);
      const [, module, part] = /'(\w+)\.(\w+)'; .* not a package/.exec(message) ?? [];
      if (module) return `\`${part}\` is no module: write \`from ${module} import ${part}\`.`;
      return `There is no module \`${given}\` here.${meant ? ` Do you mean \`${meant}\`?` : ' The lab has Python’s standard library and `chart`.'}`;
    },
  ],
  [
    'ImportError',
    /^cannot import name/,
    ({ message, quoted: [given, module] }) => {
      const meant = guess(message);
      return `The module \`${module}\` has nothing called \`${given}\`.${meant ? ` Python guesses that you mean \`${meant}\`.` : ' Check the spelling, capitals included.'}`;
    },
  ],
  [
    'FileNotFoundError',
    /./,
    ({ quoted, names }) =>
      `There is no file ${code(quoted.at(-1), 'of this name')}. ${names.length > 0 ? `The folder holds ${listed(names)}; capitals count.` : 'The exercise names its files; capitals count.'}`,
  ],
];
