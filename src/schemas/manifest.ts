import { z } from 'astro/zod';
import { bloomLevel, id, text } from './common.ts';

const ids = z.array(id);
const count = z.int().nonnegative();
/** Address from the root of the host, base path included. */
const url = z.string().regex(/^\//);

/**
 * `course.json`: the course as data, for tests, exports and other tools. Version 2; in version 1 `practiced` was spelled otherwise.
 * Fields may be added within a version; one that changes or goes raises it.
 */
export const manifestSchema = z.strictObject({
  $schema: z.string(),
  version: z.literal(2),
  course: z.strictObject({ id, title: text, description: text, url, reviewed: z.string() }),
  counts: z.record(z.string(), count),
  topics: z.array(z.strictObject({ id, wording: text })),
  parts: z.array(z.strictObject({ id, title: text, chapters: ids })),
  chapters: z.array(
    z.strictObject({
      id,
      number: count,
      title: text,
      description: text,
      part: id,
      /** Missing while the chapter is planned. */
      url: url.optional(),
      status: z.enum(['done', 'planned']),
      minutes: count,
      words: count,
      objectives: ids,
      reinforces: ids,
      topics: ids,
      prerequisites: ids,
      terms: ids,
      uses: z.strictObject({ terms: ids, activities: ids, diagrams: ids, sources: ids }),
    }),
  ),
  objectives: z.array(
    z.strictObject({
      id,
      code: text,
      level: bloomLevel,
      wording: text,
      url,
      topics: ids,
      evidence: z.strictObject({
        /** Finished chapters that have it as their own. */
        taught: ids,
        /** Practice items at its level, once there are at least three in two pools. */
        practiced: ids,
        /** Assessment items, by the same rule. */
        assessed: ids,
        /** Finished chapters that come back to it. */
        reinforced: ids,
      }),
    }),
  ),
  terms: z.array(
    z.strictObject({
      id,
      term: text,
      definition: text,
      topic: id,
      home: id,
      related: ids,
      usedIn: ids,
      url,
    }),
  ),
  activities: z.array(
    z.strictObject({
      id,
      type: z.string(),
      title: text,
      role: z.enum(['practice', 'assessment', 'diagnostic']),
      bloom: bloomLevel,
      objectives: ids,
      pool: id,
      chapter: id,
      url,
    }),
  ),
  diagrams: z.array(z.strictObject({ id, title: text, steps: count, usedIn: ids, url })),
  documents: z.array(
    z.strictObject({
      id,
      kind: z.string(),
      label: text,
      title: text,
      author: text,
      date: z.string(),
      version: text,
      status: z.string(),
      chapters: ids,
      url,
    }),
  ),
  sources: z.array(
    z.strictObject({
      id,
      author: text,
      title: text,
      date: text,
      checked: z.enum(['primary', 'mirror', 'secondary']),
      /** Where the source itself is. */
      link: z.string(),
      url,
    }),
  ),
  downloads: z.array(z.strictObject({ id, title: text, bytes: count, url })),
});

export type Manifest = z.infer<typeof manifestSchema>;
