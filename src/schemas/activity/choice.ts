import { z } from 'astro/zod';
import { frame, option } from './frame.ts';

/** Choose the one right option. */
export const choiceActivity = z.strictObject({
  type: z.literal('choice'),
  ...frame,
  options: z.array(option).min(3).max(5),
});

export type ChoiceFile = z.infer<typeof choiceActivity>;

/** What grading a choice needs to know: the id of the right option. */
export interface ChoiceKey {
  right: string;
}
