import type { PythonFile } from '../../schemas/activity/python.ts';
import { toOutcome } from './written.ts';
import type { CodeAnswer } from './written.ts';
import type { Observation, PythonError } from '../lab/python/observation.ts';
import { findMistake } from './mistake.ts';
import { isSameEvaluated } from './python-compare.ts';
import { describeValues } from './python-difference.ts';
import type { Seed } from './sql.ts';
import { seedNames } from './sql.ts';

/** What grading a script needs to know of its item. */
export interface PythonTask {
  solution: string;
  mistakes: readonly { id: string; code: string }[];
  checks: readonly { expression: string; means: string }[];
  /** Nodes of Python's `ast` that the script must use. */
  mustUse: readonly { node: string }[];
  /** Numbers may differ by half a unit of this decimal place. */
  decimals?: number | undefined;
}

export type PythonGrade =
  | { verdict: 'right' }
  | { verdict: 'error'; error: PythonError; seed: Seed }
  /** The result is right; the script was to use something that it does not. */
  | { verdict: 'unused'; node: string }
  | { verdict: 'mistake'; mistake: string }
  /** Right on the files shown, wrong on other files. */
  | { verdict: 'fixed'; message: string }
  | { verdict: 'different'; message: string };

/** Runs a script on the files of a seed, and evaluates the expressions. */
export type Observe = (code: string, seed: Seed) => Promise<Observation>;

/**
 * Grades a script by what it leaves behind: each expression must have the value that it has after
 * the solution, with the files shown and with others.
 */
export async function gradePython(
  task: PythonTask,
  code: string,
  observe: Observe,
): Promise<PythonGrade> {
  const isSame = (one: Observation, other: Observation) =>
    one.values.length === other.values.length &&
    one.values.every((finding, place) => isSameEvaluated(finding, other.values[place]!, task));
  let last: Observation;
  for (const seed of seedNames) {
    const yours = await observe(code, seed);
    if (yours.error) return { verdict: 'error', error: yours.error, seed };
    last = yours;
    const wanted = await observe(task.solution, seed);
    if (isSame(yours, wanted)) continue;
    if (seed === 'practice') {
      const mistake = await findMistake(task.mistakes, async (wrong, on) =>
        isSame(await observe(code, on), await observe(wrong, on)),
      );
      if (mistake) return { verdict: 'mistake', mistake };
    }
    const { what, why } = describeValues(yours, wanted, task);
    // What a difference usually means does not hold for a value that was typed in.
    return seed === 'practice'
      ? { verdict: 'different', message: [what, why].join(' ').trim() }
      : { verdict: 'fixed', message: what };
  }
  const missing = findUnused(task, last!);
  if (missing) return { verdict: 'unused', node: missing };
  const message = describeIdle(task, last!);
  return message ? { verdict: 'different', message } : { verdict: 'right' };
}

/** What the script was to use and does not. */
export const findUnused = ({ mustUse }: Pick<PythonTask, 'mustUse'>, { used }: Observation) =>
  mustUse.find(({ node }) => !used.includes(node))?.node;

/** Says why the assertion that the script was to make is none; undefined where it notices something. */
export function describeIdle(
  { mustUse }: Pick<PythonTask, 'mustUse'>,
  { idle }: Observation,
): string | undefined {
  if (!idle || !mustUse.some(({ node }) => node === 'Assert')) return undefined;
  const why = idle.isPair
    ? 'Python sees one pair in brackets, and a pair counts as true. Leave out the outer brackets.'
    : 'It stays true when one of the values is off by one. Compare the two sides that must agree.';
  return `The values are right. But line ${idle.line}, \`${idle.text.trim()}\`, would not stop the script on a file in which they do not add up. ${why}`;
}

export { check, read, traits } from './written.ts';

export const toKey = ({
  solution,
  mistakes,
  decimals,
  checks,
  mustUse,
}: PythonFile): PythonTask => ({
  solution,
  mistakes: mistakes.map(({ id, code }) => ({ id, code })),
  decimals,
  checks,
  mustUse: mustUse.map(({ node }) => ({ node })),
});

/** Grades an answer where there is an engine to observe. */
export const grade = async (key: PythonTask, { code }: CodeAnswer, observe: Observe) =>
  toOutcome(await gradePython(key, code, observe));
