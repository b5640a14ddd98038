import { unreadIn } from '../../content/content.ts';
import type { ChapterEntry, Content } from '../../content/content.ts';
import type { Finding } from '../../content/finding.ts';
import type { ParsedMdx } from '../../content/parse-mdx.ts';
import type { TermFile } from '../../../schemas/term.ts';
import { findCycle } from './cycle.ts';

/** Chapters stand in one order, need only earlier ones, and show a card for each term not yet taught. */
export function checkOrder(content: Content): Finding[] {
  const order = content.course.data.parts.flatMap((part) => part.chapters);
  return [
    ...checkPlaces(content, order),
    ...checkPrerequisites(content.chapters, order),
    ...checkHomes(content),
    ...checkEarlyTerms(content, order),
  ];
}

function checkPlaces({ chapters }: Content, order: readonly string[]): Finding[] {
  return chapters
    .filter((chapter) => !order.includes(chapter.id))
    .map((chapter) => ({
      file: chapter.file,
      line: 1,
      problem: `The chapter "${chapter.id}" has no place in the course.`,
      remedy: 'Add its id to a part in content/course.yaml.',
    }));
}

function checkPrerequisites(chapters: readonly ChapterEntry[], order: readonly string[]) {
  const prerequisitesOf = (id: string) =>
    chapters.find((chapter) => chapter.id === id)?.data.prerequisites ?? [];
  return chapters.flatMap((chapter) =>
    chapter.data.prerequisites.flatMap((id, index): Finding[] => {
      const place = { file: chapter.file, line: chapter.lineOf('prerequisites', index) };
      const cycle = findCycle(chapter.id, id, prerequisitesOf);
      if (cycle) {
        const problem = `Prerequisites run in a circle: ${cycle.join(' → ')}.`;
        return [{ ...place, problem, remedy: 'Remove one of these prerequisites.' }];
      }
      const isPlaced = order.includes(chapter.id);
      if (!isPlaced || order.indexOf(id) < order.indexOf(chapter.id)) return [];
      const problem = `The prerequisite "${id}" comes later in the course than this chapter.`;
      return [
        { ...place, problem, remedy: 'Remove it, or move the chapters in content/course.yaml.' },
      ];
    }),
  );
}

function checkHomes(content: Content): Finding[] {
  const { terms, chapters } = content;
  const isPartial = unreadIn(content, 'chapters/').length > 0;
  return terms.flatMap((term) => {
    const homes = chapters.filter((chapter) => chapter.data.terms.includes(term.id));
    if (homes.length === 1 || (homes.length === 0 && isPartial)) return [];
    return [
      {
        file: term.file,
        line: 1,
        problem:
          homes.length === 0
            ? `No chapter introduces the term "${term.id}".`
            : `More than one chapter introduces the term "${term.id}": ${homes.map(({ id }) => id).join(', ')}.`,
        remedy: 'List it under "terms" of exactly one chapter.',
      },
    ];
  });
}

function checkEarlyTerms({ terms, chapters }: Content, order: readonly string[]): Finding[] {
  const comesLater = (one: ChapterEntry, other: ChapterEntry) =>
    order.includes(other.id) && order.indexOf(one.id) > order.indexOf(other.id);
  return chapters.flatMap((chapter) => {
    const { body, file } = chapter;
    if (!body) return [];
    return terms.flatMap((term): Finding[] => {
      const home = chapters.find(({ data }) => data.terms.includes(term.id));
      if (!home || term.data.everyday) return [];
      const isHome = home.id === chapter.id;
      if (!isHome && !comesLater(home, chapter)) return [];
      const line = findUnmarked(body, term.id, term.data);
      if (line === undefined) return [];
      const mark = `Mark its first use with <Term id="${term.id}">`;
      const problem = isHome
        ? `"${term.data.term}" is used here without its card, and this chapter introduces it.`
        : `"${term.data.term}" is used here, and only a later chapter introduces it.`;
      return [
        { file, line, problem, remedy: isHome ? `${mark}.` : `${mark}, or say it in other words.` },
      ];
    });
  });
}

/** Line of a term's first bare use, unless its card comes before that. */
function findUnmarked({ uses, runs }: ParsedMdx, id: string, term: TermFile): number | undefined {
  const pattern = toPattern(term);
  const card = uses.find((use) => use.name === 'Term' && use.id === id);
  for (const { text, line, offset, insideTerm } of runs) {
    if (card && card.offset < offset) return undefined;
    const match = insideTerm ? null : pattern.exec(text);
    if (match) return line + text.slice(0, match.index).split('\n').length - 1;
  }
  return undefined;
}

/** Matches any form of a term as whole words, whatever the case and the line breaks. */
function toPattern({ term, expansion, aliases }: TermFile): RegExp {
  const forms = [term, ...(expansion ? [expansion] : []), ...aliases];
  const escaped = forms.map((form) =>
    form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}
