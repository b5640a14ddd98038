import type { SqlError } from '../../lib/sql/messages.ts';

/** The most rows of a result that are handed over; the total is told beside them. */
export const shownRows = 200;

/** Where the worker finds what PostgreSQL starts from: the files of `src/data/downloads.ts`. */
export interface Start {
  kind: 'start';
  /** Address of the folder, with its closing slash. */
  folder: string;
}

/** A script to be run on the pristine database. */
export interface Run {
  kind: 'run';
  id: number;
  script: string;
}

export type Request = Start | Run;

/** What one statement gave. */
export interface Result {
  /** Empty for a statement that gives no rows. */
  columns: { name: string; isNumber: boolean }[];
  /** As PostgreSQL writes the values; NULL is null. At most `shownRows`. */
  rows: (string | null)[][];
  /** Rows that the statement gave or changed. */
  total: number;
}

export type Reply =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'ready' }
  /** The engine cannot start, or has stopped for good. */
  | { kind: 'broken'; message: string }
  | { kind: 'results'; id: number; results: Result[]; milliseconds: number }
  | { kind: 'error'; id: number; error: SqlError };
