import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begin, findOpen, finish } from '../../src/lib/progress/diagnostic.ts';
import { describeMastery, drawItems, toMastery } from '../../src/lib/progress/mastery.ts';
import { emptyProgress } from '../../src/lib/progress/progress.ts';
import { findDue, newTermsADay, nextDays } from '../../src/lib/progress/review.ts';
import { advise, lastResults } from '../../src/lib/progress/route.ts';
import { countByWeek } from '../../src/lib/progress/weeks.ts';
import type { Attempt, Progress } from '../../src/schemas/progress.ts';

/** An answer on a day of November 2026, at noon local time. */
const answer = (activity: string, day: number, fields: Partial<Attempt> = {}): Attempt => ({
  activity,
  at: new Date(2026, 10, day, 12).toISOString(),
  score: 1,
  passed: true,
  answer: { option: 'a' },
  hints: 0,
  solutionSeen: false,
  ...fields,
});
const wrong = { passed: false, score: 0 };
const having = (attempts: Attempt[], fields: Partial<Progress> = {}): Progress => ({
  ...emptyProgress(),
  attempts,
  ...fields,
});

const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, place) => ({
  id,
  pool: place % 2 === 0 ? 'even' : 'odd',
}));
const levelOf = (attempts: Attempt[]) => toMastery(having(attempts), items).level;
const five = [answer('a', 1), answer('b', 1), answer('c', 1), answer('d', 1), answer('e', 2)];

describe('mastery', () => {
  it('is four of the last five right, from two pools, on two days', () => {
    expect(levelOf(five)).toBe('mastered');
    expect(levelOf([...five.slice(0, 4), answer('e', 2, wrong)])).toBe('mastered');
  });

  it.each([
    ['four answers', five.slice(1)],
    ['one day', five.map(({ activity }) => answer(activity, 1))],
    ['two wrong', [answer('a', 1, wrong), answer('b', 1, wrong), ...five.slice(2)]],
    ['one pool', ['a', 'c', 'e', 'a', 'c'].map((id, place) => answer(id, 1 + place))],
    ['the solution seen', [...five.slice(0, 4), answer('e', 2, { solutionSeen: true })]],
    ['the same item again on the same day', [...five.slice(0, 4), answer('a', 1)]],
  ])('is not %s', (_, attempts) => {
    expect(levelOf(attempts)).toBe('begun');
  });

  it('lapses, and comes back', () => {
    const lapsed = [...five, answer('a', 3, wrong), answer('b', 3, wrong)];
    expect(levelOf(lapsed)).toBe('lapsed');
    const again = ['c', 'd', 'e', 'f'].map((id) => answer(id, 4));
    expect(levelOf([...lapsed, ...again])).toBe('mastered');
  });

  it('says what is missing', () => {
    expect(describeMastery(toMastery(having([answer('a', 1)]), items))).toBe(
      'Begun: 1 of your last 1 first answer right. Still missing: 4 more to answer, another kind of question, another day.',
    );
    expect(describeMastery(toMastery(having([]), items))).toBe('Nothing shown yet.');
  });

  it('never counts more than it looks at', () => {
    const some = fc.array(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'z'), day: fc.nat(20), passed: fc.boolean() }),
    );
    fc.assert(
      fc.property(some, (list) => {
        const attempts = list
          .map(({ id, day, passed }) => answer(id, day + 1, { passed }))
          .sort((a, b) => (a.at < b.at ? -1 : 1));
        const { right, counted, pools, days } = toMastery(having(attempts), items);
        expect(right).toBeLessThanOrEqual(counted);
        expect(counted).toBeLessThanOrEqual(5);
        expect(Math.max(pools, days)).toBeLessThanOrEqual(counted);
      }),
    );
  });
});

describe('drawing items', () => {
  it('takes from every pool before it takes a second from one', () => {
    expect(drawItems(having([]), items, 2).sort()).toEqual(['a', 'b']);
  });

  it('takes what was not seen before what was', () => {
    const seen = having([answer('a', 1), answer('b', 2), answer('c', 3)]);
    expect(drawItems(seen, items, 4).sort()).toEqual(['a', 'd', 'e', 'f']);
  });

  it('never draws an item twice, nor more than there are', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.shuffledSubarray(['a', 'b', 'c', 'd']), (count, seen) => {
        const drawn = drawItems(having(seen.map((id, n) => answer(id, n + 1))), items, count);
        expect(new Set(drawn).size).toBe(Math.min(count, items.length));
        expect(drawn).toHaveLength(Math.min(count, items.length));
      }),
    );
  });
});

describe('review', () => {
  const catalog = {
    terms: Array.from({ length: 12 }, (_, n) => ({
      id: `t${n}`,
      chapter: n < 10 ? 'read' : 'unread',
    })),
    activities: [{ id: 'a' }, { id: 'b' }],
  };
  const read = { read: '2026-11-01T12:00:00.000Z' };
  const on = (day: number) => new Date(2026, 10, day, 18);
  const idsOn = (progress: Progress, day: number) =>
    findDue(progress, catalog, on(day)).map(({ id }) => id);

  it('brings new terms of chapters that were read, a few a day', () => {
    const due = findDue(having([], { read }), catalog, on(2));
    expect(due).toHaveLength(newTermsADay);
    expect(due.every(({ isNew }) => isNew)).toBe(true);
    expect(findDue(having([]), catalog, on(2))).toEqual([]);
  });

  it('counts the new terms that were begun today', () => {
    const reviews = [{ term: 't0', at: on(2).toISOString(), rating: 3 as const }];
    const due = findDue(having([], { read, reviews }), catalog, on(2));
    expect(due.filter(({ isNew }) => isNew)).toHaveLength(newTermsADay - 1);
  });

  it('brings a slip back sooner than a success', () => {
    const [again, hard, good, easy] = nextDays([], on(1)).map((day) => day.getTime());
    expect(again).toBeLessThanOrEqual(hard!);
    expect(hard).toBeLessThan(good!);
    expect(good).toBeLessThan(easy!);
  });

  it('brings a wrong answer back the next day, a right one later', () => {
    const progress = having([answer('a', 1, wrong), answer('b', 1)]);
    expect(idsOn(progress, 2)).toEqual(['a']);
    expect(idsOn(progress, 20)).toEqual(['a', 'b']);
  });

  it('waits longer after each success', () => {
    const looks = [1, 4, 15].map((day) => ({ at: on(day).toISOString(), rating: 3 as const }));
    const spans = [1, 2, 3].map((count) => {
      const seen = looks.slice(0, count);
      return nextDays(seen, on(28))[2]!.getTime();
    });
    expect(spans).toEqual([...spans].sort((a, b) => a - b));
  });

  it('asks nothing that was never looked at', () => {
    expect(findDue(having([answer('unknown', 1)]), catalog, on(30))).toEqual([]);
  });
});

describe('the diagnostic', () => {
  const pool = [
    { id: 'one', pool: 'p', objective: 'sql' },
    { id: 'two', pool: 'p', objective: 'sql' },
    { id: 'three', pool: 'q', objective: 'python' },
  ];
  const keys = new Map([
    ['one', '1'],
    ['two', '0'],
    ['three', '2'],
  ]);
  const now = new Date(2026, 10, 20);

  it('asks one item of each pool, and another one the next time', () => {
    const first = begin(emptyProgress(), pool, now);
    expect(first.items).toEqual(['one', 'three']);
    const later = { ...emptyProgress(), diagnostics: [first] };
    expect(begin(later, pool, now).items).toEqual(['two', 'three']);
    expect(findOpen(later)).toBe(first);
  });

  it('counts by objective; what was left out is not right', () => {
    const taking = { ...begin(emptyProgress(), pool, now), answers: { one: '1', three: '' } };
    const done = finish(taking, pool, keys, now);
    expect(done.results).toEqual({ sql: { right: 1, asked: 1 }, python: { right: 0, asked: 1 } });
    expect(lastResults([taking, done])).toBe(done.results);
    expect(findOpen({ ...emptyProgress(), diagnostics: [done] })).toBeUndefined();
  });

  it.each([
    [0, 0, 'study'],
    [0, 1, 'study'],
    [1, 2, 'study'],
    [1, 1, 'skim'],
    [2, 2, 'skip'],
  ])('%i of %i right: %s', (right, asked, way) => {
    const results = { sql: { right, asked } };
    expect(advise({ id: 'c', objectives: ['sql'] }, results).way).toBe(way);
  });
});

describe('weeks', () => {
  it('begin on Monday and leave none out', () => {
    const moments = [1, 2, 20].map((day) => new Date(2026, 10, day, 12).toISOString());
    expect(countByWeek(moments, new Date(2026, 10, 20, 23))).toEqual([
      { label: 'Oct 26', count: 1 },
      { label: 'Nov 2', count: 1 },
      { label: 'Nov 9', count: 0 },
      { label: 'Nov 16', count: 1 },
    ]);
  });

  it('end after twelve', () => {
    expect(countByWeek([new Date(2020, 0, 1).toISOString()], new Date(2026, 10, 20))).toHaveLength(
      12,
    );
  });
});
