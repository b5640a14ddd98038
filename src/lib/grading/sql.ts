import type { SqlFile } from '../../schemas/activity/sql.ts';
import type { SqlError } from '../lab/sql/messages.ts';
import type { Result } from '../lab/sql/result.ts';
import { isSameResult } from './compare.ts';
import type { Comparison } from './compare.ts';
import { findMistake } from './mistake.ts';
import { toOutcome } from './written.ts';
import type { CodeAnswer } from './written.ts';
import { describeDifference } from './difference.ts';
import type { Difference } from './difference.ts';

/** What grading a query needs to know of its item. */
export interface SqlTask extends Comparison {
  solution: string;
  mistakes: readonly { id: string; code: string }[];
}

export const seedNames = ['practice', 'hidden'] as const;

/** The data that learners see, and data of the same shape with other numbers. */
export type Seed = (typeof seedNames)[number];

export type SqlGrade =
  | { verdict: 'right' }
  /** It behaves like a solution that is known to be wrong. */
  | { verdict: 'mistake'; mistake: string }
  /** Right on the data shown, wrong on other data, and no known mistake. */
  | { verdict: 'fixed'; difference: Difference }
  | { verdict: 'different'; difference: Difference }
  | { verdict: 'nothing' }
  | { verdict: 'error'; error: SqlError; seed: Seed };

/**
 * Runs a script on one of the seeds.
 *
 * @throws SqlError, or an Error where the engine cannot go on.
 */
export type Ask = (script: string, seed: Seed) => Promise<Result[]>;

/**
 * Grades a query by what it gives, never by how it is written: it must give what the solution
 * gives, on both seeds. Where it does not, it is compared with the known mistakes.
 */
export async function gradeSql(task: SqlTask, script: string, ask: Ask): Promise<SqlGrade> {
  const answers = async (code: string, seed: Seed) =>
    (await ask(code, seed)).filter(({ columns }) => columns.length > 0);
  for (const seed of seedNames) {
    let results: Result[];
    try {
      results = await answers(script, seed);
    } catch (error) {
      // Not what PostgreSQL says of a query, but an engine that broke.
      if (error instanceof Error) throw error;
      return { verdict: 'error', error: error as SqlError, seed };
    }
    const yours = results.at(-1);
    if (!yours) return { verdict: 'nothing' };
    const wanted = (await answers(task.solution, seed)).at(-1)!;
    if (isSameResult(yours, wanted, task)) continue;
    if (seed === 'practice') {
      const mistake = await findMistake(task.mistakes, async (wrong, on) => {
        const known = (await answers(wrong, on)).at(-1);
        // On the hidden seed an answer can fail.
        const mine = on === seed ? yours : (await answers(script, on).catch(() => [])).at(-1);
        return Boolean(known && mine && isSameResult(mine, known, task));
      });
      if (mistake) return { verdict: 'mistake', mistake };
    }
    const difference = describeDifference(yours, wanted, task);
    if (results.length > 1) {
      difference.what = `Of your ${results.length} results the last one counts. ${difference.what}`;
    }
    return { verdict: seed === 'practice' ? 'different' : 'fixed', difference };
  }
  return { verdict: 'right' };
}

export { check, read, traits } from './written.ts';

export const toKey = ({ solution, mistakes, decimals, ordered }: SqlFile): SqlTask => ({
  solution,
  mistakes: mistakes.map(({ id, code }) => ({ id, code })),
  decimals,
  ordered,
});

/** Grades an answer where there is an engine to ask. */
export const grade = async (key: SqlTask, { code }: CodeAnswer, ask: Ask) =>
  toOutcome(await gradeSql(key, code, ask));
