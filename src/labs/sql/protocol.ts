import type { SqlGrade, SqlTask } from '../../lib/grading/sql.ts';
import type { SqlError } from '../../lib/lab/sql/messages.ts';
import type { Result } from '../../lib/lab/sql/result.ts';

/** A script to be run on the pristine database, and to be graded if it comes with a task. */
export interface SqlJob {
  script: string;
  task?: SqlTask;
}

/** What a script gave, or why it failed; and its grade. */
export interface SqlAnswer {
  results: Result[];
  error?: SqlError;
  grade?: SqlGrade;
  /** Of the run, without grading. */
  milliseconds: number;
}
