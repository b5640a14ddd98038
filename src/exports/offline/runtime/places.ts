import { virtualOrigin } from '../virtual-site.ts';

/** Where a copy lies, and how its modules name it. */
export interface Places {
  /** Address of the copy's folder, with its closing slash. */
  root: string;
  /** Path under which the site was built, with both slashes. */
  base: string;
}

/** Finds what an address means within the copy: a path from its root, or nothing. */
export function toPath(address: string, { root, base }: Places): string | undefined {
  const bare = address.replace(/[?#].*$/, '');
  const starts = [root, `${virtualOrigin}${base}`];
  const start = starts.find((candidate) => bare.startsWith(candidate));
  return start === undefined ? undefined : decodeURIComponent(bare.slice(start.length));
}

/** The address by which a module knows a path. */
export const toVirtual = (path: string, { base }: Places): string =>
  `${virtualOrigin}${base}${encodeURI(path)}`;

/** The address of a file of the copy. */
export const toAddress = (path: string, { root }: Places): string =>
  root + encodeURI(path).replaceAll('#', '%23').replaceAll('?', '%3F');
