import { describe, expect, it } from 'vitest';
import { draftsOf, toDraftKey, toWork } from '../../src/lib/progress/drafts.ts';
import { emptyProgress } from '../../src/lib/progress/progress.ts';

const at = '2026-11-01T10:00:00.000Z';
const later = '2026-11-02T10:00:00.000Z';
const withDrafts = (drafts: Record<string, { text: string; at: string }>) => ({
  ...emptyProgress(),
  drafts,
});

describe('drafts of an activity', () => {
  it('have the name of their field, or none where it is the only one', () => {
    const progress = withDrafts({
      [toDraftKey('a', '')]: { text: 'one', at },
      [toDraftKey('b', 'x')]: { text: 'two', at },
      [toDraftKey('ab', 'x')]: { text: 'three', at },
    });
    expect(draftsOf(progress, 'a')).toEqual({ '': { text: 'one', at } });
    expect(draftsOf(progress, 'b')).toEqual({ x: { text: 'two', at } });
    expect(draftsOf(progress, 'c')).toEqual({});
  });

  it('are split where a piece of work was stored as one text, and newer fields count', () => {
    const text = JSON.stringify({
      work: { change: 'old', size: 'small' },
      own: { clear: { score: '2', quote: 'old' } },
    });
    const progress = withDrafts({
      a: { text, at },
      [toDraftKey('a', 'work.change')]: { text: 'new', at: later },
    });
    expect(draftsOf(progress, 'a')).toEqual({
      'work.change': { text: 'new', at: later },
      'work.size': { text: 'small', at },
      'own.clear.score': { text: '2', at },
      'own.clear.quote': { text: 'old', at },
    });
    expect(toWork(progress, 'a')).toBe('new\n\nsmall');
  });

  it.each(['{', '[]', 'null', '{"work": null}', '"text"', '12'])('stay as they are: %s', (text) => {
    expect(draftsOf(withDrafts({ a: { text, at } }), 'a')).toEqual({ '': { text, at } });
  });
});
