import { z } from 'astro/zod';
import { markdown } from '../common.ts';
import { frame } from './frame.ts';

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

export type RecallFile = z.infer<typeof recallActivity>;
