import type { ScenarioFile, ScenarioKey } from '../../schemas/activity/scenario.ts';
import type { StoredAnswer } from '../../schemas/progress.ts';
import { usual } from './kind.ts';
import type { Outcome, Problem, Traits } from './kind.ts';
import { toIdCheck } from './references.ts';

/** Evidence that was looked up, or a situation that was reached, by id. */
export type Step = { evidence: string } | { node: string };

export interface ScenarioAnswer {
  /** In order. */
  steps: Step[];
}

export interface ScenarioGrade extends Outcome {
  isGoodEnd: boolean;
  /** Ids of evidence that mattered and was not looked up, and of such that was and did not matter. */
  ignored: string[];
  needless: string[];
}

/** An end from which nobody need be warned. */
const good = 0.75;

export const traits = (): Traits => usual;

export function check({ start, nodes, evidence, budget }: ScenarioFile): Problem[] {
  const ids = Object.keys(nodes);
  const checkNode = toIdCheck('situation', ids);
  const problems = checkNode(start, 'start');
  const report = (path: Problem['path'], problem: string, remedy: string) =>
    problems.push({ path, problem, remedy });
  const reached = new Set([start]);
  for (const [id, { choices, score }] of Object.entries(nodes)) {
    choices.forEach(({ to }, index) => {
      problems.push(...checkNode(to, 'nodes', id, 'choices', index, 'to'));
      reached.add(to);
    });
    if ((choices.length === 0) === (score !== undefined)) continue;
    report(
      ['nodes', id],
      `The situation "${id}" ${choices.length === 0 ? 'ends without a score' : 'goes on and has a score'}.`,
      'Give each end a score, and choices to all others.',
    );
  }
  const lost = ids.find((id) => !reached.has(id));
  if (lost) {
    report(
      ['nodes', lost],
      `Nothing leads to "${lost}".`,
      'Let a choice lead to it, or take it out.',
    );
  }
  if (!Object.values(nodes).some(({ score }) => score === 1)) {
    report(['nodes'], 'No end is the best one.', 'Give one end the score 1.');
  }
  const needed = evidence.reduce((sum, { matters, cost }) => sum + (matters ? cost : 0), 0);
  const all = evidence.reduce((sum, { cost }) => sum + cost, 0);
  if (needed > budget.amount) {
    report(
      ['budget'],
      `The evidence that matters costs ${needed}.`,
      'Raise the budget, or lower a cost.',
    );
  }
  if (all <= budget.amount) {
    report(
      ['budget'],
      `All evidence together costs ${all}, so nobody need choose.`,
      'Lower the budget.',
    );
  }
  return problems;
}

export const toKey = ({ start, evidence, nodes }: ScenarioFile): ScenarioKey => ({
  start,
  evidence: Object.fromEntries(evidence.map(({ id, cost, matters }) => [id, { cost, matters }])),
  ends: Object.fromEntries(
    Object.entries(nodes).flatMap(([id, { score }]) => (score === undefined ? [] : [[id, score]])),
  ),
});

/** In progress version 2 a step was a text: an id, after `→` for a situation. */
export function read(stored: StoredAnswer): ScenarioAnswer | undefined {
  if (typeof stored === 'string') return undefined;
  if (!Array.isArray(stored)) {
    return Array.isArray(stored.steps) ? { steps: stored.steps as Step[] } : undefined;
  }
  return {
    steps: stored.map((step) =>
      step.startsWith('→') ? { node: step.slice(1) } : { evidence: step },
    ),
  };
}

/** The situation that the steps have led to. */
export const nodeAt = ({ start }: Pick<ScenarioKey, 'start'>, steps: readonly Step[]): string =>
  steps.reduce((node, step) => ('node' in step ? step.node : node), start);

/** Grades a way that has come to an end. A good end without the evidence it rests on was luck. */
export function grade(key: ScenarioKey, { steps }: ScenarioAnswer): ScenarioGrade {
  const seen = steps.flatMap((step) => ('evidence' in step ? step.evidence : []));
  const evidence = Object.entries(key.evidence);
  const ignored = evidence.filter(([id, { matters }]) => matters && !seen.includes(id));
  const needless = evidence.filter(([id, { matters }]) => !matters && seen.includes(id));
  const worth = key.ends[nodeAt(key, steps)] ?? 0;
  const isGoodEnd = worth >= good;
  const passed = isGoodEnd && ignored.length === 0;
  return {
    isGoodEnd,
    ignored: ignored.map(([id]) => id),
    needless: needless.map(([id]) => id),
    passed,
    score: passed ? worth : Math.min(worth, 0.5),
  };
}
