import { course, exercises } from 'virtual:course';
import type { Chapter, Term } from '../lib/course/course.ts';
import type { Exercise } from '../load/exercises.ts';

export { course, report } from 'virtual:course';

/** What running an exercise's solution gives. */
export const getExercise = (id: string): Exercise => exercises[id]!;

/** Finds the item with an id. The content check has made sure that it exists. */
export function find<Item extends { id: string }>(items: readonly Item[], id: string): Item {
  const item = items.find((candidate) => candidate.id === id);
  if (!item) throw new Error(`There is no "${id}" here; run \`npm run content\`.`);
  return item;
}

/** The text of one of the company's files. */
export function getFile(name: string): string {
  const text = course.files.get(name);
  if (text === undefined) throw new Error(`There is no content/company/files/${name}.`);
  return text;
}

/** The chapter shown at a path of the site, if it is one. */
export function findChapter(routeId: string): Chapter | undefined {
  return course.chapters.find(
    (chapter) => chapter.status === 'done' && `chapters/${chapter.id}` === routeId,
  );
}

/** The terms whose cards a chapter can show: those of its body, and those of its diagrams. */
export function termsOf(chapter: Chapter): Term[] {
  const { terms, diagrams } = course;
  const drawn = chapter.uses.diagrams.flatMap((id) =>
    find(diagrams, id).nodes.flatMap(({ term }) => term ?? []),
  );
  return [...new Set([...chapter.uses.terms, ...drawn])].map((id) => find(terms, id));
}
