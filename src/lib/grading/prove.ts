import type { SqlError } from '../lab/sql/messages.ts';
import { shownRows } from '../lab/sql/result.ts';
import type { Result } from '../lab/sql/result.ts';
import { isSameResult } from './compare.ts';
import type { Problem } from './kind.ts';
import { isSameEvaluated } from './python-compare.ts';
import { describeIdle, findUnused, gradePython } from './python.ts';
import type { Observation } from '../lab/python/observation.ts';
import type { Observe, PythonTask } from './python.ts';
import { gradeSql, seedNames } from './sql.ts';
import type { Ask, Seed, SqlTask } from './sql.ts';

interface Written {
  starter: string;
}

/** Marks the places that a learner fills in; such a starter cannot run. */
const gap = '___';

/**
 * Proves an SQL exercise: on both seeds the solution gives rows, every mistake gives others, and
 * each mistake is told from the others.
 */
export async function proveSql(
  task: SqlTask & Written,
  ask: Ask,
): Promise<{ problems: Problem[]; result?: Result }> {
  const problems: Problem[] = [];
  const answer = async (code: string, seed: Seed, path: Problem['path']) => {
    try {
      const result = (await ask(code, seed)).findLast(({ columns }) => columns.length > 0);
      if (result) return result;
      problems.push({ path, problem: 'It gives no rows.', remedy: 'End it with a SELECT.' });
    } catch (error) {
      const { message } = error as SqlError;
      problems.push({ path, problem: `It fails: ${message}.`, remedy: 'Mend the query.' });
    }
    return undefined;
  };
  const wanted = new Map<Seed, Result>();
  for (const seed of seedNames) {
    const result = await answer(task.solution, seed, ['solution']);
    if (!result) return { problems };
    wanted.set(seed, result);
    if (result.total === 0 || result.total > shownRows) {
      problems.push({
        path: ['solution'],
        problem: `The solution gives ${result.total} rows on the ${seed} data.`,
        remedy: `Ask for something that has 1 to ${shownRows} rows: the grader sees no more.`,
      });
    }
    const mistakes: (Result | undefined)[] = [];
    for (const [place, { code }] of task.mistakes.entries()) {
      const path = ['mistakes', place];
      const wrong = await answer(code, seed, path);
      const twin = mistakes.findIndex(
        (other) => wrong && other && isSameResult(wrong, other, task),
      );
      if (wrong && isSameResult(wrong, result, task)) problems.push(passes(path, seed));
      else if (twin >= 0) problems.push(isTwin(path, task.mistakes[twin]!.id, seed));
      mistakes.push(wrong);
    }
  }
  const result = wanted.get('practice')!;
  if (isSameResult(result, wanted.get('hidden')!, task)) problems.push(sameOnBoth);
  if (task.starter && !task.starter.includes(gap)) {
    const { verdict } = await gradeSql(task, task.starter, ask);
    if (verdict === 'right') problems.push(starterPasses);
  }
  return { problems, result };
}

/** Proves a Python exercise, as `proveSql` does; the solution must also use what it must. */
export async function provePython(
  task: PythonTask & Written,
  observe: Observe,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const isSame = (one: Observation, other: Observation) =>
    one.values.every((finding, place) => isSameEvaluated(finding, other.values[place]!, task));
  const run = async (code: string, seed: Seed, path: Problem['path']) => {
    const observation = await observe(code, seed);
    if (!observation.error) return observation;
    const { type, message } = observation.error;
    problems.push({ path, problem: `It fails: ${type}: ${message}.`, remedy: 'Mend the script.' });
    return undefined;
  };
  const wanted: Observation[] = [];
  for (const seed of seedNames) {
    const solution = await run(task.solution, seed, ['solution']);
    if (!solution) return problems;
    wanted.push(solution);
    task.checks.forEach(({ expression }, place) => {
      if ('value' in solution.values[place]!) return;
      problems.push({
        path: ['checks', place],
        problem: `The solution has no value for ${expression}.`,
        remedy: 'Use a name that the solution defines.',
      });
    });
    const mistakes: (Observation | undefined)[] = [];
    for (const [place, { code }] of task.mistakes.entries()) {
      const path = ['mistakes', place];
      const wrong = await run(code, seed, path);
      const twin = mistakes.findIndex((other) => wrong && other && isSame(wrong, other));
      if (wrong && isSame(wrong, solution)) problems.push(passes(path, seed));
      else if (twin >= 0) problems.push(isTwin(path, task.mistakes[twin]!.id, seed));
      mistakes.push(wrong);
    }
  }
  if (isSame(wanted[0]!, wanted[1]!)) problems.push(sameOnBoth);
  const missing = findUnused(task, wanted[0]!);
  if (missing) {
    problems.push({
      path: ['mustUse'],
      problem: `The solution does not use ${missing} itself.`,
      remedy: 'Mend the name, or the solution.',
    });
  }
  const idle = describeIdle(task, wanted[0]!);
  if (idle) {
    problems.push({ path: ['solution'], problem: idle, remedy: 'Mend the assertion.' });
  }
  if (task.starter && !task.starter.includes(gap)) {
    const { verdict } = await gradePython(task, task.starter, observe);
    if (verdict === 'right') problems.push(starterPasses);
  }
  return problems;
}

const passes = (path: Problem['path'], seed: Seed): Problem => ({
  path,
  problem: `This known mistake gives what the solution gives on the ${seed} data.`,
  remedy: 'Ask for something in which the mistake shows, or take it out.',
});

const isTwin = (path: Problem['path'], twin: string, seed: Seed): Problem => ({
  path,
  problem: `This known mistake gives what "${twin}" gives on the ${seed} data, and would get its message.`,
  remedy: 'Keep one of the two, or ask for something that tells them apart.',
});

const sameOnBoth: Problem = {
  path: ['solution'],
  problem: 'The solution gives the same on both seeds, so that a typed answer would pass.',
  remedy: 'Ask for something that depends on the data.',
};

const starterPasses: Problem = {
  path: ['starter'],
  problem: 'What stands in the field at first is right already.',
  remedy: 'Take something out of it.',
};
