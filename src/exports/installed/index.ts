import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { build } from 'rolldown';
import { getManifest } from 'workbox-build';
import { withBase } from '../../lib/paths.ts';
import { toSize } from '../../lib/offline/installed-copy.ts';
import type { LabFile } from '../../lib/offline/installed-copy.ts';
import { partOf } from '../../lib/offline/parts.ts';
import type { Build } from './build.ts';

export interface InstalledOptions {
  /** Take the copies back that browsers keep; see "Publish" in README.md. */
  isOff: boolean;
}

/** Lets browsers keep the site. Listed after whatever else writes files. */
export function installed(options: InstalledOptions): AstroIntegration {
  let base = '/';
  return {
    name: 'installed',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = withBase(config.base, '');
      },
      'astro:build:done': async ({ dir, logger }) => {
        logger.info(await writeInstalled(fileURLToPath(dir), base, options));
      },
    },
  };
}

/**
 * Writes the worker, `sw.js`, and for pages the list of its files, `installed.json`.
 *
 * @param folder - of the built site.
 * @param base - path of the site, with both slashes.
 * @returns what was done, in one line.
 */
export async function writeInstalled(
  folder: string,
  base: string,
  { isOff }: InstalledOptions,
): Promise<string> {
  if (isOff) {
    await bundle('retired-worker.ts', folder, { base });
    return 'Browsers are told to give up their copy.';
  }
  const read = (url: string) => readFileSync(join(folder, toPath(url, base)));
  const labs = (await list(folder, base, 'labs')).map(({ url, revision }): LabFile => ({
    url,
    revision: revision!,
    bytes: read(url).length,
  }));
  // A file like others: it is there before these are listed.
  writeFileSync(join(folder, 'installed.json'), JSON.stringify(labs));
  const pages = await list(folder, base, 'pages');
  const hash = createHash('sha256')
    .update(JSON.stringify([pages, labs]))
    .digest('hex');
  await bundle('service-worker.ts', folder, { base, version: hash.slice(0, 12), pages, labs });

  const toSizes = (files: { url: string }[]) => {
    const contents = files.map(({ url }) => read(url));
    const raw = contents.reduce((sum, content) => sum + content.length, 0);
    const packed = contents.reduce((sum, content) => sum + gzipSync(content).length, 0);
    return `${files.length} files, ${toSize(raw)} (${toSize(packed)} as gzip)`;
  };
  return `Kept offline: ${toSizes(pages)}; the labs, once used: ${toSizes(labs)}.`;
}

/** Addresses of a part's files, with their revisions. */
async function list(folder: string, base: string, part: 'pages' | 'labs') {
  const { manifestEntries } = await getManifest({
    globDirectory: folder,
    globPatterns: ['**/*'],
    maximumFileSizeToCacheInBytes: 100e6,
    // Their names change with them. Lab files have a revision all the same, for one kind of key.
    ...(part === 'pages' && { dontCacheBustURLsMatching: /^_astro\// }),
    manifestTransforms: [
      (entries) => ({
        manifest: entries
          .filter(({ url }) => partOf(url) === part)
          // The address that links have; a host may redirect the file's own.
          .map((entry) => ({
            ...entry,
            // What comes in a file's place is not kept: an older page of a host that is still being
            // written, or the login page of a network.
            ...(part === 'pages' && { integrity: toIntegrity(join(folder, entry.url)) }),
            url: base + entry.url.replace(/(^|\/)index\.html$/, '$1'),
          })),
      }),
    ],
  });
  return manifestEntries;
}

/** A file's hash, as browsers check it. */
const toIntegrity = (file: string) =>
  `sha256-${createHash('sha256').update(readFileSync(file)).digest('base64')}`;

/** The file behind an address. */
const toPath = (url: string, base: string) =>
  url.slice(base.length).replace(/(^|\/)$/, '$1index.html');

/** Bundles a worker into `sw.js`. */
async function bundle(entry: string, folder: string, data: Build | Pick<Build, 'base'>) {
  const { output } = await build({
    input: fileURLToPath(new URL(entry, import.meta.url)),
    platform: 'browser',
    transform: {
      define: { BUILD: JSON.stringify(data), 'process.env.NODE_ENV': '"production"' },
    },
    output: { format: 'iife', minify: true },
    write: false,
  });
  writeFileSync(join(folder, 'sw.js'), output[0].code);
}
