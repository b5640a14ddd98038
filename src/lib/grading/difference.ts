import type { Result } from '../sql/result.ts';
import { findUnmatched, isSameValue, toNumber } from './compare.ts';
import type { Comparison, Row, Value } from './compare.ts';

/** Where a result first leaves the one that was asked for, and what that usually means. */
export interface Difference {
  /** One or two plain sentences. */
  message: string;
  /** The first row that is not as it should be, and the one that should be there. */
  row?: { yours?: Row | undefined; wanted?: Row | undefined; column?: number | undefined };
}

const count = (number: number, noun: string) =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;

/** Says how a result differs from the wanted one. They must differ. */
export function describeDifference(
  yours: Result,
  wanted: Result,
  comparison: Comparison,
): Difference {
  if (yours.columns.length !== wanted.columns.length) return describeColumns(yours, wanted);
  if (yours.total !== wanted.total) return describeCount(yours, wanted, comparison);
  const isOtherOrder =
    comparison.ordered &&
    findUnmatched(yours.rows, wanted.rows, { ...comparison, ordered: false }).length === 0;
  if (isOtherOrder) {
    return {
      message:
        'The rows are right and stand in another order than the question asks for. Look at ORDER BY: which column comes first, and in which direction?',
    };
  }
  if (isOtherColumnOrder(yours, wanted, comparison)) {
    return {
      message:
        'The values are right and the columns stand in another order than the question asks for.',
    };
  }
  return describeValues(yours, wanted, comparison);
}

function describeColumns(yours: Result, wanted: Result): Difference {
  const [has, needs] = [yours.columns.length, wanted.columns.length];
  const advice =
    has > needs
      ? 'Leave out what the question does not ask for: every column after SELECT is one column of the answer.'
      : 'Read the question again for everything it wants to see side by side.';
  return {
    message: `Your result has ${count(has, 'column')}, the question asks for ${needs}. ${advice}`,
  };
}

function describeCount(yours: Result, wanted: Result, comparison: Comparison): Difference {
  const numbers = `Your result has ${count(yours.total, 'row')}, the answer ${wanted.total.toLocaleString('en')}.`;
  if (yours.total === 0) {
    return {
      message: `Your result is empty; the answer has ${count(wanted.total, 'row')}. A condition lets nothing through: check how the value is spelled in the data, and remember that nothing equals NULL.`,
    };
  }
  const rows = { ...comparison, ordered: false };
  if (yours.total > wanted.total) {
    const [extra] = findUnmatched(yours.rows, wanted.rows, rows);
    return {
      message: `${numbers} Too many rows usually means a missing condition, a missing GROUP BY, or one column too many in it.`,
      row: { yours: yours.rows[extra ?? 0] },
    };
  }
  const [missing] = findUnmatched(wanted.rows, yours.rows, rows);
  return {
    message: `${numbers} Too few rows usually means a condition that is too narrow, or rows with NULL that a comparison or a join has dropped.`,
    row: { wanted: wanted.rows[missing ?? 0] },
  };
}

function isOtherColumnOrder(yours: Result, wanted: Result, comparison: Comparison): boolean {
  const columnOf = (result: Result, place: number) => result.rows.map((row) => [row[place]!]);
  const free = wanted.columns.map((_, place) => place);
  const partners = yours.columns.map((_, place) => {
    const partner = free.findIndex(
      (other) =>
        findUnmatched(columnOf(yours, place), columnOf(wanted, other), comparison).length === 0,
    );
    return partner < 0 ? undefined : free.splice(partner, 1)[0];
  });
  return !partners.includes(undefined) && partners.some((partner, place) => partner !== place);
}

function describeValues(yours: Result, wanted: Result, comparison: Comparison): Difference {
  const [wrong = 0, ...others] = findUnmatched(yours.rows, wanted.rows, comparison);
  const row = yours.rows[wrong]!;
  const partner = comparison.ordered
    ? wanted.rows[wrong]!
    : findNearest(
        row,
        findUnmatched(wanted.rows, yours.rows, comparison).map((place) => wanted.rows[place]!),
        comparison,
      );
  const column = row.findIndex(
    (value, place) => !isSameValue(value, partner[place]!, comparison.decimals),
  );
  const name = yours.columns[column]?.name ?? '';
  const many = others.length + 1;
  const where =
    yours.rows.length === 1
      ? `The value of “${name}” differs.`
      : `${count(many, 'row')} of ${yours.rows.length} ${many === 1 ? 'differs' : 'differ'}, the first of them in the column “${name}”.`;
  const meaning = explainValues(row[column]!, partner[column]!, comparison.decimals);
  return { message: `${where} ${meaning}`, row: { yours: row, wanted: partner, column } };
}

/** The row with the most values in common. */
function findNearest(row: Row, others: readonly Row[], { decimals }: Comparison): Row {
  const common = (other: Row) =>
    row.filter((value, place) => isSameValue(value, other[place]!, decimals)).length;
  return others.reduce((best, other) => (common(other) > common(best) ? other : best));
}

/** What it usually means that one value stands where another should. */
function explainValues(yours: Value, wanted: Value, decimals: number | undefined): string {
  if (yours === null) {
    return 'You have NULL where a value is asked for: a calculation with NULL gives NULL, and a left join leaves NULL where no partner was found.';
  }
  const [has, needs] = [toNumber(yours), wanted === null ? undefined : toNumber(wanted)];
  if (wanted === null) {
    return has === 0
      ? 'You have 0 where the data says nothing. Zero is a number that was measured; NULL is the lack of one.'
      : 'You have a value where the data says nothing (NULL).';
  }
  if (has === undefined || needs === undefined) {
    if (yours.toLowerCase() === wanted.toLowerCase()) return 'They differ in capital letters only.';
    return 'Check which column you show, and how the question wants it written.';
  }
  const isNear = (number: number) => isSameValue(String(number), wanted, decimals);
  if (isNear(has * 100)) return 'Yours is a share; the question asks for percent.';
  if (isNear(has / 100)) {
    return 'Yours is 100 times too large: percent instead of a share, or cents instead of euros.';
  }
  if (isNear(-has)) return 'It has the other sign: something is subtracted the wrong way round.';
  if (Number.isInteger(has) && has === Math.trunc(needs)) {
    return 'Yours is a whole number: PostgreSQL drops the fraction when it divides one whole number by another. Make one of them numeric, as in 100.0 * a / b.';
  }
  return has > needs
    ? 'Yours is too large: rows counted twice, or rows that the question leaves out, are the usual reasons.'
    : 'Yours is too small: a condition that is too narrow, rows with NULL, or DISTINCT where each row counts are the usual reasons.';
}
