import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';

/** Where what is made from the generator is kept between builds. */
export const cacheFolder = 'node_modules/.cache/slotlark';

/** A name that changes with the generator, and with whatever else is given. */
export function hashGenerator(...more: string[]): string {
  const hash = createHash('sha256');
  for (const file of globSync('src/slotlark/**/*.{ts,sql}').sort()) {
    hash.update(readFileSync(file));
  }
  for (const text of more) hash.update(text);
  return hash.digest('hex').slice(0, 16);
}
