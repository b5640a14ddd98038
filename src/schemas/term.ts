import { z } from 'astro/zod';
import { day, id, markdown, text } from './common.ts';

/** `content/glossary/<id>.yaml`: one glossary entry, 70 to 110 words over its five prose fields. */
export const termSchema = z.strictObject({
  /** The headword, in the case it has inside a sentence. */
  term: text,
  /** What an abbreviation stands for. */
  expansion: text.optional(),
  /** Other forms that count as this term, in search and in chapters: plurals, synonyms, verbs. */
  aliases: z.array(text).default([]),
  /** Words with which readers look for it and which are no names of it: `duplicate rows`. */
  asked: z.array(text).default([]),
  /** True where the word also has an everyday sense, so that its bare use is not a use of the term. */
  everyday: z.boolean().default(false),
  /** The topic it is filed under. */
  topic: id,
  /** Plain definition, at most 25 words, without unexplained jargon. */
  definition: markdown,
  /** Why a product manager meets it. */
  why: markdown,
  /** An instance at the course's company, with a number. */
  example: markdown,
  /** What it sounds like but is not. */
  contrast: markdown,
  /** A question to ask an engineer. */
  ask: markdown,
  /** The nearest other entries. */
  related: z.array(id).min(2).max(4),
  /** Sources for any fact in the entry. */
  sources: z.array(id).default([]),
  /** For entries that go stale: the day somebody last checked them. */
  reviewed: day.optional(),
  /** The course description's own definition, verbatim, for the seven terms that have one. */
  courseDefinition: text.optional(),
});

export type TermFile = z.infer<typeof termSchema>;
