import type { PlanStep } from './plan.ts';

/** What one statement gave. */
export interface Result {
  /** Empty for a statement that gives no rows. */
  columns: { name: string; isNumber: boolean }[];
  /** As PostgreSQL writes the values; NULL is null. At most `shownRows`. */
  rows: (string | null)[][];
  /** Rows that the statement gave or changed. */
  total: number;
  /** For EXPLAIN: the way to the result, step by step. */
  plan?: PlanStep;
}

/** The most rows of a result that are handed over; the total is told beside them. */
export const shownRows = 200;
