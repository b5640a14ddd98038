import { z } from 'astro/zod';
import { text } from './common.ts';

const axis = {
  label: text,
  from: z.number(),
  to: z.number(),
};

/** `content/company/charts/<id>.yaml`: lines drawn from a query of the practice database. */
export const chartSchema = z.strictObject({
  title: text,
  /** What to see in it. */
  caption: text,
  /** Gives the column `minute` and one column for each series, in order of `minute`. */
  sql: text,
  x: z.strictObject({
    ...axis,
    /** `minutes`: minutes after midnight, written as a time of day. */
    format: z.literal('minutes'),
  }),
  y: z.strictObject({ ...axis, unit: z.string().default('') }),
  series: z
    .array(z.strictObject({ column: z.string(), label: text }))
    .min(1)
    .max(3),
  /** Vertical lines at moments that the text speaks of. */
  marks: z.array(z.strictObject({ at: z.number(), label: text })).default([]),
});

export type ChartFile = z.infer<typeof chartSchema>;
