import { z } from 'astro/zod';
import { markdown } from '../common.ts';
import { frame, option } from './frame.ts';

/** Say what will happen, and why: the reason counts as much as the outcome. */
export const predictActivity = z.strictObject({
  type: z.literal('predict'),
  ...frame,
  /** What is about to happen is asked about this code, if the prompt shows any. */
  outcomes: z.array(option).min(2).max(5),
  reasons: z.array(option).min(2).max(5),
  /** What really happened: the output of the run, the reply, the number. Markdown. */
  actual: markdown,
});

export type PredictFile = z.infer<typeof predictActivity>;

/** What grading a prediction needs to know: the ids of the right outcome and its reason. */
export interface PredictKey {
  outcome: string;
  reason: string;
}
