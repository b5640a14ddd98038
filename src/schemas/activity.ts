import { z } from 'astro/zod';
import { bloomLevel, id, markdown, text } from './common.ts';

/** The frame that every kind of activity shares. */
const frame = {
  /** A few words that name the activity in lists. */
  title: text,
  /** `practice` stands in a chapter; `assessment` stands in the check on the objective's page. */
  role: z.enum(['practice', 'assessment']),
  bloom: bloomLevel,
  /** The objectives it gives evidence for. */
  objectives: z.array(id).min(1),
  /** Activities of one pool test the same thing in other words: a re-test draws an unseen sibling. */
  pool: id,
  prompt: markdown,
  /** One to three: the first re-orients, the second names the principle, the third helps in part. */
  hints: z.array(markdown).min(1).max(3),
  /** Why the answer holds, shown after an attempt. */
  explanation: markdown,
  /** Ask again after so many days. */
  retestAfterDays: z.int().min(1).max(60).optional(),
};

const option = z.strictObject({
  text: markdown,
  correct: z.boolean().default(false),
  /** For a right option why it holds, for a wrong one what the thinking behind it misses. */
  why: markdown,
});

/** Choose the one right option. */
export const choiceActivity = z.strictObject({
  type: z.literal('choice'),
  ...frame,
  options: z.array(option).min(3).max(5),
});

/** Give every entry its target; several entries may share one. */
export const matchActivity = z.strictObject({
  type: z.literal('match'),
  ...frame,
  targets: z.array(z.strictObject({ id, text })).min(2).max(12),
  entries: z
    .array(
      z.strictObject({
        text: markdown,
        target: id,
        why: markdown,
        /** A message of its own for a tempting wrong target, keyed by that target's id. */
        instead: z.record(id, markdown).default({}),
      }),
    )
    .min(3)
    .max(16),
  /** Share of entries to get right, 0 to 1. */
  pass: z.number().min(0.5).max(1).default(0.85),
});

/** Type or think an answer, reveal the model answer, rate yourself. */
export const recallActivity = z.strictObject({
  type: z.literal('recall'),
  ...frame,
  /** The model answer. */
  answer: markdown,
  /** What a good answer contains, to rate yourself against. */
  lookFor: z.array(markdown).min(1).max(6),
  /** `long` where the answer is a piece of work to keep. */
  size: z.enum(['short', 'long']).default('short'),
});

/** `content/activities/<chapter>/<id>.yaml`: one practice or assessment item. */
export const activitySchema = z.discriminatedUnion('type', [
  choiceActivity,
  matchActivity,
  recallActivity,
]);

export type ActivityFile = z.infer<typeof activitySchema>;
