import type { PythonFile } from '../../schemas/activity/python.ts';
import { toOutcome } from './written.ts';
import type { CodeAnswer } from './written.ts';
import type { Evaluated, Observation, Plain, PythonError } from '../lab/python/observation.ts';
import { isSameValue } from './compare.ts';
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
  let used: string[] = [];
  for (const seed of seedNames) {
    const yours = await observe(code, seed);
    if (yours.error) return { verdict: 'error', error: yours.error, seed };
    used = yours.used;
    const wanted = await observe(task.solution, seed);
    if (isSame(yours, wanted)) continue;
    for (const { id, code: wrong } of task.mistakes) {
      if (isSame(yours, await observe(wrong, seed))) return { verdict: 'mistake', mistake: id };
    }
    const message = describe(yours, wanted, task);
    return { verdict: seed === 'practice' ? 'different' : 'fixed', message };
  }
  const missing = task.mustUse.find(({ node }) => !used.includes(node));
  return missing ? { verdict: 'unused', node: missing.node } : { verdict: 'right' };
}

/** Whether two findings are the same, as far as the task asks. */
export function isSameEvaluated(
  one: Evaluated,
  other: Evaluated,
  { decimals }: Pick<PythonTask, 'decimals'>,
): boolean {
  return 'value' in one && 'value' in other && isSamePlain(one.value, other.value, decimals);
}

function isSamePlain(one: Plain, other: Plain, decimals: number | undefined): boolean {
  if (typeof one === 'number' && typeof other === 'number') {
    return isSameValue(String(one), String(other), decimals);
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    return (
      one.length === other.length &&
      one.every((item, place) => isSamePlain(item, other[place]!, decimals))
    );
  }
  if (isMap(one) && isMap(other)) {
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => key in other && isSamePlain(one[key]!, other[key]!, decimals))
    );
  }
  return one === other;
}

const isMap = (value: Plain): value is Record<string, Plain> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Says which expression differs first, what it is, and what that usually means. */
function describe(yours: Observation, wanted: Observation, task: PythonTask): string {
  const place = yours.values.findIndex(
    (finding, index) => !isSameEvaluated(finding, wanted.values[index]!, task),
  );
  const { expression, means } = task.checks[place]!;
  const subject = `\`${expression}\` should be ${means}`;
  const finding = yours.values[place]!;
  if ('missing' in finding) {
    return `${subject}, but nothing in your script has the name \`${finding.missing}\`. Names must be spelled as the question spells them, capitals included.`;
  }
  if ('failed' in finding) {
    return expression.includes('chart.drawn')
      ? `${subject}, but the script draws nothing: \`chart.bars()\` and \`chart.line()\` do.`
      : `${subject}, but asking for it fails: \`${finding.failed}\`.`;
  }
  const expected = wanted.values[place]!;
  if (!('value' in expected)) throw new Error(`The solution has no \`${expression}\`.`);
  const meaning = explain(finding.value, expected.value, task.decimals);
  return `${subject}. Yours is \`${show(finding.value)}\`, the solution’s \`${show(expected.value)}\`. ${meaning}`;
}

function explain(yours: Plain, wanted: Plain, decimals: number | undefined): string {
  if (yours === null) {
    return 'Yours is None: a function without `return` gives that, and so does `list.sort()`.';
  }
  if (typeof yours === 'string' && yours.startsWith('<function')) {
    return 'Yours is a function that was not called: put round brackets after its name.';
  }
  if (typeof yours === 'string' && typeof wanted === 'number') {
    if (isSamePlain(Number(yours), wanted, decimals)) {
      return 'Yours is text that looks right: an f-string or `str()` makes text. Leave the number a number.';
    }
    return 'Yours is text. What comes from a file is text until `int()` or `float()` turns it into a number.';
  }
  if (Array.isArray(yours) && Array.isArray(wanted)) {
    if (yours.length !== wanted.length) {
      return `Yours has ${yours.length} items instead of ${wanted.length}: look at what the loop leaves out or adds twice.`;
    }
    const sorted = (list: Plain[]) => list.map((item) => JSON.stringify(item)).sort();
    return isSamePlain(sorted(yours), sorted(wanted), undefined)
      ? 'The items are right and stand in another order.'
      : 'It has the right length; compare the items one by one.';
  }
  if (isMap(yours) && isMap(wanted)) {
    const missing = Object.keys(wanted).find((key) => !(key in yours));
    if (missing !== undefined) return `The key \`${missing}\` is missing from yours.`;
    const extra = Object.keys(yours).find((key) => !(key in wanted));
    if (extra !== undefined) return `Yours has the key \`${extra}\` too many.`;
    const wrong = Object.keys(wanted).find(
      (key) => !isSamePlain(yours[key]!, wanted[key]!, decimals),
    );
    if (wrong === undefined) return '';
    const meaning = explain(yours[wrong]!, wanted[wrong]!, decimals);
    return `The first that differs is \`${wrong}\`. ${meaning}`;
  }
  if (typeof yours === 'number' && typeof wanted === 'number') {
    const isNear = (value: number) => isSamePlain(value, wanted, decimals);
    if (isNear(yours / 100) || isNear(yours * 100)) {
      return 'They differ by a factor of 100: cents and euros, or a share and percent.';
    }
    if (Math.abs(yours) > 50 * Math.abs(wanted) && wanted !== 0) {
      return 'Yours is many times too large: a sum where an average is asked for, or a division that is missing.';
    }
    return yours > wanted
      ? 'Yours is too large: something is counted twice, or not left out.'
      : 'Yours is too small: something is skipped, a sum starts anew inside the loop, or `int()` has cut off decimals.';
  }
  return 'They are of different types: look at what the last step makes of the values.';
}

const longest = 120;

/** A value as Python writes it. */
function toPython(value: Plain): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `[${value.map(toPython).join(', ')}]`;
  if (typeof value === 'number') return String(value);
  const entries = Object.entries(value).map(([key, item]) => `'${key}': ${toPython(item)}`);
  return `{${entries.join(', ')}}`;
}

function show(value: Plain): string {
  const text = toPython(value);
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
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
