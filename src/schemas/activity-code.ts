import { z } from 'astro/zod';
import { code, frame, option } from './activity-frame.ts';
import { id, markdown, text } from './common.ts';

/**
 * What kind of error a mistake is, after Taipalus et al. (2018), who sorted those of SQL: it means
 * nothing, it answers another question, or it is more complicated than need be. What does not
 * parse is explained by the engine's own error.
 */
const errorKind = z.enum(['semantic', 'logic', 'complication']);

/** A wrong solution that many people write, and what its result says about their thinking. */
const mistake = z.strictObject({
  id,
  error: errorKind.default('logic'),
  code,
  /** What the learner who gets the same result has most likely done, and why it misleads. */
  why: markdown,
});

const written = {
  ...frame,
  /** What stands in the field at first; empty where the learner begins from nothing. */
  starter: z.string().default(''),
  /** Passes on both seeds of the data. */
  solution: code,
  /** Each fails on both seeds, with a result of its own. */
  mistakes: z.array(mistake).min(1).max(8),
  /**
   * Numbers may differ by half a unit of this decimal place. Without it they are compared to nine
   * significant digits.
   */
  decimals: z.int().min(0).max(6).optional(),
};

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

/** A file that a script reads, with other content for the hidden run. */
const dataFile = z.union([
  z.strictObject({
    name: z.string().regex(/^[a-z0-9_-]+\.(csv|json|txt)$/, 'use a name such as reminders.csv'),
    /** A query of the practice database whose result becomes the file, as CSV with a header row. */
    sql: code,
  }),
  z.strictObject({
    name: z.string().regex(/^[a-z0-9_-]+\.(csv|json|txt)$/, 'use a name such as reminders.csv'),
    /** Names of files in `content/company/files/`. */
    practice: text,
    hidden: text,
  }),
]);

/** What is asked of a script once it has run. */
const check = z.strictObject({
  /** A Python expression over the script's own names, such as `total` or `cost("de")`. */
  expression: text,
  /** What it should be, in words: "the bill in euros". */
  means: text,
});

/** Write a script. What it leaves behind is compared with what the solution leaves behind. */
export const pythonActivity = z.strictObject({
  type: z.literal('python'),
  ...written,
  files: z.array(dataFile).max(4).default([]),
  checks: z.array(check).min(1).max(8),
  /** Parts of the language that the script must use: names of nodes of Python's `ast` module. */
  mustUse: z
    .array(z.strictObject({ node: z.string().regex(/^[A-Z][A-Za-z]+$/), why: markdown }))
    .max(4)
    .default([]),
});

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

/** Put lines of code into the right order; some belong nowhere. */
export const parsonsActivity = z.strictObject({
  type: z.literal('parsons'),
  ...frame,
  language: z.enum(['sql', 'python']),
  /** In the right order, with their indentation. */
  lines: z.array(code).min(3).max(12),
  /** Other orders that are as good: places in `lines`, counted from 0. */
  alternatives: z.array(z.array(z.int().min(0))).default([]),
  distractors: z
    .array(z.strictObject({ text: code, why: markdown }))
    .max(5)
    .default([]),
});
