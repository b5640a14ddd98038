/**
 * An answer as its kind wrote it: a record of ids and texts, read by `read` in `lib/grading/<kind>.ts`.
 * Version 2 had texts and lists instead, with options by their place; kinds still read them.
 */
export type StoredAnswer = string | string[] | Record<string, unknown>;

/** One answer to one activity. */
export interface Attempt {
  /** Id of the activity. */
  activity: string;
  /** ISO 8601 timestamp. */
  at: string;
  /** Share of it that was right, 0 to 1; for self-rated work, the reader's own rating. */
  score: number;
  passed: boolean;
  answer: StoredAnswer;
  /** Hints opened before this answer. */
  hints: number;
  /** Whether the solution was seen before this answer, which then is no evidence. */
  solutionSeen: boolean;
}

/** How well a card was remembered: not, with trouble, well, at once. */
export type Rating = 1 | 2 | 3 | 4;

/** One look at a card of the review. Activities have attempts instead. */
export interface Review {
  /** Id of the term. */
  term: string;
  /** ISO 8601 timestamp. */
  at: string;
  rating: Rating;
}

/** A text in progress, and when it was last changed, as an ISO 8601 timestamp. */
export interface Draft {
  text: string;
  at: string;
}

/** One taking of the diagnostic. */
export interface Diagnostic {
  /** ISO 8601 timestamp; it also tells one taking from another. */
  started: string;
  /** When it was last changed. */
  at: string;
  /** Seconds spent on it. */
  seconds: number;
  /** Ids of its items, in order. */
  items: string[];
  /** Id of the option chosen, by item; empty for “not sure”. */
  answers: Record<string, string>;
  /** Items right and asked, by objective; there once it is finished. */
  results?: Record<string, { right: number; asked: number }>;
}

/**
 * What a reader has done, as it is stored and exported. Version 3; version 2 named options by their
 * place, version 1 had no reviews and no diagnostics.
 */
export interface Progress {
  version: 3;
  /** Id of the course. */
  course: string;
  /** When a chapter was marked as read, by its id. */
  read: Record<string, string>;
  attempts: Attempt[];
  /** Text in progress, by activity and field; see `lib/progress/drafts.ts`. */
  drafts: Record<string, Draft>;
  reviews: Review[];
  diagnostics: Diagnostic[];
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isMoment: Check = (value) => isText(value) && !Number.isNaN(Date.parse(value as string));
const isCount: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
const isShare: Check = (value) => typeof value === 'number' && value >= 0 && value <= 1;

const lists = ['attempts', 'reviews', 'diagnostics'] as const;

const attemptFields: Record<keyof Attempt, Check> = {
  activity: isText,
  at: isMoment,
  score: isShare,
  passed: isFlag,
  answer: (value) => isText(value) || isTexts(value) || isRecord(value),
  hints: isCount,
  solutionSeen: isFlag,
};

const draftFields = { text: isText, at: isMoment };

const reviewFields: Record<keyof Review, Check> = {
  term: isText,
  at: isMoment,
  rating: (value) => [1, 2, 3, 4].includes(value as number),
};

const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const isResult: Check = (value) => isRecord(value) && isCount(value.right) && isCount(value.asked);
const isRecordOf = (check: Check) => (value: unknown) =>
  isRecord(value) && Object.values(value).every(check);

const diagnosticFields: Record<keyof Diagnostic, Check> = {
  started: isMoment,
  at: isMoment,
  seconds: isCount,
  items: isTexts,
  answers: isRecordOf(isText),
  results: (value) => value === undefined || isRecordOf(isResult)(value),
};

/**
 * Finds the first fault in what should be progress of version 3. Written by hand: this runs on
 * every page, where a schema library would weigh more than everything else it does.
 *
 * @returns the path of the faulty value, such as `attempts.3.score`, or nothing.
 */
export function findFault(data: Record<string, unknown>): string | undefined {
  const { read, drafts } = data;
  if (!isRecord(read)) return 'read';
  if (!isRecord(drafts)) return 'drafts';
  const list = lists.find((name) => !Array.isArray(data[name]));
  if (list) return list;
  const moment = Object.keys(read).find((chapter) => !isMoment(read[chapter]));
  if (moment !== undefined) return `read.${moment}`;
  const itemsOf = (name: (typeof lists)[number]) => data[name] as Record<string, unknown>;
  return (
    findFaultIn('attempts', itemsOf('attempts'), attemptFields) ??
    findFaultIn('drafts', drafts, draftFields) ??
    findFaultIn('reviews', itemsOf('reviews'), reviewFields) ??
    findFaultIn('diagnostics', itemsOf('diagnostics'), diagnosticFields)
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
