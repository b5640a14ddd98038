import { z } from 'astro/zod';
import { bloomLevel, id, markdown, text } from '../common.ts';

/** The frame that every kind of activity shares. */
export const frame = {
  /** A few words that name the activity in lists. */
  title: text,
  /**
   * `practice` stands in a chapter; `assessment` stands in the check on the objective's page;
   * `diagnostic` stands in the test before the course.
   */
  role: z.enum(['practice', 'assessment', 'diagnostic']),
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

/** Something to choose. */
export const option = z.strictObject({
  id,
  text: markdown,
  correct: z.boolean().default(false),
  /** For a right option why it holds, for a wrong one what the thinking behind it misses. */
  why: markdown,
});

/** Code, kept as written. */
export const code = z.string().min(1);
