/** A Python value as JSON says it. */
export type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

/** What an expression gave: a value, a name that does not exist, or an error. */
export type Evaluated = { value: Plain } | { missing: string } | { failed: string };

/** An error of a script, with the learner's own lines of the traceback, outermost first. */
export interface PythonError {
  type: string;
  message: string;
  lines: { line: number; text: string }[];
}

/** A chart that a script drew. */
export interface Drawn {
  kind: 'bar' | 'line';
  labels: string[];
  values: number[];
  title: string;
}

/** What a script left behind; see `observe` in src/labs/python/course.py. */
export interface Observation {
  error: PythonError | null;
  /** One for each expression that was asked. */
  values: Evaluated[];
  /** Names of the `ast` nodes in the script. */
  used: string[];
  charts: Drawn[];
}
