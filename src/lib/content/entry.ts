import type { Address } from './addresses.ts';

/** One content file (or one item of a list file) that matches its schema. */
export interface Entry<Data> {
  id: string;
  /** Path from the project's root. */
  file: string;
  data: Data;
  /** Line of the value at a path inside `data`, or of its nearest parent that the file has. */
  lineOf: (...path: (string | number)[]) => number;
  /** Addresses in the Markdown of its strings, or of its body if it is a chapter. */
  addresses: Address[];
}

/** A content file as it was read: path from the project's root, and its text. */
export interface ContentFile {
  path: string;
  text: string;
}

/** The file's name without folder and extension: the id of what it holds. */
export function toId(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}
