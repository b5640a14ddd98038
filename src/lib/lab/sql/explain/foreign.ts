import { nearest } from '../../nearest.ts';
import { firstOf } from './rule.ts';
import type { Rule } from './rule.ts';
import type { Spot } from './spot.ts';

const isComparison = (text: string) => /^(=|<>|!=|<|>|<=|>=)$/.test(text);

/** Ways of writing that come from other databases and languages. */
export const explainForeignSyntax: Rule = firstOf(
  (spot) =>
    spot.error.message.startsWith('LIMIT #,#')
      ? `LIMIT takes one number in PostgreSQL. Write \`LIMIT ${spot.text(3)} OFFSET ${spot.text(1)}\`: ${spot.text(3)} rows after the first ${spot.text(1)}.`
      : undefined,
  (spot) =>
    spot.word(-1) === 'top' || spot.word() === 'top'
      ? 'PostgreSQL has no TOP. `LIMIT 5` at the end of the query keeps five rows; ORDER BY says which.'
      : undefined,
  (spot) =>
    spot.word(-1) === 'interval' && spot.kind() === 'number'
      ? `The length of an interval stands in quotes: \`interval '${spot.text()} ${spot.text(1) || 'days'}'\`.`
      : undefined,
  (spot) =>
    spot.text() === '[' && [')', ']'].includes(spot.text(-1))
      ? 'What an element is taken from stands in brackets: `(array_agg(name))[1]`.'
      : undefined,
  (spot) =>
    spot.text() === '['
      ? 'Names stand bare in PostgreSQL, without square brackets; if they hold a space, in double quotes.'
      : undefined,
  (spot) =>
    ['=>', '=<', '=!'].includes(spot.text())
      ? `\`${spot.text()}\` is no comparison. The equals sign comes second: \`>=\`, \`<=\`, \`!=\`.`
      : undefined,
  (spot) =>
    /^[!<>]$/.test(spot.text(-1)) && spot.text().startsWith('=')
      ? { says: `The two signs stand together: \`${spot.text(-1)}=\`.`, at: spot.at(-1) }
      : undefined,
  (spot) => {
    const steps = [...spot.query()].filter((place) => place < spot.place).reverse();
    const back = steps.map((place) => spot.tokens[place]!).slice(0, 6);
    const mark = back.find(({ text }) => text === '&&' || text === '||' || text === '&');
    if (!mark || !isComparison(spot.text())) return undefined;
    const word = mark.text === '||' ? 'OR' : 'AND';
    const other = mark.text === '||' ? ' (`||` joins texts)' : '';
    return { says: `Two conditions are joined by the word ${word}${other}.`, at: mark.at };
  },
  (spot) =>
    spot.word(-1) === 'like' || spot.word(-1) === 'ilike'
      ? "The pattern after LIKE is a text, in single quotes: `LIKE '%a%'`."
      : undefined,
  (spot) =>
    spot.text() !== '' &&
    (spot.word(-1) === 'is' || (spot.word(-1) === 'not' && spot.word(-2) === 'is')) &&
    !nearest(spot.word(), ['null', 'true', 'false', 'not'])
      ? 'IS goes with NULL, TRUE and FALSE only. Values are compared with `=` and `<>`.'
      : undefined,
  (spot) =>
    spot.word() === 'between' ||
    (spot.word(-1) === 'between' && /^(where|and|or|on)$/.test(spot.word(-2)))
      ? 'Before BETWEEN stands the column: `WHERE merchant_id BETWEEN 1 AND 5`.'
      : undefined,
  (spot) =>
    spot.word() === 'in' && /^(where|and|or|not)$/.test(spot.word(-1))
      ? 'Before IN stands the column: `WHERE plan NOT IN (…)`.'
      : undefined,
  (spot) =>
    spot.text() === ',' && spot.word(-3) === 'cast'
      ? 'CAST takes AS, no comma: `cast(name as integer)`.'
      : undefined,
  (spot) =>
    spot.text() === ',' && spot.word(-3) === 'extract'
      ? 'EXTRACT takes FROM, no comma: `extract(month from moment)`.'
      : undefined,
  (spot) =>
    spot.word(-1) === 'as' && spot.kind() === 'text'
      ? `A name stands bare, or in double quotes: \`AS "${spot.text().slice(1, -1)}"\`. Single quotes make a text.`
      : undefined,
  (spot) =>
    spot.word(-2) === 'filter' && spot.text(-1) === '('
      ? "The condition in FILTER begins with WHERE: `count(*) FILTER (WHERE plan = 'solo')`."
      : undefined,
  (spot) =>
    ['regexp', 'rlike'].includes(spot.word())
      ? "PostgreSQL matches patterns with `~`: `name ~ '^A'`; `LIKE 'A%'` is often enough."
      : undefined,
  (spot) =>
    ['contains', 'includes', 'has'].includes(spot.word())
      ? "For “contains” SQL has LIKE: `name LIKE '%part%'`."
      : undefined,
  (spot) =>
    ['equals', 'eq', 'is_equal'].includes(spot.word())
      ? 'Values are compared with `=`.'
      : undefined,
  (spot) =>
    ['desc', 'asc'].includes(spot.word()) && spot.word(-1) === 'by'
      ? `The direction comes after its column: \`ORDER BY ${spot.text(1) || 'name'} ${spot.text().toUpperCase()}\`.`
      : undefined,
  (spot) =>
    spot.word(-1) === 'qualify' || spot.word() === 'qualify'
      ? 'PostgreSQL has no QUALIFY. Number the rows in a step of WITH, and filter on the number after it.'
      : undefined,
  (spot) =>
    spot.word(-2) === 'except' && spot.text(-3) === '*'
      ? 'PostgreSQL cannot leave columns out of `*`. Name those that you want.'
      : undefined,
  (spot) =>
    spot.text() === ',' && spot.clause === 'where' && !comesAfterFrom(spot)
      ? 'WHERE comes after FROM and holds for every column. A condition of one count is a FILTER: `count(*) FILTER (WHERE …)`.'
      : undefined,
  (spot) =>
    spot.word() === 'outer'
      ? 'OUTER alone says too little: `LEFT OUTER JOIN`, or `LEFT JOIN` for short.'
      : undefined,
  (spot) =>
    ['//', '#'].includes(spot.text())
      ? 'A comment begins with two hyphens: `-- like this`.'
      : undefined,
  (spot) =>
    spot.place === 0 &&
    spot.isLater &&
    /^(from|where|and|group|having|order|limit|join|left)$/.test(spot.word())
      ? 'A semicolon further up ends the query before this line. Take it out, so that both parts are one.'
      : undefined,
  (spot) =>
    (spot.text() === '\\' || spot.place === 0) &&
    ['describe', 'desc', 'use', 'go', '\\'].includes(spot.word())
      ? 'That is a command of another program, not of PostgreSQL. “The tables”, under the field, shows all tables and their columns.'
      : undefined,
  (spot) =>
    spot.tokens[0]?.text.toLowerCase() === 'update' &&
    spot.clause !== 'set' &&
    isComparison(spot.text())
      ? 'Before what is changed stands SET: `UPDATE merchants SET plan = …`.'
      : undefined,
  (spot) =>
    spot.word() === 'not' && spot.clause === 'from' && spot.word(1) === 'in'
      ? 'A condition begins with WHERE and its column: `WHERE merchant_id NOT IN (…)`.'
      : undefined,
  (spot) =>
    spot.text() === '(' && spot.word(-1) === 'null'
      ? 'NULL takes no brackets: `IS NOT NULL`.'
      : undefined,
);

const comesAfterFrom = (spot: Spot) =>
  spot
    .query()
    .some((place) => place < spot.place && spot.tokens[place]!.text.toLowerCase() === 'from');
