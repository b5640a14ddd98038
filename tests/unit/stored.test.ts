import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/lib/grading/kinds.ts';
import { findOpen, joinTakings, limit } from '../../src/lib/progress/diagnostic.ts';
import { draftsOf, toWork } from '../../src/lib/progress/drafts.ts';
import { describeMastery, drawItems, toMastery } from '../../src/lib/progress/mastery.ts';
import { mergeProgress } from '../../src/lib/progress/merge.ts';
import { parseProgress } from '../../src/lib/progress/progress.ts';
import { findDue, nextDays } from '../../src/lib/progress/review.ts';
import { advise, lastResults } from '../../src/lib/progress/route.ts';
import { countByWeek } from '../../src/lib/progress/weeks.ts';
import { findFault } from '../../src/schemas/progress.ts';
import type { Progress } from '../../src/schemas/progress.ts';
import { anyDamaged, anyProgress } from '../stored.ts';

const ids = ['one', 'two', 'three'];
const now = new Date('2026-12-01T10:00:00Z');
const stored = anyProgress(ids);

function parse(text: string): Progress {
  const parsed = parseProgress(text, now.getTime());
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.progress;
}

const read = (progress: Progress) => parse(JSON.stringify(progress));
const timesOf = (items: readonly { at: string }[]) => items.map(({ at }) => Date.parse(at));

describe('stored progress of any shape that the schema knows', () => {
  it('is read, and its times are in order and not to come', () => {
    fc.assert(
      fc.property(stored, (progress) => {
        const mended = read(progress);
        expect(findFault({ ...mended })).toBeUndefined();
        for (const list of [mended.attempts, mended.reviews, mended.diagnostics]) {
          const times = timesOf(list);
          expect(times).toEqual([...times].sort((a, b) => a - b));
          expect(Math.max(0, ...times)).toBeLessThanOrEqual(now.getTime());
        }
        expect(mended.attempts.map(({ activity }) => activity)).toEqual(
          progress.attempts.map(({ activity }) => activity),
        );
        for (const { seconds } of mended.diagnostics) expect(seconds).toBeLessThanOrEqual(limit);
        expect(read(mended)).toEqual(mended);
      }),
    );
  });

  it('can be worked with', () => {
    const terms = ids.map((id) => ({ id, chapter: 'one' }));
    const items = ids.map((id) => ({ id, pool: id }));
    fc.assert(
      fc.property(stored, (progress) => {
        const mended = read(progress);
        findDue(mended, { terms, activities: items }, now);
        const days = nextDays(
          mended.reviews.filter(({ term }) => term === 'one'),
          now,
        );
        for (const day of days) expect(day.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(describeMastery(toMastery(mended, items))).not.toContain('NaN');
        drawItems(mended, items);
        expect(
          countByWeek(
            timesOf(mended.attempts).map((time) => new Date(time).toISOString()),
            now,
          ).length,
        ).toBeLessThanOrEqual(12);
        const open = findOpen(mended);
        if (open) joinTakings(mended.diagnostics[0], open);
        const results = lastResults(mended.diagnostics);
        if (results) advise({ id: 'one', objectives: ids }, results);
        for (const id of ids) {
          draftsOf(mended, id);
          toWork(mended, id);
        }
        for (const { answer } of mended.attempts) {
          for (const { read: readAnswer } of Object.values(kinds)) readAnswer(answer);
        }
      }),
    );
  });

  it('joined with itself is itself, and with another loses nothing', () => {
    fc.assert(
      fc.property(stored, stored, (one, other) => {
        const [a, b] = [read(one), read(other)];
        const whole = mergeProgress(a, b);
        const keys = ({ attempts }: Progress) =>
          attempts.map(({ activity, at }) => `${activity} ${at}`);
        for (const key of [...keys(a), ...keys(b)]) expect(keys(whole)).toContain(key);
        expect(read(whole)).toEqual(whole);
      }),
    );
  });
});

it('damaged progress is read, or refused in a sentence', () => {
  fc.assert(
    fc.property(anyDamaged(stored), (text) => {
      const parsed = parseProgress(text, now.getTime());
      if ('problem' in parsed) expect(parsed.problem).toMatch(/\.$/);
      else expect(findFault({ ...parsed.progress })).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});
