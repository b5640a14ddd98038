/** One answer to one activity. */
export interface Attempt {
  /** Id of the activity. */
  activity: string;
  /** ISO 8601 timestamp. */
  at: string;
  /** Share of it that was right, 0 to 1; for self-rated work, the reader's own rating. */
  score: number;
  passed: boolean;
  /** The option's number, the text, or for a match the target chosen for each entry. */
  answer: string | string[];
  /** Hints opened before this answer. */
  hints: number;
  /** Whether the solution was seen before this answer, which then is no evidence. */
  solutionSeen: boolean;
}

/** What a reader has done, as it is stored and exported. Version 1. */
export interface Progress {
  version: 1;
  /** Id of the course. */
  course: string;
  /** When a chapter was marked as read, by its id. */
  read: Record<string, string>;
  attempts: Attempt[];
  /** Text in progress, by activity id. */
  drafts: Record<string, { text: string; at: string }>;
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isMoment: Check = (value) => isText(value) && !Number.isNaN(Date.parse(value as string));
const isCount: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
const isShare: Check = (value) => typeof value === 'number' && value >= 0 && value <= 1;

const attemptFields: Record<keyof Attempt, Check> = {
  activity: isText,
  at: isMoment,
  score: isShare,
  passed: isFlag,
  answer: (value) => isText(value) || (Array.isArray(value) && value.every(isText)),
  hints: isCount,
  solutionSeen: isFlag,
};

const draftFields = { text: isText, at: isMoment };

/**
 * Finds the first fault in what should be progress of version 1. Written by hand: this runs on
 * every page, where a schema library would weigh more than everything else it does.
 *
 * @returns the path of the faulty value, such as `attempts.3.score`, or nothing.
 */
export function findFault(data: Record<string, unknown>): string | undefined {
  const { read, attempts, drafts } = data;
  if (!isRecord(read)) return 'read';
  if (!Array.isArray(attempts)) return 'attempts';
  if (!isRecord(drafts)) return 'drafts';
  const moment = Object.keys(read).find((chapter) => !isMoment(read[chapter]));
  if (moment !== undefined) return `read.${moment}`;
  return (
    findFaultIn('attempts', attempts as unknown as Record<string, unknown>, attemptFields) ??
    findFaultIn('drafts', drafts, draftFields)
  );
}

function findFaultIn(
  name: string,
  items: Record<string, unknown>,
  fields: Record<string, Check>,
): string | undefined {
  for (const [key, item] of Object.entries(items)) {
    if (!isRecord(item)) return `${name}.${key}`;
    const field = Object.keys(fields).find((candidate) => !fields[candidate]!(item[candidate]));
    if (field !== undefined) return `${name}.${key}.${field}`;
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
