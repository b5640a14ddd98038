import { checkContent } from '../lib/check/check.ts';
import type { Content } from '../lib/content/content.ts';
import type { Finding } from '../lib/content/finding.ts';
import { toCourse } from '../lib/course/course.ts';
import type { Course } from '../lib/course/course.ts';
import { toFactTexts } from '../lib/course/fact-texts.ts';
import { ContentError } from './content-error.ts';
import { courseRoot } from './course-root.ts';
import { runExercises, toFindings } from './exercises.ts';
import type { Exercise } from './exercises.ts';
import { readContent } from './read-content.ts';
import { askSlotlark } from './slotlark.ts';
import type { DatabaseReport } from './slotlark.ts';

/** All of the course, and what is wrong with it. */
export interface LoadedCourse {
  content: Content;
  course: Course;
  /** What the practice database says of itself, and of what is quoted from it. */
  report: DatabaseReport;
  /** What running each exercise's solution gives, by id. */
  exercises: Record<string, Exercise>;
  findings: Finding[];
  /** Number of content files. */
  files: number;
}

/**
 * Reads, checks and builds the course: in plain Node, for pages, tests, commands and exports alike.
 * No engine is started, unless an exercise or a question to the database is new.
 *
 * @param root - the folder that holds `content/`.
 * @throws ContentError where the content cannot be built at all; other findings come with the course.
 */
export async function loadCourse(root: string = courseRoot): Promise<LoadedCourse> {
  const files = readContent(root);
  const { content, findings } = checkContent(files);
  if (!content) throw new ContentError(findings);
  const exercises = await runExercises(content);
  findings.push(...toFindings(content.activities, exercises));
  try {
    const report = await askSlotlark(content);
    const course = toCourse(content, toFactTexts(content, report.facts));
    return { content, course, report, exercises, findings, files: files.length };
  } catch (error) {
    if (error instanceof ContentError) throw new ContentError([...findings, ...error.findings]);
    // What does not hold together can break whatever is built on it: then that is to be mended first.
    throw findings.length > 0 ? new ContentError(findings) : error;
  }
}
