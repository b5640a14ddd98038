import { z } from 'astro/zod';
import { id, markdown } from '../common.ts';
import { frame } from './frame.ts';

/** Explain in your own words, then compare with three answers of different depth, point by point. */
export const explainActivity = z.strictObject({
  type: z.literal('explain'),
  ...frame,
  /** What a full answer says. The learner ticks what theirs says. */
  points: z
    .array(z.strictObject({ id, text: markdown }))
    .min(2)
    .max(6),
  /** Answers to compare with, and the ids of the points that each makes. */
  exemplars: z
    .array(
      z.strictObject({
        level: z.enum(['weak', 'sound', 'strong']),
        text: markdown,
        has: z.array(id),
        why: markdown,
      }),
    )
    .length(3),
  /** Share of the points to make, 0 to 1. */
  pass: z.number().min(0.5).max(1).default(0.75),
});

export type ExplainFile = z.infer<typeof explainActivity>;

/** What grading an explanation needs to know. */
export interface ExplainKey {
  /** Ids of the points. */
  points: string[];
  /** Share of them to make, 0 to 1. */
  pass: number;
}
