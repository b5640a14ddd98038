import { z } from 'astro/zod';
import { id, markdown, text } from './common.ts';

/** A row of a result: one value for each column. Numbers as numbers, also where SQL says numeric. */
const row = z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).min(1);

/** The exact result for each seed of the database, in the order of the query. */
const results = z.strictObject({
  /** The data that learners see. */
  practice: z.array(row).min(1),
  /** Data of the same shape with other numbers: an answer written by hand fails there. */
  hidden: z.array(row).min(1),
});

const query = z.strictObject({
  /** What this query answers, as a question or in a few words. */
  ask: text,
  sql: z.string().trim().min(1),
  expected: results,
});

/** `content/company/stories/<id>.yaml`: something to be found in the practice database, with its proof. */
export const storySchema = z.strictObject({
  /** Place in the list of twelve that the course's design counts. */
  number: z.int().min(1).max(12),
  title: text,
  /** What somebody at the company wants to know. */
  question: markdown,
  /** What the data says, and what it cannot say. */
  finding: markdown,
  /** Queries that find it. */
  queries: z.array(query).min(1),
  /** The most likely wrong way, which runs without an error. */
  trap: z.strictObject({
    /** What is wrong, and how one could notice. */
    description: markdown,
    sql: z.string().trim().min(1),
    answer: results,
  }),
  /** Chapters that use it. */
  chapters: z.array(id).min(1),
  /** Tables that the queries read. */
  tables: z
    .array(z.string().regex(/^[a-z_]+$/, 'use the name of a table of src/slotlark/schema.sql'))
    .min(1),
});
