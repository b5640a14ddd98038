import { z } from 'astro/zod';
import { id, markdown } from '../common.ts';
import { frame } from './frame.ts';

/** Put entries into their order. */
export const orderActivity = z.strictObject({
  type: z.literal('order'),
  ...frame,
  /** In the right order. The page shows them in another one. */
  entries: z
    .array(z.strictObject({ id, text: markdown, why: markdown }))
    .min(3)
    .max(10),
});

export type OrderFile = z.infer<typeof orderActivity>;

/** What grading an order needs to know: all orders that are right, the best known first. */
export interface OrderKey {
  orders: string[][];
}
