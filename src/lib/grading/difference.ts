import type { Result } from '../lab/sql/result.ts';
import { findUnmatched, isSameValue } from './compare.ts';
import type { Comparison, Row } from './compare.ts';
import { areDisjoint, explainValues } from './values.ts';

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
      message: `Your result is empty; the answer has ${count(wanted.total, 'row')}. A condition lets nothing through: check how its value is spelled, remember that nothing equals NULL, and that two conditions can contradict each other.`,
    };
  }
  const rows = { ...comparison, ordered: false };
  return yours.total > wanted.total
    ? describeTooMany(yours, wanted, rows, numbers)
    : describeTooFew(yours, wanted, rows, numbers);
}

function describeTooMany(
  yours: Result,
  wanted: Result,
  rows: Comparison,
  numbers: string,
): Difference {
  const [extra = 0, ...others] = findUnmatched(yours.rows, wanted.rows, rows);
  const row = { yours: yours.rows[extra] };
  if (wanted.total === 1) {
    return {
      message: `${numbers} The question asks for one row: count or add up, and leave out GROUP BY.`,
      row,
    };
  }
  // All that is asked for is there, and more.
  if (others.length + 1 === yours.rows.length - wanted.rows.length) {
    const hasNull = (list: Result['rows']) => list.some((values) => values.includes(null));
    const message =
      row.yours?.includes(null) && !hasNull(wanted.rows)
        ? 'A row with NULL is too many: a left join keeps rows without a partner, and a group can be made of missing values.'
        : 'All rows of the answer are among yours. Look at LIMIT, and for a condition that is missing or too wide.';
    return { message: `${numbers} ${message}`, row };
  }
  const message = areDisjoint(yours.rows, wanted.rows, 0)
    ? 'Not one value of your first column is in the answer: do you group by, or show, something else than the question asks for?'
    : 'Too many rows usually means a condition that is missing or too wide, a missing GROUP BY or one column too many in it, or a join that repeats rows.';
  return { message: `${numbers} ${message}`, row };
}

function describeTooFew(
  yours: Result,
  wanted: Result,
  rows: Comparison,
  numbers: string,
): Difference {
  const [missing = 0, ...others] = findUnmatched(wanted.rows, yours.rows, rows);
  const row = { wanted: wanted.rows[missing] };
  const isPart = others.length + 1 === wanted.rows.length - yours.rows.length;
  const message = isPart
    ? 'What you have is right; some rows are missing: a LIMIT, a condition that is too narrow, or rows with NULL that a comparison or a join has dropped.'
    : 'Too few rows usually means a condition that is too narrow, or rows with NULL that a comparison or a join has dropped.';
  return { message: `${numbers} ${message}`, row };
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
  const name = yours.columns[column]?.name ?? '';
  const isAlone =
    yours.columns.length > 1 && !yours.columns.some((_, place) => place !== column && isOff(place));
  const meaning = explainValues({
    name,
    isAlone,
    yours: pairs.map(([one]) => one[column]!),
    wanted: pairs.map(([, other]) => other[column]!),
    answer: wanted.rows.map((other) => other[column]!),
    decimals: comparison.decimals,
  });
  const rest = isAlone
    ? `The rows and the other columns are right; look at how “${name}” is worked out. `
    : '';
  return {
    message: `${toPlace(yours, wrong.length, name)} ${rest}${meaning}`,
    row: { yours: row, wanted: partner, column },
  };
}

function toPlace({ rows }: Result, wrong: number, name: string): string {
  if (rows.length === 1) return `The value of “${name}” differs.`;
  if (wrong === 1) return `One row of ${rows.length} differs, in the column “${name}”.`;
  return `${wrong} rows of ${rows.length} differ, the first of them in the column “${name}”.`;
}

/** The row with the most values in common. */
function findNearest(row: Row, others: readonly Row[], { decimals }: Comparison): Row {
  const common = (other: Row) =>
    row.filter((value, place) => isSameValue(value, other[place]!, decimals)).length;
  return others.reduce((best, other) => (common(other) > common(best) ? other : best));
}
