import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { BuiltSite } from '../site/built-site.ts';
import { toZip } from '../site/zip.ts';
import { editions, toFileName } from './edition.ts';
import type { Edition } from './edition.ts';
import type { ModuleScript } from './module-script.ts';
import { OfflineCopy } from './offline-copy.ts';

/** One edition as an archive. */
export interface Archive {
  edition: Edition;
  name: string;
  bytes: Uint8Array;
  /** Size of what it holds. */
  unpacked: number;
  files: number;
}

/**
 * Packs editions of the offline copy.
 *
 * @param onArchive - told of each as soon as it is there.
 * @param onStep - told what has been done on the way.
 */
export async function packCopies(
  site: BuiltSite,
  wanted: readonly Edition[],
  onArchive: (archive: Archive) => void,
  onStep: (done: string) => void = () => undefined,
): Promise<void> {
  const modules = new Map<string, Promise<ModuleScript>>();
  const { id, reviewed } = site.manifest.course;
  for (const edition of wanted) {
    const files = await new OfflineCopy(site, edition, modules).build(onStep);
    const unpacked = [...files.values()].reduce((sum, content) => sum + content.length, 0);
    onStep(`${files.size} files to pack`);
    const bytes = toZip(id, files, reviewed);
    onArchive({ edition, name: toFileName(site, edition), bytes, unpacked, files: files.size });
  }
}

/** Writes the size of an archive into the page that offers it. */
function fillSize(page: string, name: string, bytes: number): void {
  const place = new RegExp(`(<span data-size="${name}"[^>]*>)[^<]*`);
  const html = readFileSync(page, 'utf8');
  if (!place.test(html)) {
    throw new Error(`${page} offers no ${name}. Mend src/components/offline/FolderCopy.astro.`);
  }
  writeFileSync(page, html.replace(place, `$1${(bytes / 1e6).toFixed(1)} MB`));
}

/** Offers the course as archives beside the site, in `offline/`. */
export function offlineCopies(): AstroIntegration {
  return {
    name: 'offline-copies',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        mkdirSync(join(root, 'offline'), { recursive: true });
        await packCopies(new BuiltSite(root), Object.values(editions), ({ name, bytes, files }) => {
          writeFileSync(join(root, 'offline', name), bytes);
          fillSize(join(root, 'offline', 'index.html'), name, bytes.length);
          logger.info(`${name}: ${(bytes.length / 1e6).toFixed(1)} MB, ${files} files`);
        });
      },
    },
  };
}
