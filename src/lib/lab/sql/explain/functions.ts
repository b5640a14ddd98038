import { toForm } from './forms.ts';
import { nearest } from '../../nearest.ts';
import { firstOf } from './rule.ts';
import type { Rule } from './rule.ts';
import { explainPlaceholder } from './slips.ts';
import type { Spot } from './spot.ts';
import { functions } from './words.ts';

/** What learners call the types that PostgreSQL names in its messages. */
const plainTypes: [pattern: RegExp, plain: string][] = [
  [/^unknown$/, 'a text in quotes'],
  [/^(text|character)/, 'text'],
  [/^(integer|bigint|smallint)$/, 'a whole number'],
  [/^numeric$/, 'a number'],
  [/^(double precision|real)$/, 'a floating-point number'],
  [/^boolean$/, 'true or false'],
  [/^date$/, 'a date'],
  [/^timestamp/, 'a moment'],
  [/^interval$/, 'a length of time'],
  [/\[\]$/, 'a list'],
];

export const toPlain = (type: string) =>
  plainTypes.find(([pattern]) => pattern.test(type))?.[1] ?? `of type \`${type}\``;

const isText = (type: string) => /^(text|character|unknown)/.test(type);
const isNumber = (type: string) =>
  /^(integer|bigint|smallint|numeric|real|double precision)$/.test(type);
const isMoment = (type: string) => /^(date$|timestamp)/.test(type);

/** `function round(double precision, integer) does not exist`. */
function readCall({ error }: Spot): { name: string; given: string[] } | undefined {
  const [, name, list] = /^function (\S+?)\((.*)\) /.exec(error.message) ?? [];
  return name === undefined
    ? undefined
    : { name: name.replace(/^pg_catalog\.b?/, ''), given: list ? list.split(', ') : [] };
}

/** Functions that are there, and not for what they were given; the first that fits is told. */
const misuses: [name: RegExp, given: (types: string[]) => boolean, says: string][] = [
  [
    /^max$/,
    ({ length }) => length > 1,
    '`max` takes one column. `greatest(a, b)` is the larger of two values.',
  ],
  [
    /^min$/,
    ({ length }) => length > 1,
    '`min` takes one column. `least(a, b)` is the smaller of two values.',
  ],
  [
    /^format$/,
    ([type = '']) => isMoment(type),
    "Moments are written with `to_char(moment, 'YYYY-MM')`.",
  ],
  [
    /^(sum|avg)$/,
    ([type]) => type === 'boolean',
    'A condition is true or false, and cannot be added up. `count(*) filter (where …)` counts the rows for which it holds; `avg((…)::int)` is their share.',
  ],
  [
    /^max$/,
    ([type]) => type === 'boolean',
    'There is no largest of true and false. `bool_or(…)` tells whether something is ever true.',
  ],
  [
    /^min$/,
    ([type]) => type === 'boolean',
    'There is no smallest of true and false. `bool_and(…)` tells whether something is always true.',
  ],
  [
    /^(sum|avg)$/,
    ([type = '']) => isMoment(type),
    'Moments cannot be added up. Their distances can: `avg(closed_at - opened_at)`.',
  ],
  [
    /^(sum|avg|round|abs)$/,
    ([type = '']) => isText(type),
    '`{name}` takes numbers, and was given text. `::numeric` reads text as a number.',
  ],
  [
    /^round$/,
    ([type, places]) => type === 'double precision' && places !== undefined,
    '`round` with a number of places takes numeric, not floating-point numbers: `round((…)::numeric, 1)`.',
  ],
  [
    /^(round|trunc|ceil|floor|abs)$/,
    ([type]) => type === 'interval',
    'A length of time cannot be rounded. `extract(epoch from …)` gives its seconds as a number.',
  ],
  [
    /^count$/,
    ({ length }) => length > 1,
    '`count` takes one column. Several count together as a row: `count(distinct (a, b))`.',
  ],
  [
    /^string_agg$/,
    ({ length }) => length === 1,
    "`string_agg` needs what stands between the texts, too: `string_agg(name, ', ')`.",
  ],
  [
    /^string_agg$/,
    ([type = '']) => !isText(type),
    "`string_agg` joins texts: `string_agg(value::text, ', ')`.",
  ],
  [
    /^to_char$/,
    ({ length }) => length === 1,
    "`to_char` needs a pattern, too: `to_char(moment, 'YYYY-MM')`.",
  ],
  [
    /^date_trunc$/,
    ([first = '', second = '']) => isMoment(first) || (isText(first) && /^(text|int)/.test(second)),
    "`date_trunc` takes the unit first, then a moment: `date_trunc('month', moment)`.",
  ],
  [
    /^to_(date|timestamp)$/,
    ([type = '']) => isMoment(type),
    '`{name}` reads text, and this is a moment already. `::date` gives its day.',
  ],
  [
    /^(extract|date_part)$/,
    ([, type]) => isText(type ?? ''),
    'Text is no moment yet: `extract(month from text::date)`.',
  ],
  [
    /^(extract|date_part)$/,
    ([, type]) => isNumber(type ?? ''),
    'A number is no moment. Days between two dates are the number itself; `epoch` is taken from an interval.',
  ],
  [
    /^percentile_/,
    () => true,
    '`percentile_cont(0.5) within group (order by value)` takes numbers or intervals.',
  ],
];

const explainCall: Rule = (spot) => {
  const call = readCall(spot);
  if (!call) return undefined;
  const { name, given } = call;
  if (!functions.includes(name)) {
    const form = toForm(name);
    if (form) return form;
    const meant = nearest(name, functions);
    return `There is no function \`${name}(${given.join(', ')})\`. ${meant ? `Did you mean \`${meant}\`?` : 'Check its name, and the number and types of its values.'}`;
  }
  const types = given.map((type) => `\`${type === 'unknown' ? 'text' : type}\``).join(', ');
  const says = misuses.find(([names, holds]) => names.test(name) && holds(given))?.[2];
  if (says) return says.replaceAll('{name}', name);
  if (
    /^(upper|lower|length|substr|substring|left|right|replace|split_part|trim|ltrim|rtrim|btrim|strpos|initcap|starts_with)$/.test(
      name,
    )
  ) {
    const other = given.find((type) => !isText(type));
    if (other && given[0] === other)
      return `\`${name}\` takes text, and was given ${toPlain(other)}. \`::text\` makes text of it.`;
  }
  return given.length === 0
    ? `\`${name}\` needs a column in its brackets.`
    : `There is a function \`${name}\`, but none that takes ${types}. Look at the number, the order and the types of its values.`;
};

/** `operator does not exist: boolean = integer`; one that stands before its value has only a right side. */
function readOperation({ error }: Spot) {
  const [, left, sign, right] =
    /^operator does not exist: (?:(.+?) )?([^\w\s"[\]]+) (.+)$/.exec(error.message) ?? [];
  return sign === undefined ? undefined : { left: left ?? '', sign, right: right ?? '' };
}

/** The column before an operator, for an example that is about it. */
const flagName = (spot: Spot) => (spot.kind(-1) === 'word' ? spot.text(-1) : 'is_test');

const explainOperation: Rule = (spot) => {
  const operation = readOperation(spot);
  if (!operation) return undefined;
  const { left, sign, right } = operation;
  const both = [left, right];
  const has = (test: (type: string) => boolean) => both.some(test);
  const flag = (type: string) => type === 'boolean';
  if (sign === '==' || sign === '===') return 'Values are compared with one sign: `=`.';
  if (['=<', '=>', '><', '=!'].includes(sign))
    return `\`${sign}\` is no comparison. Write ${sign === '><' ? '`<>`' : `\`${sign === '=!' ? '!=' : `${sign[1]}=`}\``}.`;
  if (sign === '!') return 'Not is a word in SQL: `NOT is_test`.';
  if (sign === '@') return explainPlaceholder(spot);
  if (sign === '&' && both.every(isText))
    return "Texts are joined with `||`: `name || ' ' || plan`.";
  if (sign === '&&' || sign === '&') return 'Conditions are joined by the word AND.';
  if (sign === '||' || sign === '|')
    return has(flag) ? 'Conditions are joined by the word OR; `||` joins texts.' : undefined;
  if (sign === '+' && both.every(isText))
    return "Texts are joined with `||`: `name || ' ' || plan`.";
  if (sign === '+' && has(isText) && !has(isMoment))
    return 'Text and a number cannot be added. Texts are joined with `||`; `::numeric` reads text as a number.';
  if (has(flag) && has(isNumber))
    return `A column that is true or false is not compared with a number. It is a condition by itself: \`WHERE ${flagName(spot)}\`, or \`WHERE NOT ${flagName(spot)}\`.`;
  if (has((type) => type === 'interval') && has(isNumber))
    return /[<>=]/.test(sign)
      ? "A length of time is not compared with a number. Give it its unit: `interval '7 days'`; or take its seconds, `extract(epoch from …)`."
      : 'A length of time and a number do not go together here. `extract(epoch from …)` gives its seconds as a number.';
  if (has(isMoment) && has(isNumber))
    return /[<>=]/.test(sign)
      ? "A moment is not compared with a number. A date is a text in quotes, `'2026-02-01'`; a year is `extract(year from …)`."
      : `A moment and a number do not go together. Give the number its unit: \`${sign} interval '7 days'\`.`;
  if (has(isMoment) && has((type) => type === 'text'))
    return 'A moment is not compared with text. Read the text as one, `::date`, or take the part with `extract(…)` or `to_char(…)`.';
  if (/^!?~~/.test(sign)) {
    const word = sign.endsWith('*') ? 'ILIKE' : 'LIKE';
    return isMoment(left)
      ? `${word} compares texts, and this is a moment. A range is safer: \`>= '2026-01-01' AND … < '2026-02-01'\`.`
      : `${word} compares texts, and this is ${toPlain(left)}. \`::text\` makes text of it.`;
  }
  if (/[<>=]/.test(sign) && has(isText) && has(isNumber))
    return `Text is compared with a number. Put the number in quotes, \`'5'\`, or read the text as a number with \`::numeric\`.`;
  if (has(isText) && /[-*/%]/.test(sign))
    return `\`${sign}\` works with numbers, and one side is text. \`::numeric\` reads text as a number.`;
  return left
    ? `\`${sign}\` does not work between ${toPlain(left)} and ${toPlain(right)} (\`${left}\`, \`${right}\`). Look at what stands on both sides.`
    : `\`${sign}\` does not work before ${toPlain(right)}.`;
};

/** A function or an operator that is not there, or not for these values: 42883. */
export const explainFunction: Rule = firstOf(explainCall, explainOperation);

/** A function that must be called in another way: 42809. */
export const explainWrongKind: Rule = ({ error: { message } }) => {
  const name = /(?:function|aggregate) (\w+)/.exec(message)?.[1] ?? '';
  if (message.includes('requires an OVER'))
    return `\`${name}\` looks over rows, so it needs OVER: \`${name}(…) over (order by created_at)\`.`;
  if (message.includes('WITHIN GROUP is required'))
    return `\`${name}\` takes its values in another bracket: \`${name}(0.5) within group (order by price)\`.`;
  if (message.startsWith('count(*)'))
    return '`count` needs something in its brackets: `count(*)` counts rows, `count(column)` values.';
  return undefined;
};
