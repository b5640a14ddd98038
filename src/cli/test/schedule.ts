import type { Stage } from './stages.ts';

/** What a stage is asked before those that need it. */
interface Outcome {
  status: 'passed' | 'broken' | 'skipped';
}

/**
 * Runs stages in their order, as many at a time as there are places, each once what it names has
 * ended. A stage that needs one that did not pass is skipped.
 *
 * @param skip - makes the result of a stage that is not run, for the lack of another.
 */
export async function schedule<Result extends Outcome>(
  stages: readonly Stage[],
  places: number,
  run: (stage: Stage) => Promise<Result>,
  skip: (stage: Stage, lacking: string) => Result,
): Promise<Map<Stage, Result>> {
  const results = new Map<Stage, Result>();
  const running = new Map<Stage, Promise<unknown>>();
  const waiting = new Set(stages);
  const find = (name: string) => stages.find((stage) => stage.name === name);
  const hasEnded = (name: string) => results.has(find(name)!);

  const mayStart = ({ needs = [], after = [], isAlone }: Stage) =>
    [...needs, ...after.filter(find)].every(hasEnded) &&
    running.size < (isAlone ? 1 : places) &&
    ![...running.keys()].some((other) => other.isAlone);

  while (results.size < stages.length) {
    for (const stage of waiting) {
      if (!mayStart(stage)) continue;
      waiting.delete(stage);
      const lacking = stage.needs?.find((name) => results.get(find(name)!)?.status !== 'passed');
      if (lacking !== undefined) {
        results.set(stage, skip(stage, lacking));
        continue;
      }
      const end = run(stage).then((result) => {
        results.set(stage, result);
        running.delete(stage);
      });
      running.set(stage, end);
    }
    if (running.size > 0) await Promise.race(running.values());
  }
  return results;
}
