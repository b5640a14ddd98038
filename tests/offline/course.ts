import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { serve } from '../../src/cli/server.ts';

/** A course that a browser can open. */
export interface Place {
  name: string;
  /** `site` as it is served, or a `copy` in files. */
  kind: 'site' | 'copy';
  /** The address of a site path such as `glossary/?text=api#api`. */
  address: (path: string) => string;
  close: () => void;
}

/** The folder of the built site: the small course of `tests/fixtures/`. */
const dist = resolve('dist-fixture');

/** A name that has to be encoded in an address, and nearly everything in it. */
const folderName = 'USB stick é#1 – Kurs';

/**
 * The folder of the course, unzipped as a reader does it, below a folder with a difficult name.
 *
 * @param site - the folder of the built site that offers it.
 */
export function unzippedCourse(
  name = 'technical-product-manager.zip',
  site = dist,
): { folder: string; remove: () => void } {
  const zip = join(site, 'offline', name);
  if (!existsSync(zip)) throw new Error(`There is no ${zip}: build the site first.`);
  const scratch = mkdtempSync(join(tmpdir(), 'course-offline-'));
  const target = join(scratch, folderName);
  for (const [path, content] of Object.entries(unzipSync(readFileSync(zip)))) {
    if (path.endsWith('/')) continue;
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), content);
  }
  return {
    folder: join(target, 'technical-product-manager'),
    remove: () => rmSync(scratch, { recursive: true, force: true }),
  };
}

/** The unzipped export, opened as files. */
export function openCopy(): Promise<Place> {
  const { folder, remove } = unzippedCourse();
  return Promise.resolve({
    name: 'the copy in files',
    kind: 'copy',
    address: toAddress(folder),
    close: remove,
  });
}

/** The built site, opened as files just as it is, which cannot work. */
export const openPlainFiles = (): Promise<Place> =>
  Promise.resolve({
    name: 'the plain site in files',
    kind: 'site',
    address: toAddress(dist),
    close: () => undefined,
  });

/** The built site, served. */
export async function openSite(): Promise<Place> {
  const { server, url } = await serve({ folder: dist, base: '/' }, 4550);
  return {
    name: 'the site',
    kind: 'site',
    address: (path) => url + path,
    close: () => void server.close(),
  };
}

/** Addresses in a folder of files: they name a page's file, where a server would look for it. */
const toAddress = (folder: string) => (path: string) => {
  const [, page = '', rest = ''] = /^([^?#]*)(.*)$/.exec(path)!;
  const file = page === '' || page.endsWith('/') ? `${page}index.html` : page;
  return pathToFileURL(join(folder, file)).href + rest;
};

/** The title that a page's own file has, by its site path. */
export function titleOf(path: string): string {
  const [page = ''] = path.split(/[?#]/);
  const html = readFileSync(join(dist, page, 'index.html'), 'utf8');
  const [, title = ''] = /<h1\b[^>]*>(.*?)<\/h1>/s.exec(html) ?? [];
  return title
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
