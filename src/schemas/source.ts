import { z } from 'astro/zod';
import { day, id, text } from './common.ts';

/** One entry of `content/sources.yaml`. */
export const sourceSchema = z.strictObject({
  id,
  /** The people or the body that wrote it. */
  author: text,
  title: text,
  /** Where it appeared, if that is not its author. */
  publisher: text.optional(),
  /** Date of publication: a year, a month or a day. */
  date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'use YYYY, YYYY-MM or YYYY-MM-DD'),
  url: z.url({ protocol: /^https$/ }),
  /** The day it was looked up. */
  accessed: day,
  /**
   * How it was checked. `primary`: the original text was read, at least where it is cited.
   * `mirror`: a copy or long quotation of the original. `secondary`: somebody's report of it.
   */
  checked: z.enum(['primary', 'mirror', 'secondary']),
  /** What a careful reader should know about it: whose claim it is, what it does not show. */
  caution: text.optional(),
});

/** `content/sources.yaml`: every cited source once. */
export const sourcesSchema = z.array(sourceSchema);

export type SourceFile = z.infer<typeof sourceSchema>;
