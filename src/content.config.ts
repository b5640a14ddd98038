import { join } from 'node:path';
import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { paths } from './lib/paths.ts';
import { toId } from './lib/content/entry.ts';
import { courseRoot } from './load/course-root.ts';

/**
 * Chapters are Starlight's docs, so that it renders their bodies. What they and all other files
 * declare is read and checked by `src/load/`, in one go and with line numbers.
 */
export const collections = {
  docs: defineCollection({
    loader: glob({
      base: join(courseRoot, 'content/chapters'),
      pattern: '**/*.mdx',
      generateId: ({ entry }) => paths.chapter(toId(entry)).slice(0, -1),
    }),
    schema: docsSchema(),
  }),
};
