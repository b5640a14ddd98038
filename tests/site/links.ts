import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readPage } from '../offline/links.ts';

interface Links {
  count: number;
  /** Those that lead nowhere, each with its page and the reason. */
  broken: string[];
  /** Addresses of other sites. */
  external: Set<string>;
  /** Pages that can be reached from the home page, its own file included. */
  reached: Set<string>;
}

/** Looks, in the files of a built site, at every link of every page and at what pages load. */
export function checkLinks(folder: string, base: string): Links {
  const pages = new Map(
    globSync('**/*.html', { cwd: folder }).map((path) => {
      const name = path.replaceAll('\\', '/');
      return [name, readPage(readFileSync(join(folder, path), 'utf8'))] as const;
    }),
  );
  const found: Links = { count: 0, broken: [], external: new Set(), reached: new Set() };
  const next = new Map<string, string[]>();
  for (const [name, { links }] of pages) {
    const targets: string[] = [];
    for (const link of links) {
      const url = new URL(link, `http://site.invalid${base}${name}`);
      found.count += 1;
      if (url.hostname !== 'site.invalid') {
        found.external.add(link);
        continue;
      }
      const target = toFile(url, base);
      const fault = target === undefined ? 'leads out of the site' : findFault(target, url);
      if (fault) found.broken.push(`${name} → ${link}: ${fault}`);
      else targets.push(target!);
    }
    next.set(name, targets);
  }
  const reach = (name: string): void => {
    if (!pages.has(name) || found.reached.has(name)) return;
    found.reached.add(name);
    next.get(name)?.forEach(reach);
  };
  reach('index.html');
  return found;

  function findFault(target: string, { hash }: URL): string | undefined {
    const path = join(folder, target);
    if (!existsSync(path) || statSync(path).isDirectory()) return 'there is no such file';
    const id = decodeURIComponent(hash.slice(1));
    const page = pages.get(target);
    return id && page && !page.ids.has(id) ? 'there is no such place on the page' : undefined;
  }
}

/** The file that an address leads to. */
function toFile({ pathname }: URL, base: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  const path = decodeURIComponent(pathname.slice(base.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
