import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Manifest } from '../../src/schemas/manifest.ts';

/** The built site under test: `dist` under `/`, or what OUT_DIR and BASE_PATH say. */
export const dist = resolve(process.env.OUT_DIR ?? 'dist');
export const base = process.env.BASE_PATH ?? '/';

export const readText = (path: string) => readFileSync(resolve(dist, path), 'utf8');

/** Paths of all pages, from the site's root; fragments that pages fetch left out. */
export const pages = globSync('**/*.html', { cwd: dist })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => readText(path).startsWith('<!DOCTYPE html>'))
  .sort();

export const manifest = JSON.parse(readText('course.json')) as Manifest;

/** The file that an address of the site leads to. */
export function toFile(url: string): string {
  const path = new URL(url, 'https://host').pathname.slice(base.length);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
