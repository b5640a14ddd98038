import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFile } from '../lib/content/entry.ts';

/** Reads every file of `content/` that the course is made of, sorted by path. */
export function readContent(root: string): ContentFile[] {
  return globSync('content/**/*.{yaml,mdx,md,csv}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path !== 'content/README.md')
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
