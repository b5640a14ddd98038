/** An error of PostgreSQL, as far as it is explained. */
export interface SqlError {
  /** SQLSTATE, five characters; empty for errors of the lab itself. */
  code: string;
  message: string;
  hint?: string | undefined;
  /** Offset in what was run, from 0. */
  at?: number | undefined;
}

type Explain = (quoted: string[], error: SqlError) => string;

const first = (quoted: string[], otherwise: string) => (quoted[0] ? `“${quoted[0]}”` : otherwise);

/**
 * One plain sentence for each of the errors that learners meet.
 * Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const sentences: Record<string, Explain> = {
  '42601': (quoted, { message }) =>
    message.includes('end of input')
      ? 'The query stops too early: a bracket, a quote or a last part is missing.'
      : `PostgreSQL did not expect ${first(quoted, 'what stands here')} at this place. Look just before it: often a comma, a bracket or a keyword is missing or too many.`,
  '42703': (quoted) =>
    `No table in this query has a column called ${first(quoted, 'that')}. Text goes into single quotes; without them it counts as a column.`,
  '42P01': (quoted) => `There is no table called ${first(quoted, 'that')}.`,
  '42803': (quoted) =>
    `The query makes groups, and ${first(quoted, 'this column')} can have many values in one group. Add it to GROUP BY, or sum it up with a function such as COUNT, AVG or MAX.`,
  '42883': () =>
    'There is no function or comparison of this name for values of these types. Check its spelling, and whether you compare text with a number or a date.',
  '42702': (quoted) =>
    `More than one table has a column ${first(quoted, 'of this name')}. Say which one you mean by writing the table’s name and a dot before it.`,
  '42712': (quoted) =>
    `Two tables go by the name ${first(quoted, 'given')}. Give one of them another short name.`,
  '22P02': (quoted) =>
    `The text ${first(quoted.slice(-1), 'given')} cannot be read as a value of the type that is needed here.`,
  '22007': (quoted) =>
    `The text ${first(quoted.slice(-1), 'given')} cannot be read as a date or a time.`,
  '22008': (quoted) => `There is no such day or time as ${first(quoted, 'this one')}.`,
  '22012': () =>
    'Something is divided by zero. NULLIF(…, 0) around the divisor gives NULL instead of an error.',
  '21000': () =>
    'The query in brackets gives several rows where one value is needed. Limit it, or sum it up.',
  '42804': () => 'Two values that belong together are of different types.',
  '42P18': () => 'PostgreSQL cannot tell which type a value has. Say it, as in NULL::integer.',
  '42725': () => 'Several functions of this name would fit. Say the types of the values.',
  '23505': () => 'A row with this key is there already.',
  '23503': () => 'The row names another one that does not exist, or is still named itself.',
  '23502': (quoted) => `The column ${first(quoted, 'here')} must not be NULL.`,
  '23514': () => 'The value breaks a rule of the table.',
  '25001': () => 'This cannot be done here, where every run is undone at its end.',
};

/** Says in one plain sentence what an error means. */
export function explainError(error: SqlError): string {
  const quoted = [...error.message.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
  const sentence = sentences[error.code]?.(quoted, error);
  if (!error.code) return `${error.message}.`;
  return sentence ?? `PostgreSQL says: ${error.message}.`;
}

/** Line and column of an offset, both from 1. */
export function toPlace(text: string, at: number): { line: number; column: number } {
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
