/** A Python value as JSON says it. */
export type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

/**
 * What an expression gave: a value, a name that does not exist beside those that do, or an error,
 * which may come from a function of the script.
 */
export type Evaluated =
  { value: Plain } | { missing: string; names: string[] } | { failed: PythonError };

/** What Python writes for a value that JSON cannot say, such as NaN or a function; else undefined. */
export function toldBy(value: Plain): string | undefined {
  const text = isMap(value) ? value['\0'] : undefined;
  return typeof text === 'string' ? text : undefined;
}

export const isMap = (value: Plain): value is Record<string, Plain> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A step of a traceback. */
export interface PythonStep {
  line: number;
  text: string;
  /** How often it stands there, one after the other. */
  times?: number;
  /** Steps before this one that are not told. */
  leftOut?: number;
}

/** An error of a script, with the learner's own lines of the traceback, outermost first. */
export interface PythonError {
  type: string;
  message: string;
  /** Where a dictionary lacks a key: the keys that it has. */
  names?: string[];
  lines: PythonStep[];
}

/** A chart that a script drew. */
export interface Drawn {
  kind: 'bar' | 'line';
  labels: string[];
  values: number[];
  title: string;
}

/** A chart from data that anybody may have written; undefined where it is none. */
export function toDrawn(data: unknown): Drawn | undefined {
  const { kind, labels, values, title } = (data ?? {}) as Record<keyof Drawn, unknown>;
  const isChart =
    (kind === 'bar' || kind === 'line') &&
    typeof title === 'string' &&
    Array.isArray(labels) &&
    labels.every((label) => typeof label === 'string') &&
    Array.isArray(values) &&
    values.length === labels.length &&
    values.length > 0 &&
    values.every((value) => Number.isFinite(value));
  return isChart ? { kind, labels, values: values as number[], title } : undefined;
}

/** What a script left behind; see `observe` in src/labs/python/course.py. */
export interface Observation {
  error: PythonError | null;
  /** One for each expression that was asked. */
  values: Evaluated[];
  /** Names of the `ast` nodes in the script. */
  used: string[];
  /** An assertion that stays true when a value is a little off, where no other notices it. */
  idle?: { line: number; text: string; isPair: boolean } | null;
  charts: Drawn[];
  /** The script has done what cannot be undone: the next one needs another interpreter. */
  isSpent?: boolean;
}
