import { describe, expect, it } from 'vitest';
import type { Activity, Chapter } from '../../src/lib/course/course.ts';
import { toEvidence } from '../../src/lib/course/evidence.ts';

const objective = { id: 'query-with-sql', level: 'apply' } as const;
const chapter = (id: string, fields: Partial<Chapter>) =>
  ({ id, status: 'done', objectives: [], reinforces: [], ...fields }) as unknown as Chapter;
const item = (id: string, pool: string, fields: Partial<Activity> = {}) =>
  ({
    id,
    pool,
    role: 'practice',
    bloom: 'apply',
    objectives: [objective.id],
    ...fields,
  }) as Activity;

describe('toEvidence', () => {
  it('lists finished chapters only', () => {
    const evidence = toEvidence(
      objective,
      [
        chapter('home', { objectives: [objective.id] }),
        chapter('again', { reinforces: [objective.id] }),
        chapter('later', { objectives: [objective.id], status: 'planned' }),
      ],
      [],
    );
    expect(evidence).toEqual({
      taught: ['home'],
      practiced: [],
      assessed: [],
      reinforced: ['again'],
    });
  });

  it('counts items once there are three in two pools', () => {
    const practicedWith = (...items: Activity[]) => toEvidence(objective, [], items).practiced;
    const [a, b, c] = [item('a', 'x'), item('b', 'x'), item('c', 'y')];
    expect(practicedWith(a, b, c)).toEqual(['a', 'b', 'c']);
    expect(practicedWith(a, b, item('c', 'x'))).toEqual([]);
    expect(practicedWith(a, c)).toEqual([]);
  });

  it('leaves out items of another level, objective or role', () => {
    const items = [
      item('a', 'x'),
      item('b', 'y'),
      item('c', 'z', { bloom: 'remember' }),
      item('d', 'z', { objectives: ['other'] }),
      item('e', 'z', { role: 'assessment' }),
    ];
    expect(toEvidence(objective, [], items)).toMatchObject({ practiced: [], assessed: [] });
  });
});
