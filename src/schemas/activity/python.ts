import { z } from 'astro/zod';
import { markdown, text } from '../common.ts';
import { code } from './frame.ts';
import { written } from './written.ts';

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

export type PythonFile = z.infer<typeof pythonActivity>;
