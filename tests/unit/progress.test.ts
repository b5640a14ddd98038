import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  courseId,
  emptyProgress,
  parseProgress,
  retestAt,
} from '../../src/lib/progress/progress.ts';
import { mergeProgress } from '../../src/lib/progress/merge.ts';
import type { Attempt, Progress } from '../../src/schemas/progress.ts';

const attempt = (activity: string, at: string, fields: Partial<Attempt> = {}): Attempt => ({
  activity,
  at,
  score: 1,
  passed: true,
  answer: { option: 'a' },
  hints: 0,
  solutionSeen: false,
  ...fields,
});

const problemOf = (text: string) => {
  const parsed = parseProgress(text);
  return 'problem' in parsed ? parsed.problem : undefined;
};

describe('parseProgress', () => {
  it('reads back what was written', () => {
    const progress: Progress = {
      ...emptyProgress(),
      read: { 'follow-one-booking': '2026-11-20T10:00:00.000Z' },
      attempts: [attempt('a', '2026-11-20T10:00:00.000Z', { answer: { targets: { a: 'x' } } })],
      drafts: { a: { text: 'Ten hops', at: '2026-11-20T10:00:00.000Z' } },
    };
    expect(parseProgress(JSON.stringify(progress))).toEqual({ progress });
  });

  it.each([
    ['', 'The file is cut short or is not JSON.'],
    ['{"version": 1, "course', 'The file is cut short or is not JSON.'],
    ['null', 'The file does not come from this course.'],
    ['{"version":1,"course":"other"}', 'The file does not come from this course.'],
    [
      JSON.stringify({ ...emptyProgress(), version: 4 }),
      'A newer version of this course wrote the file. Reload the page first.',
    ],
    [
      JSON.stringify({ ...emptyProgress(), attempts: [{ activity: 1 }] }),
      'The file was changed by hand or damaged, at attempts.0.activity.',
    ],
    [
      JSON.stringify({ ...emptyProgress(), version: '1' }),
      'The file was changed by hand or damaged, at version.',
    ],
    [
      JSON.stringify({ ...emptyProgress(), read: [] }),
      'The file was changed by hand or damaged, at read.',
    ],
    [
      JSON.stringify({ ...emptyProgress(), read: { a: 'yesterday' } }),
      'The file was changed by hand or damaged, at read.a.',
    ],
    [
      JSON.stringify({ ...emptyProgress(), drafts: { a: { text: 1, at: '2026-11-20' } } }),
      'The file was changed by hand or damaged, at drafts.a.text.',
    ],
    [
      JSON.stringify({ ...emptyProgress(), attempts: [attempt('a', '2026-11-20', { score: 2 })] }),
      'The file was changed by hand or damaged, at attempts.0.score.',
    ],
    [
      JSON.stringify({ ...emptyProgress(), reviews: [{ term: 'a', at: '2026-11-20', rating: 5 }] }),
      'The file was changed by hand or damaged, at reviews.0.rating.',
    ],
    [
      JSON.stringify({ ...emptyProgress(), diagnostics: [{ started: '2026-11-20' }] }),
      'The file was changed by hand or damaged, at diagnostics.0.at.',
    ],
    [
      JSON.stringify({ ...emptyProgress(), diagnostics: {} }),
      'The file was changed by hand or damaged, at diagnostics.',
    ],
    ['x'.repeat(5_000_001), 'The file is far larger than any export of this course.'],
  ])('refuses %.40s', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it('brings version 1 to the newest', () => {
    const { reviews, diagnostics, ...rest } = emptyProgress();
    const old = { ...rest, version: 1, attempts: [attempt('a', '2026-11-20T10:00:00.000Z')] };
    expect(parseProgress(JSON.stringify(old))).toEqual({
      progress: { ...old, version: 3, reviews, diagnostics },
    });
  });

  it('brings an exported file of version 2 to the newest, and nothing of it is lost', () => {
    const text = readFileSync('tests/fixtures/progress/version-2.json', 'utf8');
    const old = JSON.parse(text) as Progress;
    const parsed = parseProgress(text);
    const { diagnostics, ...rest } = (parsed as { progress: Progress }).progress;
    expect(rest).toEqual({ ...old, version: 3, diagnostics: undefined });
    expect(Object.values(old.diagnostics[0]!.answers)).toEqual(['0', '1', '2', '']);
    expect(Object.values(diagnostics[0]!.answers)).toEqual(['a', 'b', 'c', '']);
    expect(diagnostics[0]!.items).toEqual(old.diagnostics[0]!.items);
  });

  it('takes damaged diagnostics of version 2 for damaged', () => {
    for (const diagnostics of [[null], [{ answers: [] }], ['x'], { a: 1 }]) {
      const text = JSON.stringify({ ...emptyProgress(), version: 2, diagnostics });
      expect(problemOf(text)).toMatch(/damaged, at diagnostics/);
    }
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.json(), (text) => parseProgress(text) !== undefined));
    fc.assert(
      fc.property(fc.object(), fc.constantFrom(1, 2, 3), (data, version) => {
        const text = JSON.stringify({ ...data, course: courseId, version });
        return parseProgress(text) !== undefined;
      }),
    );
  });

  it('takes no prototype from a hostile file', () => {
    const text = JSON.stringify(emptyProgress()).replace('{', '{"__proto__":{"polluted":true},');
    expect(parseProgress(text)).toEqual({ progress: emptyProgress() });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('mergeProgress', () => {
  const older = '2026-11-01T10:00:00.000Z';
  const newer = '2026-11-20T10:00:00.000Z';

  it('keeps every attempt once, in order of time', () => {
    const one = { ...emptyProgress(), attempts: [attempt('b', newer), attempt('a', older)] };
    const merged = mergeProgress(one, { ...emptyProgress(), attempts: [attempt('a', older)] });
    expect(merged.attempts.map(({ activity }) => activity)).toEqual(['a', 'b']);
  });

  it('keeps the newer draft and the newer mark', () => {
    const one = {
      ...emptyProgress(),
      drafts: { a: { text: 'old', at: older } },
      read: { x: newer },
    };
    const two = {
      ...emptyProgress(),
      drafts: { a: { text: 'new', at: newer } },
      read: { x: older },
    };
    for (const merged of [mergeProgress(one, two), mergeProgress(two, one)]) {
      expect(merged.drafts.a?.text).toBe('new');
      expect(merged.read.x).toBe(newer);
    }
  });

  it('keeps every review, and the newest state of a diagnostic', () => {
    const review = (at: string) => ({ term: 'api', at, rating: 3 as const });
    const taking = (at: string, seconds: number) => ({
      started: older,
      at,
      seconds,
      items: ['a'],
      answers: {},
    });
    const one = { ...emptyProgress(), reviews: [review(older)], diagnostics: [taking(newer, 90)] };
    const two = {
      ...emptyProgress(),
      reviews: [review(newer), review(older)],
      diagnostics: [taking(older, 20)],
    };
    for (const merged of [mergeProgress(one, two), mergeProgress(two, one)]) {
      expect(merged.reviews.map(({ at }) => at)).toEqual([older, newer]);
      expect(merged.diagnostics).toEqual([taking(newer, 90)]);
    }
  });

  it('changes nothing when something is merged with itself', () => {
    const one = { ...emptyProgress(), attempts: [attempt('a', older)], read: { x: older } };
    expect(mergeProgress(one, one)).toEqual(one);
  });
});

describe('retestAt', () => {
  it('comes so many days after the attempt', () => {
    const at = retestAt(attempt('a', '2026-11-20T10:00:00.000Z'), 7);
    expect(at.toISOString()).toBe('2026-11-27T10:00:00.000Z');
  });
});
