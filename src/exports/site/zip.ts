import { zipSync } from 'fflate';
import type { Zippable } from 'fflate';

/**
 * Packs files into one folder. The same files give the same bytes, whenever and wherever.
 *
 * @param day - what the archive says of all files, as `2026-11-20`.
 */
export function toZip(
  folder: string,
  files: ReadonlyMap<string, Uint8Array | string>,
  day: string,
): Uint8Array {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  // Archives know no time zone: the parts of the date count, wherever it is built.
  const mtime = new Date(year, month - 1, date);
  const encoder = new TextEncoder();
  const tree: Zippable = {};
  for (const [path, content] of files) {
    tree[`${folder}/${path}`] = typeof content === 'string' ? encoder.encode(content) : content;
  }
  return zipSync(tree, { level: 9, mtime });
}
