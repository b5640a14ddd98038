import { monthStart } from '../clock.ts';

/** The first moments of the months that the copy covers, in UTC. */
const monthStarts = Array.from({ length: 13 }, (_, index) => monthStart(2025, 8 + index));

/**
 * Puts one row on the first moment of each month: the first after it that may. A condition that is
 * off by the boundary itself, `>` for `>=`, then finds other rows.
 *
 * @param earliestOf - before which a row may not be moved.
 */
export function standOnMonths<Column extends string, Row extends Record<Column, number>>(
  rows: readonly Row[],
  column: Column,
  earliestOf: (row: Row) => number = () => 0,
): void {
  for (const start of monthStarts) {
    const [first] = rows
      .filter((row) => row[column] >= start && earliestOf(row) <= start)
      .sort((a, b) => a[column] - b[column]);
    if (first) (first as Record<Column, number>)[column] = start;
  }
}
