import type { StoredAnswer } from '../../schemas/progress.ts';
import { textAt, usual } from './kind.ts';
import type { Outcome, Problem, Traits } from './kind.ts';

/** Written code, be it a query or a script. */
export interface CodeAnswer {
  code: string;
}

export const traits = (): Traits => usual;

/** Whether an exercise is fair is proved by running it; see `prove.ts`. */
export const check = (): Problem[] => [];

export function read(stored: StoredAnswer): CodeAnswer | undefined {
  const code = typeof stored === 'string' ? stored : textAt(stored, 'code');
  return code === undefined ? undefined : { code };
}

/** What a verdict counts. */
export function toOutcome({ verdict }: { verdict: string }): Outcome {
  const passed = verdict === 'right';
  return { score: passed ? 1 : 0, passed };
}
