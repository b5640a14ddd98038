import { posix } from 'node:path';
import type { Site, Target } from '../site/site.ts';
import { rootMark, virtualOrigin } from '../site/site-address.ts';

/** A way to write addresses into one output. */
export interface Writer {
  site: Site;
  /** Path of the page that the text comes from. */
  from: string;
  /** Writes the address of a page or file. */
  toLink: (path: string) => string;
  /** Called with every page or file that is linked, and with whatever scripts may ask for. */
  onTarget: (target: Target, use: 'link' | 'fetch') => void;
}

/** Addresses as they stand in a page: relative, so that the folder may lie anywhere. */
export function toRelative(from: string): (path: string) => string {
  return (path) => {
    const relative = posix.relative(posix.dirname(from), path) || '.';
    return encodeURI(relative).replaceAll('#', '%23').replaceAll('?', '%3F');
  };
}

/** Addresses as they stand in data, which may end up in any page. */
export const toMarked = (path: string): string => rootMark + encodeURI(path);

/** The new form of an address in a link, an image or a style sheet; nothing where it stays. */
export function rewriteLink(address: string, writer: Writer): string | undefined {
  if (address.startsWith('#')) return undefined;
  const target = writer.site.find(address, writer.from);
  if (!target || target.kind === 'folder') return undefined;
  writer.onTarget(target, 'link');
  return writer.toLink(target.path) + target.suffix;
}

/**
 * The new form of an address that scripts read, from a `data-` attribute or from JSON. Pages are
 * linked and fetched, so they get a form for both. Folders and other files are only fetched: they
 * get an address on the virtual host. The root is where links begin, so it stays a link.
 */
export function rewriteForScripts(
  value: string,
  writer: Writer,
  isFolder = false,
): string | undefined {
  const { site } = writer;
  if (!value.startsWith(site.base) || /\s/.test(value)) return undefined;
  const target = isFolder ? site.findFolder(value) : site.find(value);
  if (!target) return undefined;
  if (value === site.base)
    return writer.toLink('index.html').slice(0, -'index.html'.length) || './';
  writer.onTarget(target, 'fetch');
  return target.kind === 'page'
    ? writer.toLink(target.path) + target.suffix
    : `${virtualOrigin}${site.base}${target.path}${target.suffix}`;
}

/** Rewrites every string within a value of JSON. */
export function rewriteJson(value: unknown, rewrite: (text: string) => string): unknown {
  if (typeof value === 'string') return rewrite(value);
  if (Array.isArray(value)) return value.map((item) => rewriteJson(item, rewrite));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, rewriteJson(item, rewrite)]),
  );
}

/** Rewrites the addresses in a style sheet. */
export function rewriteCss(css: string, writer: Writer): string {
  return css.replace(
    /url\(\s*(['"]?)([^'")]+)\1\s*\)/g,
    (whole, quote: string, address: string) => {
      const link = rewriteLink(address, writer);
      return link === undefined ? whole : `url(${quote}${link}${quote})`;
    },
  );
}
