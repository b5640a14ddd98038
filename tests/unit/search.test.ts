import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEntries, isOneEditAway, mendQuery } from '../../src/lib/search/find.ts';
import { fold } from '../../src/lib/text/fold.ts';
import type { SearchEntry } from '../../src/lib/search/search-index.ts';

const entry = (title: string, fields: Partial<SearchEntry> = {}): SearchEntry => ({
  kind: 'term',
  title,
  path: `glossary/${title}/`,
  text: '',
  also: '',
  ...fields,
});

const index = {
  entries: [
    entry('cache', { text: 'A store of copies for fast reading.' }),
    entry('idempotency key', { also: 'idempotent | idempotency', text: 'A label on a request.' }),
    entry('2 Follow one booking', { kind: 'chapter', text: 'A cache, a queue, a worker.' }),
    entry('Maré Fisio', { kind: 'source' }),
  ],
  words: 'cache copies fast idempotency idempotent label reading request store',
};

const titles = (query: string) => findEntries(index, query).map(({ title }) => title);

describe('findEntries', () => {
  it('puts the exact term before text that mentions it', () => {
    expect(titles('cache')).toEqual(['cache', '2 Follow one booking']);
  });

  it('finds a term by another form of it, by its beginning and by an inner word', () => {
    expect(titles('idempotent')).toEqual(['idempotency key']);
    expect(titles('idem')).toEqual(['idempotency key']);
    expect(titles('key')).toEqual(['idempotency key']);
  });

  it('ignores case, accents and punctuation, small words and endings', () => {
    expect(titles('MARE')).toEqual(['Maré Fisio']);
    expect(titles('store, copies')).toEqual(['cache']);
    expect(titles('what is the difference between caches and a store?')).toEqual(['cache']);
    expect(titles('  ')).toEqual([]);
  });
});

describe('a query that no entry has as a whole', () => {
  it('finds what has most of it, rare words counting more', () => {
    expect(titles('cache payments')).toEqual(['cache', '2 Follow one booking']);
    expect(titles('fast queue worker')).toEqual(['2 Follow one booking']);
    expect(titles('payments')).toEqual([]);
  });

  it('finds signs as they are, and a letter only where it stands alone', () => {
    const withSigns = { ...index, entries: [...index.entries, entry('C++', { text: '<> and %' })] };
    const find = (query: string) => findEntries(withSigns, query).map(({ title }) => title);
    expect(find('<>')).toEqual(['C++']);
    expect(find('C++')).toEqual(['C++']);
    expect(find('+-')).toEqual([]);
  });
});

describe('mendQuery', () => {
  it('mends one wrong letter and leaves known words alone', () => {
    expect(mendQuery(index, 'idempotant')).toBe('idempotent');
    expect(mendQuery(index, 'cahce copies')).toBe('cache copies');
    expect(mendQuery(index, 'idemp')).toBeUndefined();
    expect(mendQuery(index, 'zzzzzz')).toBeUndefined();
  });
});

describe('isOneEditAway', () => {
  it('agrees with the optimal string alignment distance', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => isOneEditAway(a, b) === (distance(a, b) === 1)),
      { numRuns: 5_000 },
    );
  });
});

describe('fold', () => {
  it('is stable: folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string(), (text) => fold(fold(text)) === fold(text)));
  });
});

/** Optimal string alignment by dynamic programming, the textbook way. */
function distance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + cost);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
    }
  }
  return d[a.length]![b.length]!;
}
