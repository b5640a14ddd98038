import type { ChapterEntry, Content } from '../../content/content.ts';
import type { Entry } from '../../content/entry.ts';
import type { Finding } from '../../content/finding.ts';
import type { TermFile } from '../../../schemas/term.ts';

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
  return chapters.flatMap((chapter) =>
    chapter.data.prerequisites.flatMap((id, index): Finding[] => {
      const place = { file: chapter.file, line: chapter.lineOf('prerequisites', index) };
      const cycle = findCycle(chapters, chapter.id, id);
      if (cycle) {
        const problem = `Prerequisites run in a circle: ${cycle.join(' → ')}.`;
        return [{ ...place, problem, remedy: 'Remove one of these prerequisites.' }];
      }
      if (order.indexOf(id) < order.indexOf(chapter.id)) return [];
      const problem = `The prerequisite "${id}" comes later in the course than this chapter.`;
      return [
        { ...place, problem, remedy: 'Remove it, or move the chapters in content/course.yaml.' },
      ];
    }),
  );
}

/** The chain of prerequisites from `start` over `next` back to `start`, if there is one. */
function findCycle(
  chapters: readonly ChapterEntry[],
  start: string,
  next: string,
  trail: string[] = [start],
): string[] | undefined {
  if (next === start) return [...trail, start];
  if (trail.includes(next)) return undefined;
  const prerequisites = chapters.find(({ id }) => id === next)?.data.prerequisites ?? [];
  for (const id of prerequisites) {
    const cycle = findCycle(chapters, start, id, [...trail, next]);
    if (cycle) return cycle;
  }
  return undefined;
}

function checkHomes({ terms, chapters }: Content): Finding[] {
  return terms.flatMap((term) => {
    const homes = chapters.filter((chapter) => chapter.data.terms.includes(term.id));
    if (homes.length === 1) return [];
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
  return chapters.flatMap((chapter) => {
    const { body } = chapter;
    if (!body) return [];
    const carded = new Set(body.uses.filter(({ name }) => name === 'Term').map(({ id }) => id));
    const later = terms.filter(
      (term) => !term.data.everyday && !carded.has(term.id) && isLater(term, chapter),
    );
    return later.flatMap((term) => {
      const use = body.runs.find((run) => !run.insideTerm && toPattern(term.data).test(run.text));
      if (!use) return [];
      return [
        {
          file: chapter.file,
          line: use.line,
          problem: `"${term.data.term}" is used here, and only a later chapter introduces it.`,
          remedy: `Mark its first use with <Term id="${term.id}">, or say it in other words.`,
        },
      ];
    });
  });

  function isLater(term: Entry<TermFile>, chapter: ChapterEntry): boolean {
    const home = chapters.find(({ data }) => data.terms.includes(term.id));
    return home !== undefined && order.indexOf(home.id) >= order.indexOf(chapter.id);
  }
}

/** Matches any form of a term as whole words, whatever the case. */
function toPattern({ term, expansion, aliases }: TermFile): RegExp {
  const forms = [term, ...(expansion ? [expansion] : []), ...aliases];
  const escaped = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}
