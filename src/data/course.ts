import { checkContent } from '../lib/course/check.ts';
import { toCourse } from '../lib/course/course.ts';
import type { Chapter, Course, Term } from '../lib/course/course.ts';
import { withBase } from '../lib/course/paths.ts';
import { readContent } from './read-content.ts';

let built: Course | undefined;

/** The course, built once from `content/`; during development anew for every page. */
export function getCourse(): Course {
  if (built && import.meta.env.PROD) return built;
  const { content } = checkContent(readContent(process.cwd()));
  if (!content) throw new Error('content/course.yaml cannot be read; run `npm run check`.');
  built = toCourse(content);
  return built;
}

/** The address of a site path under the configured base path. */
export function href(path: string): string {
  return withBase(import.meta.env.BASE_URL, path);
}

/** Finds the item with an id. The content check has made sure that it exists. */
export function find<Item extends { id: string }>(items: readonly Item[], id: string): Item {
  const item = items.find((candidate) => candidate.id === id);
  if (!item) throw new Error(`There is no "${id}" here; run \`npm run check\`.`);
  return item;
}

/** The chapter shown at a path of the site, if it is one. */
export function findChapter(routeId: string): Chapter | undefined {
  return getCourse().chapters.find(
    (chapter) => chapter.status === 'done' && `chapters/${chapter.id}` === routeId,
  );
}

/** The terms whose cards a chapter can show: those of its body, and those of its diagrams. */
export function termsOf(chapter: Chapter): Term[] {
  const { terms, diagrams } = getCourse();
  const drawn = chapter.uses.diagrams.flatMap((id) =>
    find(diagrams, id).nodes.flatMap(({ term }) => term ?? []),
  );
  return [...new Set([...chapter.uses.terms, ...drawn])].map((id) => find(terms, id));
}
