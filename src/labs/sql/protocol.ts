import type { SqlError } from '../../lib/sql/messages.ts';
import type { Result } from '../../lib/sql/result.ts';

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

export type Reply =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'ready' }
  /** The engine cannot start, or has stopped for good. */
  | { kind: 'broken'; message: string }
  | { kind: 'results'; id: number; results: Result[]; milliseconds: number }
  | { kind: 'error'; id: number; error: SqlError };
