import type { Result } from '../lab/sql/result.ts';
import { findUnmatched, isSameValue } from './compare.ts';
import type { Comparison, Row } from './compare.ts';
import { nameColumn } from './column.ts';
import { describeCount, describeEnd } from './rows.ts';
import { explainValues } from './values.ts';

/** Where a result first leaves the one that was asked for, and what that usually means. */
export interface Difference {
  /** What differs, as a plain sentence. */
  what: string;
  /** What that usually means, and what to do. */
  why: string;
  /** The first row that is not as it should be, and the one that should be there. */
  row?: { yours?: Row | undefined; wanted?: Row | undefined; column?: number | undefined };
}

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
      what: 'The rows are right and stand in another order than the question asks for.',
      why: 'Look at ORDER BY: which column comes first, and in which direction?',
    };
  }
  if (isOtherColumnOrder(yours, wanted, comparison)) {
    return {
      what: 'The values are right and the columns stand in another order than the question asks for.',
      why: 'Name them after SELECT in the order of the question.',
    };
  }
  return describeValues(yours, wanted, comparison);
}

function describeColumns(yours: Result, wanted: Result): Difference {
  const [has, needs] = [yours.columns.length, wanted.columns.length];
  const advice =
    has > needs
      ? 'Leave out what the question does not ask for: every column after SELECT is one column of the answer.'
      : 'Read the question again for everything it wants to see side by side. A missing comma makes one column of two.';
  return {
    what: `Your result has ${has} ${has === 1 ? 'column' : 'columns'}, the question asks for ${needs}.`,
    why: advice,
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
  const wrong = findUnmatched(yours.rows, wanted.rows, comparison);
  let left = findUnmatched(wanted.rows, yours.rows, comparison).map((place) => wanted.rows[place]!);
  const pairs = wrong.map((place) => {
    const row = yours.rows[place]!;
    const partner = comparison.ordered ? wanted.rows[place]! : findNearest(row, left, comparison);
    left = left.filter((other) => other !== partner);
    return [row, partner] as const;
  });
  const [[row, partner]] = pairs as [(typeof pairs)[number]];
  const isOff = (place: number) =>
    pairs.some(([one, other]) => !isSameValue(one[place]!, other[place]!, comparison.decimals));
  const column = row.findIndex(
    (value, place) => !isSameValue(value, partner[place]!, comparison.decimals),
  );
  const name = nameColumn(yours, column);
  const isAlone =
    yours.columns.length > 1 && !yours.columns.some((_, place) => place !== column && isOff(place));
  const meaning = explainValues({
    name: yours.columns[column]?.name ?? '',
    isAlone,
    yours: pairs.map(([one]) => one[column]!),
    wanted: pairs.map(([, other]) => other[column]!),
    answer: wanted.rows.map((other) => other[column]!),
    decimals: comparison.decimals,
  });
  const rest = isAlone
    ? `The rows and the other columns are right; look at how ${name} is worked out. `
    : '';
  const end = isAlone ? undefined : describeEnd(yours, wanted, comparison);
  return {
    what: toPlace(yours, wrong.length, name),
    why: end ?? `${rest}${meaning}`,
    row: { yours: row, wanted: partner, column },
  };
}

function toPlace({ rows }: Result, wrong: number, name: string): string {
  if (rows.length === 1) return `The value of ${name} differs.`;
  if (wrong === 1) return `One row of ${rows.length} differs, in the column ${name}.`;
  return `${wrong} rows of ${rows.length} differ, the first of them in the column ${name}.`;
}

/** The row with the most values in common. */
function findNearest(row: Row, others: readonly Row[], { decimals }: Comparison): Row {
  const common = (other: Row) =>
    row.filter((value, place) => isSameValue(value, other[place]!, decimals)).length;
  return others.reduce((best, other) => (common(other) > common(best) ? other : best));
}
