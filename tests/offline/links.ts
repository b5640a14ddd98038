import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

interface Page {
  ids: Set<string>;
  /** Every `href` and `src`, as it is written. */
  links: string[];
}

/** Reads a page's ids and links; what stands in a template counts. */
export function readPage(html: string): Page {
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

/**
 * Looks at every link of every page in a folder, and says which lead to no file, to a folder, out
 * of the course, or to no such place on a page.
 */
export function findBroken(folder: string): { count: number; broken: string[] } {
  const files = globSync('**/*.html', { cwd: folder });
  const pages = new Map(
    files.map((file) => [join(folder, file), readPage(readFileSync(join(folder, file), 'utf8'))]),
  );
  const broken: string[] = [];
  let count = 0;
  for (const [file, { links }] of pages) {
    for (const link of links) {
      if (/^(https|mailto|data|blob):/.test(link)) continue;
      count += 1;
      const fault = findFault(new URL(link, pathToFileURL(file)), folder, pages);
      if (fault) broken.push(`${file.slice(folder.length + 1)} → ${link}: ${fault}`);
    }
  }
  return { count, broken };
}

function findFault(url: URL, folder: string, pages: Map<string, Page>): string | undefined {
  if (url.protocol !== 'file:') return `is a link by ${url.protocol}`;
  const target = fileURLToPath(new URL(url.pathname, url));
  if (!target.startsWith(`${folder}/`)) return 'leads out of the course';
  if (!existsSync(target)) return 'there is no such file';
  if (statSync(target).isDirectory()) return 'is a folder';
  const id = decodeURIComponent(url.hash.slice(1));
  const page = pages.get(target);
  return id && page && !page.ids.has(id) ? 'there is no such place on the page' : undefined;
}
