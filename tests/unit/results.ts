import fc from 'fast-check';
import type { Result } from '../../src/lib/lab/sql/result.ts';

/** A result whose columns are numbers where every value of theirs is. */
export function toResult(rows: (string | null)[][], total = rows.length): Result {
  const columns = (rows[0] ?? []).map((_, place) => ({
    name: `c${place}`,
    isNumber: rows.every((row) => row[place] === null || /^-?[\d.]+$/.test(row[place]!)),
  }));
  return { columns, rows, total };
}

export const free = { ordered: false };
export const ordered = { ordered: true };

const value = fc.option(fc.oneof(fc.integer().map(String), fc.string()), { nil: null });
export const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.array(fc.array(value, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 8,
  }),
);
