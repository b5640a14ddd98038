import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../schemas/manifest.ts';

/** What an address of the site leads to. */
export interface Target {
  kind: 'page' | 'file' | 'folder';
  /** From the site's root; a page's ends with its file, a folder's with a slash. */
  path: string;
  /** Query and fragment. */
  suffix: string;
}

/** A host for addresses to be resolved on; no page names it. */
const host = 'https://built.invalid';

/** A built site: its files, and what its addresses lead to. */
export class BuiltSite {
  readonly manifest: Manifest;
  /** Path under which it was built, with both slashes. */
  readonly base: string;
  /** Paths of all files from the site's root. */
  readonly files: ReadonlySet<string>;
  private readonly folders = new Set<string>(['']);
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
    const found = globSync('**/*.*', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
    this.files = new Set(found.sort());
    for (const path of this.files) {
      for (let end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
        this.folders.add(path.slice(0, end + 1));
      }
    }
    this.manifest = JSON.parse(this.text('course.json')) as Manifest;
    this.base = this.manifest.course.url;
  }

  bytes(path: string): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(readFileSync(join(this.root, path)));
  }

  text(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /**
   * Finds what an address leads to.
   *
   * @param from - path of the file that holds the address.
   * @returns nothing for an address out of the site, or for one that leads nowhere.
   */
  find(address: string, from = ''): Target | undefined {
    const here = `${host}${this.base}${from}`;
    if (!URL.canParse(address, here)) return undefined;
    const { origin, pathname, search, hash } = new URL(address, here);
    if (origin !== host || !pathname.startsWith(this.base)) return undefined;
    const path = decodeURIComponent(pathname.slice(this.base.length));
    const suffix = search + hash;
    const page = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (this.files.has(page))
      return { kind: page.endsWith('.html') ? 'page' : 'file', path: page, suffix };
    return this.folders.has(path) ? { kind: 'folder', path, suffix } : undefined;
  }

  /** Finds the folder that an address names, even where the folder is a page as well. */
  findFolder(address: string): Target | undefined {
    const path = address.slice(this.base.length);
    return this.folders.has(path) ? { kind: 'folder', path, suffix: '' } : undefined;
  }

  /** Paths of all files in a folder. */
  within(folder: string): string[] {
    return [...this.files].filter((path) => path.startsWith(folder));
  }
}
