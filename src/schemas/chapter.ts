import { z } from 'astro/zod';
import { id, text } from './common.ts';

/**
 * What a chapter declares about itself: the frontmatter of `content/chapters/<part>/<id>.mdx`, or,
 * while it is still planned, the whole of `content/chapters/<part>/<id>.yaml`.
 * The terms, sources, diagrams and activities it uses are found in its body, not listed here.
 */
export const chapterSchema = z.strictObject({
  title: text,
  /** One or two sentences for search engines and link previews. */
  description: text,
  /** The sentence under the title that makes a reader want to go on. A planned chapter may lack it. */
  lede: text.optional(),
  /** Objectives that have their home here. */
  objectives: z.array(id),
  /** Objectives taught elsewhere that come back here. */
  reinforces: z.array(id).default([]),
  topics: z.array(id).min(1),
  /** Study time, practice included. */
  minutes: z.int().min(5).max(300),
  /** Chapters to read first. */
  prerequisites: z.array(id).default([]),
  /** Glossary terms whose home is here. */
  terms: z.array(id).default([]),
  // Starlight's own, which it checks itself.
  draft: z.unknown().optional(),
  head: z.unknown().optional(),
  tableOfContents: z.unknown().optional(),
});

export type ChapterFile = z.infer<typeof chapterSchema>;
