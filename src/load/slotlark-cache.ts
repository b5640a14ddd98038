import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where what is made from the generator is kept between builds. */
export const cacheFolder = (root: string): string => join(root, 'node_modules/.cache/slotlark');

/** A name that changes with the generator, and with whatever else is given. */
export function hashGenerator(root: string, ...more: string[]): string {
  const hash = createHash('sha256');
  for (const file of globSync('src/slotlark/**/*.{ts,sql}', { cwd: root }).sort()) {
    hash.update(readFileSync(join(root, file)));
  }
  for (const text of more) hash.update(text);
  return hash.digest('hex').slice(0, 16);
}
