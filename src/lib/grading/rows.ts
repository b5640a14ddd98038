import type { Result } from '../lab/sql/result.ts';
import { findUnmatched, toNumber } from './compare.ts';
import type { Comparison, Row, Value } from './compare.ts';
import { nameColumn } from './column.ts';
import type { Difference } from './difference.ts';

const count = (number: number, noun: string) =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;

/** Says why a result may have more or fewer rows than the answer. */
export function describeCount(yours: Result, wanted: Result, comparison: Comparison): Difference {
  if (yours.total === 0) {
    return {
      what: `Your result is empty; the answer has ${count(wanted.total, 'row')}.`,
      why: 'A condition lets nothing through: check how its value is spelled, capitals included; remember that nothing equals NULL, and that two conditions can contradict each other.',
    };
  }
  const what = `Your result has ${count(yours.total, 'row')}, the answer ${wanted.total.toLocaleString('en')}.`;
  const rows = { ...comparison, ordered: false };
  const difference =
    yours.total > wanted.total
      ? describeTooMany(yours, wanted, rows)
      : describeTooFew(yours, wanted, comparison);
  return { ...difference, what };
}

type Found = Omit<Difference, 'what'>;

function describeTooMany(yours: Result, wanted: Result, rows: Comparison): Found {
  const [extra = 0, ...others] = findUnmatched(yours.rows, wanted.rows, rows);
  const row = { yours: yours.rows[extra] };
  // All that is asked for is there, and more.
  if (others.length + 1 === yours.rows.length - wanted.rows.length) {
    const hasNull = (list: Result['rows']) => list.some((values) => values.includes(null));
    const why =
      row.yours?.includes(null) && !hasNull(wanted.rows)
        ? 'A row with NULL is too many: a left join keeps rows without a partner, and a group can be made of missing values.'
        : 'All rows of the answer are among yours. Look at LIMIT, and for a condition that is missing or too wide.';
    return { why, row };
  }
  if (wanted.total === 1) {
    return {
      why: 'The question asks for one row: count or add up, and leave out GROUP BY.',
      row,
    };
  }
  const fine = findRepeated(yours, wanted);
  if (fine !== undefined) {
    return {
      why: `The answer has one row for each value of ${nameColumn(yours, fine)}, yours has several. That is a missing GROUP BY or one column too many in it, or a join that repeats rows.`,
      row,
    };
  }
  return {
    why: areDisjoint(yours.rows, wanted.rows, 0)
      ? 'Not one value of your first column is in the answer: do you group by, or show, something else than the question asks for?'
      : 'Too many rows usually means a condition that is missing or too wide, a missing GROUP BY or one column too many in it, or a join that repeats rows.',
    row,
  };
}

function describeTooFew(yours: Result, wanted: Result, comparison: Comparison): Found {
  const rows = { ...comparison, ordered: false };
  const [missing = 0, ...others] = findUnmatched(wanted.rows, yours.rows, rows);
  const row = { wanted: wanted.rows[missing] };
  if (others.length + 1 === wanted.rows.length - yours.rows.length) {
    return {
      why: 'What you have is right; some rows are missing: a LIMIT, a condition that is too narrow, or rows with NULL that a comparison or a join has dropped.',
      row,
    };
  }
  const coarse = findRepeated(wanted, yours);
  if (coarse !== undefined) {
    return {
      why: `The answer has several rows for one value of ${nameColumn(yours, coarse)}, yours has one: your groups are too large. GROUP BY needs a column more, or there should be no groups.`,
      row,
    };
  }
  if (yours.total === 1) {
    return {
      why: 'Yours is one row for all: a count or a sum without GROUP BY makes that, and so does LIMIT 1.',
      row,
    };
  }
  const end = describeEnd(yours, wanted, comparison);
  return {
    why:
      end ??
      (areDisjoint(yours.rows, wanted.rows, 0)
        ? 'Not one value of your first column is in the answer: do you group by, or show, something else than the question asks for?'
        : 'Too few rows usually means a condition that is too narrow, groups that are too large, or rows with NULL that a comparison or a join has dropped.'),
    row,
  };
}

/** A column that holds the same values in both, each once in `single`, and some of them again in `many`. */
function findRepeated(many: Result, single: Result): number | undefined {
  const place = single.columns.findIndex((_, column) => {
    const values = new Set(single.rows.map((row) => row[column]));
    const all = new Set(many.rows.map((row) => row[column]));
    return (
      values.size === single.rows.length &&
      all.size < many.rows.length &&
      [...all].every((value) => values.has(value)) &&
      [...values].every((value) => all.has(value))
    );
  });
  return place < 0 ? undefined : place;
}

const toOrder = (value: Value): number | string => toNumber(value ?? '') ?? value ?? '';

/**
 * Whether a result shows the other end of an order than the answer: a column that falls in one and
 * rises in the other, with no value in common; or one that begins with NULL.
 */
export function describeEnd(
  yours: Result,
  wanted: Result,
  { ordered }: Comparison,
): string | undefined {
  for (const [place] of wanted.columns.entries()) {
    const [mine, other] = [yours, wanted].map(({ rows }) => rows.map((row) => row[place]!));
    const name = nameColumn(yours, place);
    if (ordered && mine![0] === null && mine!.length > 1 && other![0] !== null)
      return `Your first rows have NULL in ${name}. With DESC PostgreSQL puts NULL first: \`NULLS LAST\`, or a condition that leaves them out.`;
    if (isOtherEnd(mine!, other!))
      return `You show the other end of the order by ${name}: look at ASC and DESC.`;
  }
  return undefined;
}

function isOtherEnd(yours: readonly Value[], wanted: readonly Value[]): boolean {
  if (yours.includes(null) || wanted.includes(null) || yours.length < 2 || wanted.length < 2)
    return false;
  const [mine, other] = [yours.map(toOrder), wanted.map(toOrder)];
  const isFalling = (list: typeof mine) =>
    list.every((value, at) => at === 0 || value <= list[at - 1]!);
  const isRising = (list: typeof mine) =>
    list.every((value, at) => at === 0 || value >= list[at - 1]!);
  const spread = (list: typeof mine) => list[0] !== list.at(-1);
  if (!spread(mine) && !spread(other)) return false;
  const below = mine.every((value) => other.every((one) => value < one));
  const above = mine.every((value) => other.every((one) => value > one));
  return (
    (isRising(mine) && isFalling(other) && below) || (isFalling(mine) && isRising(other) && above)
  );
}

/** Whether two columns have no value in common. */
const areDisjoint = (one: readonly Row[], other: readonly Row[], column: number): boolean =>
  one.every((row) => other.every((candidate) => row[column] !== candidate[column]));
