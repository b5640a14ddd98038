import * as v from 'valibot';

// Valibot, not zod: this schema runs in the reader's browser, where it costs a third of zod's bytes.

const moment = v.pipe(v.string(), v.isoTimestamp());

/** One answer to one activity. */
export const attemptSchema = v.object({
  /** Id of the activity. */
  activity: v.string(),
  at: moment,
  /** Share of it that was right, 0 to 1; for self-rated work, the reader's own rating. */
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  passed: v.boolean(),
  /** The option's number, the text, or for a match the target chosen for each entry. */
  answer: v.union([v.string(), v.array(v.string())]),
  /** Hints opened before this answer. */
  hints: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Whether the solution was seen before this answer, which then is no evidence. */
  solutionSeen: v.boolean(),
});

/** What a reader has done, as it is stored and exported. Version 1. */
export const progressSchema = v.object({
  version: v.literal(1),
  /** Id of the course. */
  course: v.string(),
  /** When a chapter was marked as read, by its id. */
  read: v.record(v.string(), moment),
  attempts: v.array(attemptSchema),
  /** Text in progress, by activity id. */
  drafts: v.record(v.string(), v.object({ text: v.string(), at: moment })),
});

export type Attempt = v.InferOutput<typeof attemptSchema>;
export type Progress = v.InferOutput<typeof progressSchema>;
