import type { Writer } from '../site/addresses.ts';
import { rootMark, virtualOrigin } from './virtual-site.ts';

/** Addresses as they stand in data, which may end up in any page. */
export const toMarked = (path: string): string => rootMark + encodeURI(path);

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
