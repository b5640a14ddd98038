import { createHash } from 'node:crypto';
import { rewriteCss, toRelative } from '../site/addresses.ts';
import type { Writer } from '../site/addresses.ts';
import type { BuiltSite, Target } from '../site/built-site.ts';
import { buildRuntime } from './build-runtime.ts';
import { toDataScript } from './data-script.ts';
import { findEngineElements, isLeftOut } from './edition.ts';
import type { Edition } from './edition.ts';
import { toModuleScript } from './module-script.ts';
import type { ModuleScript } from './module-script.ts';
import { own, rewriteForFetch, rewritePage } from './page.ts';
import type { CopiedPage } from './page.ts';
import { toMarked } from './script-addresses.ts';
import { rewriteCompactIndex, rewriteFragment } from './search-index.ts';
import { toReadme, toStartPages } from './start-pages.ts';

/** Parts of Pagefind that the course's own search does not use. */
const unused = /^pagefind\/(pagefind-[a-z-]+\.(js|css)|wasm\.unknown\.pagefind)$/;

/** Builds one edition of the offline copy from a built site. */
export class OfflineCopy {
  private readonly site: BuiltSite;
  private readonly edition: Edition;
  private readonly modules: Map<string, Promise<ModuleScript>>;
  /** What is in the copy, by path. */
  private readonly files = new Map<string, Uint8Array | string>();
  private readonly inline = new Map<string, string>();
  /** Files to be taken as they are, and files to be taken as data. */
  private readonly linked = new Set<string>();
  private readonly fetched = new Set<string>();
  private readonly scripts = new Set<string>();
  private readonly engineElements = new Set<string>();

  /**
   * @param modules - modules that another edition has turned already, by path.
   */
  constructor(site: BuiltSite, edition: Edition, modules: Map<string, Promise<ModuleScript>>) {
    this.site = site;
    this.edition = edition;
    this.modules = modules;
  }

  /**
   * @param onStep - told what has been done, as it is done.
   * @returns all files of the copy, by path, in order.
   */
  async build(onStep: (done: string) => void): Promise<Map<string, Uint8Array | string>> {
    const pages = this.toPages();
    onStep(`${pages.size} pages`);
    // The review takes questions from the pages where they stand.
    for (const { url } of this.site.manifest.activities)
      this.fetched.add(this.site.find(url)!.path);
    const turned = await this.toModules([...pages.values()].flatMap(({ entries }) => entries));
    onStep(`${turned.size} scripts`);
    for (const [path, page] of pages) {
      this.files.set(path, page.finish(closure(page.entries, turned)));
    }
    for (const [path, { code }] of turned) this.files.set(path, code);
    for (const path of this.fetched) {
      this.files.set(`${path}.data.js`, toDataScript(path, this.toData(path)));
    }
    onStep(`${this.fetched.size} data files`);
    for (const path of this.linked) this.files.set(path, this.toFile(path));
    for (const [path, text] of await buildRuntime()) this.files.set(own + path, text);
    const { title } = this.site.manifest.course;
    for (const [path, text] of toStartPages(title, [...this.files.keys()])) {
      this.files.set(path, text);
    }
    this.files.set('README.txt', toReadme(title));
    return new Map([...this.files].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private toPages(): Map<string, CopiedPage> {
    const pages = new Map<string, CopiedPage>();
    for (const path of this.site.files) {
      // No server is there to show a page instead of a missing one.
      if (!path.endsWith('.html') || path === '404.html') continue;
      const html = this.site.text(path);
      if (!html.startsWith('<!DOCTYPE html>')) continue;
      for (const name of findEngineElements(html)) this.engineElements.add(name);
      const writer = this.toWriter(path, toRelative(path));
      pages.set(
        path,
        rewritePage(html, writer, this.edition, (kind, text) => this.takeOut(kind, text, path)),
      );
    }
    return pages;
  }

  private toWriter(from: string, toLink: Writer['toLink']): Writer {
    return { site: this.site, from, toLink, onTarget: (target, use) => this.note(target, use) };
  }

  /** Remembers what an address needs to be there. */
  private note({ kind, path }: Target, use: 'link' | 'fetch'): void {
    if (kind === 'folder') {
      for (const file of this.site.within(path)) {
        if (!file.endsWith('.html') && !unused.test(file) && !this.isDownload(file)) {
          this.ask(file);
        }
      }
    } else if (use === 'fetch') this.ask(path);
    else if (kind === 'file') this.linked.add(path);
  }

  /** Remembers what a script will ask for. */
  private ask(path: string): void {
    if (/\.m?js$/.test(path)) this.scripts.add(path);
    else this.fetched.add(path);
  }

  /** Whether a chunk makes an element answer that needs an engine; its file is named after it. */
  private isEngineChunk(path: string): boolean {
    return this.engineElements.has(/([^/.]+)\.[^/]+\.js$/.exec(path)?.[1] ?? '');
  }

  private isDownload(path: string): boolean {
    return this.site.manifest.downloads.some(({ url }) => this.site.find(url)?.path === path);
  }

  private takeOut(kind: 'style' | 'script' | 'module', text: string, from: string): string {
    const name = createHash('sha256').update(text).digest('hex').slice(0, 12);
    const path = `${own}${name}.${kind === 'style' ? 'css' : 'js'}`;
    if (kind === 'module') this.inline.set(path, text);
    else if (kind === 'script') this.files.set(path, text);
    else if (!this.files.has(path)) this.files.set(path, this.toSheet(text, from, path));
    return path;
  }

  /** A style sheet, its addresses as seen from where it will lie. */
  private toSheet(css: string, from: string, to: string): string {
    return rewriteCss(css, this.toWriter(from, toRelative(to)));
  }

  /** Turns the modules that are reached from some, and notes the data that they ask for. */
  private async toModules(entries: string[]): Promise<Map<string, ModuleScript>> {
    const turned = new Map<string, ModuleScript>();
    const queue = [...entries, ...this.scripts];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (turned.has(path)) continue;
      const module = await this.turn(path);
      turned.set(path, module);
      for (const other of [...module.imports, ...module.later]) {
        if (!this.edition.hasLabs && this.isEngineChunk(other)) continue;
        if (/\.m?js$/.test(other)) queue.push(other);
        else this.fetched.add(other);
      }
    }
    return turned;
  }

  private turn(path: string): Promise<ModuleScript> {
    const known = this.modules.get(path);
    if (known) return known;
    const code = this.inline.get(path) ?? this.site.text(path);
    const module = toModuleScript(this.site, path, code);
    this.modules.set(path, module);
    return module;
  }

  private toData(path: string): Uint8Array {
    if (path.endsWith('.html')) {
      const writer = this.toWriter(path, toMarked);
      return Buffer.from(rewriteForFetch(this.site.text(path), writer, this.edition));
    }
    if (path === 'search.json') return Buffer.from(rewriteCompactIndex(this.site.text(path)));
    if (path.endsWith('.pf_fragment')) return rewriteFragment(path, this.site.bytes(path));
    return this.site.bytes(path);
  }

  private toFile(path: string): Uint8Array | string {
    if (path.endsWith('.css')) return this.toSheet(this.site.text(path), path, path);
    if (isLeftOut(this.site, this.edition, path))
      throw new Error(`${path} is linked and left out.`);
    return this.site.bytes(path);
  }
}

/** Paths of modules with all that they import, each after what it needs. */
function closure(entries: readonly string[], modules: ReadonlyMap<string, ModuleScript>): string[] {
  const found = new Set<string>();
  const visiting = new Set<string>();
  const visit = (path: string) => {
    if (visiting.has(path)) return;
    visiting.add(path);
    for (const other of modules.get(path)?.imports ?? []) visit(other);
    found.add(path);
  };
  for (const entry of entries) visit(entry);
  return [...found];
}
