import { z } from 'astro/zod';
import { written } from './written.ts';

/** Write a query. Its result is compared with the solution's, on the data shown and on other data. */
export const sqlActivity = z.strictObject({
  type: z.literal('sql'),
  ...written,
  /** Tables that the schema drawer shows first. */
  tables: z.array(z.string().regex(/^[a-z_]+$/)).min(1),
  /** Whether the order of the rows is part of the answer. */
  ordered: z.boolean().default(false),
  /** Draws the learner's result: the first column gives the labels, the second the heights. */
  chart: z.enum(['bar', 'line']).optional(),
});

export type SqlFile = z.infer<typeof sqlActivity>;
