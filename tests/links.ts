import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

interface Page {
  ids: Set<string>;
  /** Every `href` and `src`, as it is written. */
  links: string[];
}

interface Links {
  /** How many lead to files of the folder. */
  count: number;
  /** Those that lead nowhere, each with its page and the reason. */
  broken: string[];
  /** Addresses elsewhere. */
  external: Set<string>;
  /** Pages that can be reached from the home page, its own file included. */
  reached: Set<string>;
}

/**
 * Looks at every link of every page in a folder, and at what pages load.
 *
 * @param root - the folder's address, with a slash at its end: over HTTP a folder answers with its
 *   `index.html`, as a file it does not.
 */
export function checkLinks(folder: string, root: URL): Links {
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
      const url = new URL(link, new URL(name, root));
      if (url.protocol !== root.protocol || url.host !== root.host) {
        found.external.add(link);
        continue;
      }
      found.count += 1;
      const target = toFile(url, root);
      const fault = target === undefined ? 'leads out of the course' : findFault(target, url);
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
    if (!existsSync(path)) return 'there is no such file';
    if (statSync(path).isDirectory()) return 'is a folder';
    const id = decodeURIComponent(hash.slice(1));
    const page = pages.get(target);
    return id && page && !page.ids.has(id) ? 'there is no such place on the page' : undefined;
  }
}

/** The file that an address leads to, from the folder. */
function toFile({ pathname, protocol }: URL, root: URL): string | undefined {
  if (!pathname.startsWith(root.pathname)) return undefined;
  const path = decodeURIComponent(pathname.slice(root.pathname.length));
  const isFolder = path === '' || path.endsWith('/');
  return isFolder && protocol !== 'file:' ? `${path}index.html` : path;
}

/** Reads a page's ids and links; what stands in a template counts. */
function readPage(html: string): Page {
  const page: Page = { ids: new Set(), links: [] };
  const walk = (node: Tree.Node): void => {
    if ('attrs' in node) {
      for (const { name, value } of node.attrs) {
        if (name === 'id') page.ids.add(value);
        if (name === 'href' || name === 'src') page.links.push(value);
      }
    }
    if ('content' in node) walk(node.content);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  // Without a script, what stands in `<noscript>` is part of the page.
  walk(parse(html, { scriptingEnabled: false }));
  return page;
}
