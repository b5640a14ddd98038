import { z } from 'astro/zod';
import { id, markdown } from '../common.ts';
import { code, frame } from './frame.ts';

/** Put lines of code into the right order; some belong nowhere. */
export const parsonsActivity = z.strictObject({
  type: z.literal('parsons'),
  ...frame,
  language: z.enum(['sql', 'python']),
  /** In the right order, with their indentation. */
  lines: z
    .array(z.strictObject({ id, text: code }))
    .min(3)
    .max(12),
  /** Other orders that are as good, as ids of `lines`. */
  alternatives: z.array(z.array(id)).default([]),
  distractors: z
    .array(z.strictObject({ id, text: code, why: markdown }))
    .max(5)
    .default([]),
});

export type ParsonsFile = z.infer<typeof parsonsActivity>;
