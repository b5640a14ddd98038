import { toPlain } from './functions.ts';
import { firstOf } from './rule.ts';
import type { Rule } from './rule.ts';

const toNoun = (type: string) => (type === 'interval' ? 'a length of time' : toPlain(type));

/** A text that cannot be read as what is needed: 22P02, 22007. */
export const explainText: Rule = (spot) => {
  const [, type = '', value = ''] = /type ([\w ]+): "([\s\S]*)"/.exec(spot.error.message) ?? [];
  if (!type) return undefined;
  if (value.trim() === '')
    return `The empty text, \`''\`, is not ${toNoun(type)}. A value that is missing is NULL: \`IS NULL\`.`;
  const [column, first] =
    spot.text(-3) === '=' && spot.kind(-2) === 'text'
      ? [spot.text(-4), spot.text(-2)]
      : ['plan', "'team'"];
  if (type === 'boolean' && /^(or|and|not)$/.test(spot.word(-1)))
    return `After ${spot.word(-1).toUpperCase()} stands a whole condition. Repeat the column, \`${column} = ${first} OR ${column} = '${value}'\`, or list the values: \`${column} IN (${first}, '${value}')\`.`;
  if (type === 'boolean' && /^(where|having|on|when)$/.test(spot.word(-1)))
    return `\`'${value}'\` is a text, no condition. Compare a column with it: \`plan = '${value}'\`.`;
  if (/^(else|then)$/.test(spot.word(-1)))
    return `All results of a CASE are of one type, and another one here is ${toNoun(type)}. Make them all text, \`'1'\`, or all numbers.`;
  const words = spot.tokens.slice(0, spot.place).map(({ text }) => text.toLowerCase());
  const isCoalesce =
    spot.text(-1) === ',' && words.lastIndexOf('coalesce') > words.lastIndexOf(')');
  if (isCoalesce)
    return `All values of COALESCE are of one type, and the first is ${toNoun(type)}. Make it text: \`coalesce(…::text, '${value}')\`.`;
  if (spot.at() === undefined)
    return `A row holds \`${value}\`, which cannot be read as ${toNoun(type)}. Leave such rows out with WHERE, or keep the column as text.`;
  if (type === 'interval')
    return `\`'${value}'\` is no length of time. Write a number and its unit: \`'7 days'\`, \`'2 hours'\`.`;
  if (/^(date|timestamp|time)/.test(type))
    return `\`'${value}'\` cannot be read as ${toNoun(type)}. Write year, month and day: \`'2026-03-01'\`.`;
  const isNumeric = /^(integer|bigint|smallint|numeric|double precision|real)$/.test(type);
  if (isNumeric && /^-?[\d.]*,\d+$/.test(value.trim()))
    return `\`'${value}'\` cannot be read as a number: decimals come after a point, and thousands have no mark.`;
  if (isNumeric && /\d/.test(value))
    return `\`'${value}'\` cannot be read as a number. Leave out everything but digits, the point and the minus.`;
  if (type === 'boolean')
    return `\`'${value}'\` is neither true nor false. A column that is one of the two is a condition by itself: \`WHERE is_test\`.`;
  return spot.text(1) === '::' || spot.word(-2) === 'cast'
    ? `\`'${value}'\` cannot be read as ${toNoun(type)}.`
    : `\`'${value}'\` meets ${toNoun(type)} here, and cannot be read as one. Check which column stands beside it.`;
};

/** A day or time that no calendar has: 22008. */
export const explainMoment: Rule = ({ quoted }) => {
  const [value = ''] = quoted;
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(value))
    return `PostgreSQL reads \`'${value}'\` with the month first, and there is no such day. Write year, month and day: \`'2026-03-31'\`.`;
  return value
    ? `There is no such day or time as \`'${value}'\`. Dates are year, month, day.`
    : undefined;
};

/** A result of another shape than its place needs. */
export const explainShape: Rule = ({ error: { message } }) => {
  if (message === 'subquery must return only one column')
    return 'A query in brackets gives one value here, so its SELECT names one column. This one names several.';
  if (message === 'subquery has too few columns')
    return 'Several columns are compared with the query in brackets, so its SELECT names as many. This one names fewer.';
  if (message === 'subquery has too many columns')
    return 'The query in brackets is compared with one column, so its SELECT names one. This one names more.';
  if (/^each (\w+) query must have the same number/.test(message))
    return `The queries that ${/^each (\w+)/.exec(message)![1]} puts together must show the same number of columns.`;
  if (/^INSERT has more target/.test(message))
    return 'INSERT names more columns than it gives values for.';
  if (/^INSERT has more expr/.test(message))
    return 'INSERT gives more values than it names columns.';
  if (/^VALUES lists/.test(message)) return 'All rows of VALUES must be equally long.';
  return undefined;
};

/** Types that do not go together: 42804. */
export const explainTypes: Rule = firstOf(
  ({ error: { message } }) => {
    const [, place, type] =
      /argument of (.+) must be type boolean, not type (.+)$/.exec(message) ?? [];
    return (
      place &&
      `${place} needs a condition, true or false, and this is ${toNoun(type!)}. Compare it with something.`
    );
  },
  ({ error: { message } }) => {
    const [, what, one, other] =
      /^(\w+)(?: types|\/\w+ types)? (.+) and (.+) cannot be matched/.exec(message) ?? [];
    if (!what) return undefined;
    if (/^(UNION|EXCEPT|INTERSECT)/.test(what))
      return `${what} puts columns under each other, first under first. Here \`${one}\` meets \`${other}\`: check the order of the columns, or cast one with \`::text\`.`;
    return `All values of ${what} are of one type. Here \`${one}\` meets \`${other}\`: cast one of them, as with \`::text\`.`;
  },
  ({ quoted, error: { message } }) => {
    const [, is, has] = /is of type (.+) but expression is of type (.+)$/.exec(message) ?? [];
    return is && `The column \`${quoted[0]}\` takes \`${is}\`, and is given \`${has}\`.`;
  },
);
