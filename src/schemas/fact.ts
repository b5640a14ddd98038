import { z } from 'astro/zod';
import { id, text } from './common.ts';

/**
 * `content/company/facts.yaml`: numbers about the company that prose may quote, each once. Prose
 * writes `<Fact id="…" />` in a chapter and `{fact:…}` anywhere else, never the digits.
 */
export const factsSchema = z.array(
  z
    .strictObject({
      id,
      /** What the number says, in one line, for authors. */
      meaning: text,
      /** A query of the practice database that gives one row of one number … */
      sql: text.optional(),
      /** … or the number itself, where no table holds it … */
      value: z.number().optional(),
      /** … or the document whose items are counted. */
      items: id.optional(),
      /** Digits after the decimal point. */
      decimals: z.int().min(0).max(3).default(0),
      /** What follows the number, such as "%". */
      unit: z.string().default(''),
      /**
       * Words that may follow the number. A test finds the digits before one of them, written by
       * hand; other numbers, such as 1,165 or 61.6%, are found anywhere.
       */
      nouns: z.array(text).default([]),
      /** False for years, which have no thousands separator. */
      grouped: z.boolean().default(true),
    })
    .refine(
      ({ sql, value, items }) =>
        [sql, value, items].filter((from) => from !== undefined).length === 1,
      'give one of "sql", "value" and "items"',
    ),
);

export type FactFile = z.infer<typeof factsSchema>[number];
