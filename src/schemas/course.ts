import { z } from 'astro/zod';
import { day, id, text } from './common.ts';

/** `content/course.yaml`: what the course is, and the one place that says what comes after what. */
export const courseSchema = z.strictObject({
  /** Prefixes everything the course stores in the reader's browser. */
  id,
  title: text,
  /** The short name in the header and in page titles. */
  shortTitle: text,
  /** One line under the title. */
  tagline: text,
  /** Two or three sentences for search engines and the home page. */
  description: text,
  /** Who it is for, verbatim from the course description. */
  audience: text,
  /** What a reader brings along, verbatim from the course description. */
  prerequisites: z.array(text).min(1),
  /** What a reader leaves with, verbatim: a claim, and how it continues. */
  outcomes: z.array(z.strictObject({ claim: text, rest: text })).min(1),
  /** The main topics, verbatim, each with the id that chapters and terms refer to. */
  topics: z.array(z.strictObject({ id, wording: text })).min(1),
  /** What the course leaves out on purpose, verbatim. */
  topicsNotCovered: z.array(text).min(1),
  /** Parts in reading order, each with its chapters in reading order. */
  parts: z.array(z.strictObject({ id, title: text, chapters: z.array(id).min(1) })).min(1),
  /** The day the content was last reviewed as a whole. */
  reviewed: day,
});

export type CourseFile = z.infer<typeof courseSchema>;
