import { checkContent } from '../lib/check/check.ts';
import { toCourse } from '../lib/course/course.ts';
import type { Chapter, Course, Term } from '../lib/course/course.ts';
import { withBase } from '../lib/paths.ts';
import { toFactTexts } from '../lib/course/fact-texts.ts';
import { runExercises } from '../load/exercises.ts';
import type { Exercise } from '../load/exercises.ts';
import { readContent } from '../load/read-content.ts';
import { askSlotlark } from '../load/slotlark.ts';
import type { Report } from '../load/slotlark.ts';

let built: Course | undefined;

// Asked once, when the first page is built; during development a changed fact, or a changed
// exercise in SQL or Python, needs a new start.
const { content: start } = checkContent(readContent(process.cwd()));
const report = start && (await askSlotlark(start, process.cwd()));
const exercises = start ? await runExercises(start, process.cwd()) : {};

/** What the practice database says of itself, and of the facts, charts and tickets that are quoted. */
export function getReport(): Report {
  if (!report) throw new Error('content/course.yaml cannot be read; run `npm run check`.');
  return report;
}

/** What running an exercise's solution gives. */
export function getExercise(id: string): Exercise {
  const exercise = exercises[id];
  if (!exercise) throw new Error(`The exercise "${id}" is new: start the build again.`);
  return exercise;
}

/** The course, built once from `content/`; during development anew for every page. */
export function getCourse(): Course {
  if (built && import.meta.env.PROD) return built;
  const { content } = checkContent(readContent(process.cwd()));
  if (!content) throw new Error('content/course.yaml cannot be read; run `npm run check`.');
  built = toCourse(content, toFactTexts(content, getReport().facts));
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

/** The text of one of the company's files. */
export function getFile(name: string): string {
  const text = getCourse().files.get(name);
  if (text === undefined) throw new Error(`There is no content/company/files/${name}.`);
  return text;
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
