import { explainCharacter, explainMark } from './explain/characters.ts';
import { explainFunction, explainWrongKind } from './explain/functions.ts';
import { explainGrouping, explainWindow } from './explain/groups.ts';
import {
  explainAmbiguous,
  explainColumn,
  explainObject,
  explainRelation,
} from './explain/names.ts';
import { firstOf } from './explain/rule.ts';
import type { Rule } from './explain/rule.ts';
import { Spot } from './explain/spot.ts';
import type { Failure } from './explain/spot.ts';
import { explainPlaceholder } from './explain/slips.ts';
import { explainSyntax } from './explain/syntax.ts';
import { explainMoment, explainShape, explainText, explainTypes } from './explain/values.ts';

/** An error of PostgreSQL, as far as it is explained. */
export type SqlError = Failure;

/** An error in plain words: what is so, then what to do. Code stands in backticks. */
export interface Explanation {
  says: string;
  /** Offset of its cause in the script, from 0. */
  at?: number | undefined;
}

const first = ({ quoted }: Spot) => `\`${quoted[0] ?? ''}\``;

/** Mistakes in what is written, in which a character that nobody meant may have a part. */
const written = (...rules: Rule[]) => firstOf(explainCharacter, explainMark, ...rules);

/**
 * The errors that learners meet. One code can be several errors.
 * Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const rules: Record<string, Rule> = {
  '42601': written(explainShape, explainSyntax),
  '42703': written(explainColumn),
  '42P01': written(explainRelation),
  '42883': written(explainFunction),
  '42704': written(explainObject),
  '42803': explainGrouping,
  '42P20': explainWindow,
  '42809': explainWrongKind,
  '42702': explainAmbiguous,
  '42712': (spot) =>
    `Two tables of this query are called ${first(spot)}. Give one another short name.`,
  '42P10': ({ error: { message } }) => {
    const [, clause, number] = /^(\w+ \w+) position (\d+)/.exec(message) ?? [];
    if (clause) return `${clause} ${number} means column ${number} of SELECT, and it has fewer.`;
    return message.startsWith('for SELECT DISTINCT')
      ? 'With DISTINCT one row stands for many, so ORDER BY can use only what SELECT shows. Show the column, too, or use GROUP BY.'
      : undefined;
  },
  '42804': explainTypes,
  '42846': ({ error: { message } }) => {
    const isNumber = /type timestamp.* to (integer|bigint|numeric)/.test(message);
    return `${message[0]!.toUpperCase()}${message.slice(1)}.${isNumber ? ' `extract(epoch from …)` makes a number of a moment.' : ''}`;
  },
  '08P01': explainPlaceholder,
  '42P02': explainPlaceholder,
  '42P18': () => 'PostgreSQL cannot tell which type a value has. Say it: `NULL::integer`.',
  '42725': () =>
    "Several functions of this name would fit, as a text in quotes can be many things. Say what it is: `date '2026-01-01'`.",
  '22P02': explainText,
  '22007': explainText,
  '22008': explainMoment,
  '22012': () =>
    'Something is divided by zero. `nullif(…, 0)` around the divisor gives NULL instead.',
  '22003': () =>
    'A number is larger than its type can hold. `::bigint` or `::numeric` before the calculation makes room.',
  '22023': ({ quoted, error: { message } }) =>
    message.startsWith('unit')
      ? `There is no unit of time \`${quoted[0] ?? ''}\`. There are \`year\`, \`month\`, \`week\`, \`day\`, \`hour\`, \`minute\` and others.`
      : message.startsWith('time zone')
        ? "Time zones are named by area and city: `'Europe/Lisbon'`."
        : undefined,
  '2201W': () => 'LIMIT cannot be negative.',
  '21000': () =>
    'The query in brackets gives several rows where one value is needed. `IN` compares with all of them; `max(…)` or LIMIT 1 makes them one.',
  '23505': () => 'A row with this key is there already.',
  '23503': () => 'The row names another one that does not exist, or is still named itself.',
  '23502': (spot) => `The column ${first(spot)} must not be NULL.`,
  '23514': () =>
    'The value breaks a rule of the table: “The tables”, under the field, says what it may hold.',
  '25001': () => 'This cannot be done here, where every run is undone at its end.',
  '42P07': (spot) => `There is a table ${first(spot)} already.`,
  '42701': (spot) => `The column ${first(spot)} stands twice.`,
};

/**
 * Says in plain words what an error means and what to do about it.
 *
 * @param script - what was run.
 * @param tables - the columns of each table, so that names can be compared.
 */
export function explainError(
  error: SqlError,
  script: string,
  tables: Readonly<Record<string, readonly string[]>>,
): Explanation {
  if (!error.code) return { says: `${error.message}.`, at: error.at };
  const says = rules[error.code]?.(new Spot(error, script, tables));
  const hint = error.hint ? ` ${error.hint}` : '';
  if (says === undefined)
    return { says: `PostgreSQL says: ${error.message}.${hint}`, at: error.at };
  return typeof says === 'string' ? { says, at: error.at } : says;
}

/** Line and column of an offset, both from 1. */
export function toPlace(text: string, at: number): { line: number; column: number } {
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
