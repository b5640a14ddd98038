import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFile } from '../lib/content/entry.ts';

const known = new Map<string, ContentFile>();

/**
 * Reads every file of `content/` that the course is made of, sorted by path. A file that has not
 * changed comes as the same object as before, so that it need not be parsed again.
 */
export function readContent(root: string): ContentFile[] {
  return globSync('content/**/*.{yaml,mdx,md,csv}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path !== 'content/README.md')
    .sort()
    .map((path) => {
      const place = join(root, path);
      const text = readFileSync(place, 'utf8');
      const before = known.get(place);
      if (before?.text === text) return before;
      const file = { path, text };
      known.set(place, file);
      return file;
    });
}
