import { z } from 'astro/zod';

/** A stable id: lower-case words joined by hyphens. It equals the file's name and never changes once published. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens');

/** Plain text on one line: no Markdown. */
export const text = z.string().trim().min(1);

/**
 * A short run of Markdown: emphasis, code, lists, and links. A link to a glossary entry is
 * written `[caches](term:cache)`, one to a chapter `[chapter 2](chapter:follow-one-booking)`.
 */
export const markdown = z.string().trim().min(1);

/** A calendar day, written YYYY-MM-DD. */
export const day = z.iso.date();

/** The six levels of the 2001 Bloom taxonomy, lowest first. */
export const bloomLevel = z.enum([
  'remember',
  'understand',
  'apply',
  'analyze',
  'evaluate',
  'create',
]);

export type BloomLevel = z.infer<typeof bloomLevel>;
