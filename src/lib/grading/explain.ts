import type { ExplainFile, ExplainKey } from '../../schemas/activity/explain.ts';
import type { StoredAnswer } from '../../schemas/progress.ts';
import { textAt, textsAt, usual } from './kind.ts';
import type { Outcome, Problem, Traits } from './kind.ts';
import { toIdCheck } from './references.ts';

export interface ExplainAnswer {
  text: string;
  /** Ids of the points that its author finds in it. */
  points: string[];
}

export interface ExplainGrade extends Outcome {
  /** Ids of the points that it does not make. */
  missed: string[];
}

export const traits = (): Traits => usual;

export function check({ points, exemplars }: ExplainFile): Problem[] {
  const checkPoint = toIdCheck(
    'point',
    points.map(({ id }) => id),
  );
  const levels = exemplars.map(({ level }) => level);
  return [
    ...exemplars.flatMap(({ has }, index) =>
      has.flatMap((point, place) => checkPoint(point, 'exemplars', index, 'has', place)),
    ),
    ...(new Set(levels).size < levels.length
      ? [
          {
            path: ['exemplars'],
            problem: 'Two exemplars have the same level.',
            remedy: 'Write a weak, a sound and a strong one.',
          },
        ]
      : []),
  ];
}

export const toKey = ({ points, pass }: ExplainFile): ExplainKey => ({
  points: points.map(({ id }) => id),
  pass,
});

export function read(stored: StoredAnswer): ExplainAnswer | undefined {
  const text = typeof stored === 'string' ? stored : textAt(stored, 'text');
  return text === undefined ? undefined : { text, points: textsAt(stored, 'points') ?? [] };
}

export function grade(key: ExplainKey, { points }: ExplainAnswer): ExplainGrade {
  const missed = key.points.filter((point) => !points.includes(point));
  const score = (key.points.length - missed.length) / key.points.length;
  return { missed, score, passed: score >= key.pass };
}
