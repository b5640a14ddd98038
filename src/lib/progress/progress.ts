import { mendProgress } from './mend.ts';
import { toLetter } from '../grading/version-2.ts';
import { findFault } from '../../schemas/progress.ts';
import type { Attempt, Diagnostic, Progress } from '../../schemas/progress.ts';

/** Marks the course's data in the browser and in exported files. Equals `id` in course.yaml. */
export const courseId = 'technical-product-manager';

/** No export of this course comes near so many characters. */
export const largestFile = 5_000_000;

export const emptyProgress = (): Progress => ({
  version: 3,
  course: courseId,
  read: {},
  attempts: [],
  drafts: {},
  reviews: [],
  diagnostics: [],
});

export type ParsedProgress = { progress: Progress } | { problem: string };

/**
 * Reads stored or exported progress. Whatever is wrong with it is said in one sentence; what no
 * reader can be asked to mend, such as times that are out of order, is mended.
 */
export function parseProgress(text: string, now = Date.now()): ParsedProgress {
  if (text.length > largestFile) {
    return { problem: 'The file is far larger than any export of this course.' };
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { problem: 'The file is cut short or is not JSON.' };
  }
  const { version, course } = (data ?? {}) as { version?: unknown; course?: unknown };
  if (course !== courseId) return { problem: 'The file does not come from this course.' };
  if (typeof version === 'number' && version > 3) {
    return { problem: 'A newer version of this course wrote the file. Reload the page first.' };
  }
  const current = migrate(data as Record<string, unknown>);
  const fault = current ? findFault(current) : 'version';
  if (fault) return { problem: `The file was changed by hand or damaged, at ${fault}.` };
  const { read, attempts, drafts, reviews, diagnostics } = current as unknown as Progress;
  const whole = {
    version: 3,
    course: courseId,
    read,
    attempts,
    drafts,
    reviews,
    diagnostics,
  } as const;
  return { progress: mendProgress(whole, now) };
}

/**
 * Brings data of an older version to the newest; nothing for a version that never was. Answers stay
 * as they are: only their kind knows whether a text is the place of an option, and reads it so.
 */
function migrate(data: Record<string, unknown>): Record<string, unknown> | undefined {
  if (data.version === 1) return migrate({ ...data, version: 2, reviews: [], diagnostics: [] });
  if (data.version === 2) {
    return { ...data, version: 3, diagnostics: withLetters(data.diagnostics) };
  }
  return data.version === 3 ? data : undefined;
}

/** Diagnostics have choices only: the place of an option becomes its id. */
function withLetters(diagnostics: unknown): unknown {
  if (!Array.isArray(diagnostics)) return diagnostics;
  return (diagnostics as (Partial<Diagnostic> | null)[]).map((taking) => {
    if (!taking?.answers) return taking;
    const answers = Object.entries(taking.answers).map(
      ([item, place]) => [item, place && toLetter(place)] as const,
    );
    return { ...taking, answers: Object.fromEntries(answers) };
  });
}

/** The newest attempt at an activity. */
export function lastAttempt({ attempts }: Progress, activity: string): Attempt | undefined {
  return attempts.findLast((attempt) => attempt.activity === activity);
}

const dayLength = 24 * 60 * 60 * 1000;

/** When an activity is asked again: so many days after its newest attempt. */
export function retestAt(attempt: Attempt, afterDays: number): Date {
  return new Date(new Date(attempt.at).getTime() + afterDays * dayLength);
}
