import { posix } from 'node:path';
import type { BuiltSite, Target } from './built-site.ts';

/** A way to write addresses into one output. */
export interface Writer {
  site: BuiltSite;
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

/** The new form of an address in a link, an image or a style sheet; nothing where it stays. */
export function rewriteLink(address: string, writer: Writer): string | undefined {
  if (address.startsWith('#')) return undefined;
  const target = writer.site.find(address, writer.from);
  if (!target || target.kind === 'folder') return undefined;
  writer.onTarget(target, 'link');
  return writer.toLink(target.path) + target.suffix;
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
