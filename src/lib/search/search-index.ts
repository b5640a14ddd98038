import { stripMarkdown } from '../text/markdown.ts';
import type { Course } from '../course/course.ts';
import { kindNames } from '../course/document.ts';
import { paths } from '../paths.ts';
import { fold } from '../text/fold.ts';

export type SearchKind = 'term' | 'chapter' | 'objective' | 'document' | 'source';

/** What the search finds at once, before the full text has loaded. */
export interface SearchEntry {
  kind: SearchKind;
  title: string;
  /** Site path. */
  path: string;
  /** A sentence shown under the title. */
  text: string;
  /** Other words that find it. */
  also: string;
}

/** The compact index: entries, and every word of the course, which no correction may replace. */
export interface SearchIndex {
  entries: SearchEntry[];
  /** Words of four letters or more, folded, joined by spaces. */
  words: string;
}

/** Builds the compact index of the course. */
export function toSearchIndex(course: Course): SearchIndex {
  const written = course.chapters.filter(({ status }) => status === 'done');
  const entries: SearchEntry[] = [
    ...course.terms.map(({ id, term, expansion, aliases, asked, definition }) => ({
      kind: 'term' as const,
      title: term,
      path: paths.term(id),
      text: stripMarkdown(definition),
      also: [expansion ?? '', ...aliases, ...asked].join(' | '),
    })),
    ...written.map(({ id, number, title, description }) => ({
      kind: 'chapter' as const,
      title: `${number} ${title}`,
      path: paths.chapter(id),
      text: description,
      also: '',
    })),
    ...course.objectives.map(({ id, code, label, wording }) => ({
      kind: 'objective' as const,
      title: `${code} ${label}`,
      path: paths.objective(id),
      text: wording,
      also: '',
    })),
    ...course.documents.map(({ id, kind, label, name, summary }) => ({
      kind: 'document' as const,
      title: name,
      path: paths.document(id),
      text: stripMarkdown(summary),
      also: `${label} | ${kindNames[kind]}`,
    })),
    ...course.sources.map(({ id, author, title, date }) => ({
      kind: 'source' as const,
      title,
      path: paths.source(id),
      text: `${author}, ${date.slice(0, 4)}`,
      also: '',
    })),
  ];
  const words = new Set(textsOf([course, entries]).flatMap((text) => fold(text).split(' ')));
  const isWord = (word: string) => word.length >= 4 && /^\p{L}+$/u.test(word);
  return { entries, words: [...words].filter(isWord).sort().join(' ') };
}

/** Every text within a value, however deep. */
function textsOf(value: unknown, seen = new Set<object>()): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.values(value).flatMap((part) => textsOf(part, seen));
}
