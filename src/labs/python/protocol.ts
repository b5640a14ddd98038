import type { Observation } from '../../lib/lab/python/observation.ts';
import type { PythonGrade, PythonTask } from '../../lib/grading/python.ts';
import type { Seed } from '../../lib/grading/sql.ts';

/** A script to be run, and to be graded if it comes with a task. */
export interface PythonJob {
  code: string;
  /** Names of its files. */
  files: readonly string[];
  /** Address of the folder that has the files of each seed. */
  folders: Record<Seed, string>;
  task?: PythonTask;
}

/** What a script left behind, and its grade. What it prints comes while it runs. */
export interface PythonAnswer {
  observation: Observation;
  grade?: PythonGrade;
  milliseconds: number;
}
