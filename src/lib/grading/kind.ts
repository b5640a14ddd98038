import type { StoredAnswer } from '../../schemas/progress.ts';

/** What an answer came to. */
export interface Outcome {
  /** Share of it that was right, 0 to 1. */
  score: number;
  passed: boolean;
}

/** What a kind of activity is like, as far as others need to know. */
export interface Traits {
  /** Takes a minute and needs no lab, so that it can come back in the review. */
  isQuick: boolean;
  /** A piece of work that its author may want to read again. */
  isWork: boolean;
  /** Revealing the solution is the task: it opens before an answer, and the answer is rated. */
  opensFirst: boolean;
  /** Parts of the question beside its prompt, as Markdown: what answers refer to. */
  asks: readonly string[];
}

export const usual: Traits = { isQuick: false, isWork: false, opensFirst: false, asks: [] };

/** Something wrong in an exercise, and where it stands in its file. */
export interface Problem {
  path: (string | number)[];
  problem: string;
  remedy: string;
}

/** The text at a key of a stored answer, if there is one. */
export function textAt(stored: StoredAnswer, key: string): string | undefined {
  const value = typeof stored === 'object' && !Array.isArray(stored) ? stored[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The texts at a key of a stored answer, if there are any. */
export function textsAt(stored: StoredAnswer, key: string): string[] | undefined {
  const value = Array.isArray(stored) ? undefined : (stored as Record<string, unknown>)[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}
