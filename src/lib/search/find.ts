import { fold } from '../text/fold.ts';
import type { SearchEntry, SearchIndex } from './search-index.ts';

/** Words that say how somebody asks, not what for. */
const small = new Set(
  'a an the and or of in on at to for from by about as is are be was do does did can could should would will may i you we it its my me our your what which who how why when where that this these those there mean means meaning difference between vs versus not if than then into out up use using used get have has had'.split(
    ' ',
  ),
);

/** The words that a query is about; all of them, if it has no others. */
export function toWords(query: string): string[] {
  const words = fold(query).split(' ').filter(Boolean);
  const telling = words.filter((word) => !small.has(word));
  return telling.length > 0 ? telling : words;
}

/**
 * Entries that match a query, best first: exact title, then title, then text. Where none has all the
 * words, those with most of them, rare words counting more.
 */
export function findEntries({ entries }: SearchIndex, query: string): SearchEntry[] {
  const words = toWords(query);
  if (words.length === 0) return findSigns(entries, query.trim());
  const rated = entries.map((entry) => ({ entry, score: rate(entry, fold(query), words) }));
  const whole = rated.filter(({ score }) => score > 0);
  const hasAll = whole.some(({ score }) => score !== named);
  const partly = hasAll ? [] : ratePartly(entries, words);
  return [...whole, ...partly.filter(({ entry }) => !whole.some((one) => one.entry === entry))]
    .sort((a, b) => b.score - a.score || a.entry.title.length - b.entry.title.length)
    .map(({ entry }) => entry);
}

/** What holds signs such as `<>` or `%` as they are. */
const findSigns = (entries: readonly SearchEntry[], signs: string): SearchEntry[] =>
  signs === ''
    ? []
    : entries.filter(({ title, also, text }) => `${title} ${also} ${text}`.includes(signs));

const namesOf = ({ title, also }: SearchEntry) =>
  [title, ...also.split('|')].map(fold).filter(Boolean);

/** Whether a word begins one of a text's; a single letter must be there as a whole. */
function hasWord(content: string, word: string): boolean {
  const stem = toStem(word);
  return content
    .split(' ')
    .some((candidate) => (stem.length < 2 ? candidate === word : candidate.startsWith(stem)));
}

/** A word without the endings of plurals and verbs, as far as the beginning of a word needs it. */
const toStem = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ies|ing|ed|es|s|y|e)$/, '') : word.replace(/(?<=..)s$/, '');

/** The score of a term that a query names among other things. */
const named = 35;

function rate(entry: SearchEntry, wanted: string, words: readonly string[]): number {
  const names = namesOf(entry);
  const hasAll = (content: string) => words.every((word) => hasWord(content, word));
  const bonus = entry.kind === 'term' ? 2 : 0;
  if (names.includes(wanted) || names.includes(words.join(' '))) return 100 + bonus;
  if (names.some((name) => name.replaceAll(' ', '') === wanted)) return 80 + bonus;
  if (wanted.length > 1 && names.some((name) => name.startsWith(wanted))) return 60 + bonus;
  if (names.some(hasAll)) return 40 + bonus;
  // A question about several things is about each of them.
  const isAsked = (name: string) =>
    name.split(' ').every((part) => words.some((word) => hasWord(part, word)));
  if (entry.kind === 'term' && names.some(isAsked)) return named;
  return hasAll(fold(`${entry.title} ${entry.also} ${entry.text}`)) ? 10 + bonus : 0;
}

/** Entries by the share of a query's words that they have, half of it or more. */
function ratePartly(
  entries: readonly SearchEntry[],
  words: readonly string[],
): { entry: SearchEntry; score: number }[] {
  const contents = entries.map((entry) => ({
    entry,
    name: namesOf(entry).join(' '),
    all: fold(`${entry.title} ${entry.also} ${entry.text}`),
  }));
  const weights = words.map((word) => {
    const count = contents.filter(({ all }) => hasWord(all, word)).length;
    return count === 0 ? 0 : Math.log(1 + entries.length / count);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return contents
    .map(({ entry, name, all }) => {
      const shares = words.map((word, place) => {
        const inName = hasWord(name, word) ? 1 : 0;
        return weights[place]! * (inName || (hasWord(all, word) ? 0.5 : 0));
      });
      return { entry, score: shares.reduce((sum, share) => sum + share, 0) };
    })
    .filter(({ score }) => score > 0 && score >= total / 3);
}

/**
 * Mends typing errors of one letter: each word that begins no word of the course is replaced by
 * one that is one edit away, of those in names first.
 *
 * @returns the mended query, or nothing where there is nothing to mend.
 */
export function mendQuery({ words, entries }: SearchIndex, query: string): string | undefined {
  const known = words.split(' ');
  const inNames = entries.flatMap((entry) => namesOf(entry).join(' ').split(' '));
  const mended = fold(query)
    .split(' ')
    .map((word) => {
      if (word.length < 4 || known.some((candidate) => candidate.startsWith(word))) return word;
      return [...inNames, ...known].find((candidate) => isOneEditAway(word, candidate)) ?? word;
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
