import { firstOf } from './rule.ts';
import type { Rule } from './rule.ts';
import type { Spot } from './spot.ts';
import { functions } from './words.ts';

const isComparison = (text: string) => /^(=|<>|!=|<|>|<=|>=)$/.test(text);

const isUnit = (word: string) => /^(second|minute|hour|day|week|month|quarter|year)s?$/.test(word);

const isBetween = (spot: Spot) => [-2, -3, -4].some((step) => spot.word(step) === 'between');

const placeholder =
  "Other programs fill in placeholders, and nobody does here. Write the value itself: `'solo'`.";

/** Values that stand in for others until a program fills them in: 08P01, 42P02. */
export const explainPlaceholder: Rule = () => placeholder;

const explainCondition: Rule = firstOf(
  (spot) =>
    (spot.word() === ',' || spot.word() === 'to') && isBetween(spot)
      ? 'BETWEEN takes AND: `BETWEEN 1 AND 5`.'
      : undefined,
  (spot) =>
    isComparison(spot.text()) && ['and', 'or', 'where', 'not', 'on'].includes(spot.word(-1))
      ? `Between \`${spot.text(-1)}\` and \`${spot.text()}\` the column is missing. Each condition names it again.`
      : undefined,
  (spot) =>
    isComparison(spot.text()) && isComparison(spot.text(-2))
      ? 'A value has two comparisons here. Each needs its own condition, joined by AND: `price > 5 AND price < 10`.'
      : undefined,
  (spot) =>
    spot.text() === ',' &&
    spot.bracket === undefined &&
    ['where', 'having', 'on'].includes(spot.clause)
      ? 'Conditions are joined by AND or OR, no comma.'
      : undefined,
  (spot) =>
    spot.word() === 'not' && ['text', 'number'].includes(spot.kind(1) ?? '')
      ? `“Not equal” is \`<>\`: \`${spot.text(-1)} <> ${spot.text(1)}\`.`
      : undefined,
  (spot) =>
    spot.word(-1) === 'when' && isComparison(spot.text())
      ? 'After CASE the value stands alone, or each WHEN has a whole condition: `CASE WHEN price > 5 THEN …`.'
      : undefined,
);

/** Signs and words that stand in the wrong form. */
export const explainSlip: Rule = firstOf(
  explainCondition,
  (spot) =>
    isUnit(spot.word()) && spot.kind(-1) === 'number'
      ? {
          says: `A length of time is written \`interval '${spot.text(-1)} ${spot.text()}'\`.`,
          at: spot.at(-1),
        }
      : undefined,
  (spot) =>
    spot.text() === ':' && /^\w+$/.test(spot.text(-1))
      ? `A cast has two colons: \`${spot.text(-1)}::${spot.text(1)}\`.`
      : undefined,
  (spot) => ([':', '{', '%', '?'].includes(spot.text()[0] ?? '') ? placeholder : undefined),
  (spot) =>
    spot.text(-1) === '*' && functions.includes(spot.word(-2))
      ? { says: `\`${spot.text(-2)}\` takes brackets: \`${spot.text(-2)}(*)\`.`, at: spot.at(-2) }
      : undefined,
  (spot) =>
    spot.text() === '(' && spot.text(-1) === ')' && /^(order|partition)$/.test(spot.word(1))
      ? 'Before this bracket OVER is missing: `row_number() over (order by …)`.'
      : undefined,
  (spot) =>
    spot.text() === '(' && spot.word(-1).startsWith('current_')
      ? `\`${spot.text(-1)}\` takes no brackets.`
      : undefined,
  (spot) =>
    spot.word() === 'distinct' && spot.word(-1) !== 'select'
      ? 'DISTINCT stands right behind SELECT, or within the brackets: `count(DISTINCT customer_id)`.'
      : undefined,
  (spot) =>
    spot.word() === 'timezone' && spot.word(-1) === 'at'
      ? "Three words: `AT TIME ZONE 'Europe/Lisbon'`."
      : undefined,
  (spot) =>
    /^(desc|asc)[a-z]+$/.test(spot.word())
      ? `The direction is written \`${spot.word().startsWith('d') ? 'DESC' : 'ASC'}\`.`
      : undefined,
);

/** A statement that begins with no word of SQL. */
export const explainStart: Rule = (spot) =>
  spot.place === 0 && spot.text() !== ''
    ? `A query begins with SELECT, or WITH. \`${spot.text()}\` begins none.`
    : undefined;

/** A table among the columns. */
export const explainMissingFrom: Rule = (spot) =>
  spot.kind() === 'word' && spot.tables[spot.word()] && spot.clause === 'select'
    ? `Before the table \`${spot.text()}\` FROM is missing.`
    : undefined;
