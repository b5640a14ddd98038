import { fold } from '../text/fold.ts';
import type { SearchEntry, SearchIndex } from './search-index.ts';

/** Entries that match every word of a query, best first: exact title, then title, then text. */
export function findEntries({ entries }: SearchIndex, query: string): SearchEntry[] {
  const wanted = fold(query);
  if (!wanted) return [];
  return entries
    .map((entry) => ({ entry, score: rate(entry, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.entry.title.length - b.entry.title.length)
    .map(({ entry }) => entry);
}

function rate({ title, also, text, kind }: SearchEntry, wanted: string): number {
  const names = [title, ...also.split('|')].map(fold).filter(Boolean);
  const words = wanted.split(' ');
  const startsIn = (content: string) =>
    words.every((word) => content.split(' ').some((candidate) => candidate.startsWith(word)));
  const bonus = kind === 'term' ? 2 : 0;
  if (names.includes(wanted)) return 100 + bonus;
  if (names.some((name) => name.startsWith(wanted))) return 60 + bonus;
  if (names.some(startsIn)) return 40 + bonus;
  return startsIn(fold(`${title} ${text}`)) ? 10 + bonus : 0;
}

/**
 * Mends typing errors of one letter: each word that begins no word of the course is replaced by
 * the first one that is one edit away.
 *
 * @returns the mended query, or nothing where there is nothing to mend.
 */
export function mendQuery({ words }: SearchIndex, query: string): string | undefined {
  const known = words.split(' ');
  const mended = fold(query)
    .split(' ')
    .map((word) => {
      if (word.length < 4 || known.some((candidate) => candidate.startsWith(word))) return word;
      return known.find((candidate) => isOneEditAway(word, candidate)) ?? word;
    })
    .join(' ');
  return mended === fold(query) ? undefined : mended;
}

/** Whether one letter added, dropped, replaced or swapped with its neighbor makes `a` into `b`. */
export function isOneEditAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const tails = (i: number, j: number) => a.slice(start + i) === b.slice(start + j);
  return (
    tails(1, 1) ||
    tails(1, 0) ||
    tails(0, 1) ||
    (a[start] === b[start + 1] && a[start + 1] === b[start] && tails(2, 2))
  );
}
