import { courseId } from '../progress/progress.ts';

/** A file of the labs, as `installed.json` lists them: its address, what tells its versions apart, and its size. */
export interface LabFile {
  url: string;
  revision: string;
  bytes: number;
}

/**
 * What pages tell the worker: to take over, to name its version, or to fetch what is missing of the
 * pages. To the latter two it answers with a text, on the port sent along: the version, or the name
 * of the error that it met.
 */
export interface ToWorker {
  type: 'SKIP_WAITING' | 'VERSION' | 'FETCH_PAGES';
}

/** What the worker tells pages: its installation broke off, by an error of this name. */
export interface FromWorker {
  type: 'FAILED';
  reason: string;
}

/** The browser's stores of a copy. Another copy of the course on the same host has its own. */
export const toCacheNames = (base: string) => ({
  pages: `${courseId} ${base} pages`,
  labs: `${courseId} ${base} labs`,
});

/** The key of a lab file in its store: a file that an update leaves alone keeps it. */
export const toLabKey = ({ url, revision }: LabFile): string => `${url}?${revision}`;

/** Whether an answer is a lab file, and not what a network has sent in its place, such as its login page. */
export async function isLabFile(response: Response, { bytes }: LabFile): Promise<boolean> {
  return response.status === 200 && (await response.clone().blob()).size === bytes;
}

/** An entry among the lab files which says that the reader wants all of them, of later versions too. */
export const toWishKey = (base: string): string => `${base}labs/all`;

/** Bytes as readers know them: `9.6 MB`, `12 GB`. */
export function toSize(bytes: number): string {
  const [size, unit] = bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${size.toFixed(size < 100 ? 1 : 0)} ${unit}`;
}

/** Says in one sentence what opens without a network. */
export function describeCopy(hasPages: boolean, here: number, all: number): string {
  if (!hasPages) return 'Nothing opens without a network yet.';
  if (here === 0)
    return 'Every page opens without a network, and so does the search; the labs need one.';
  if (here < all)
    return `Every page opens without a network, and so does the search; of the labs, ${here} of ${all} files are here.`;
  return 'Everything opens without a network: every page, the search, and both labs.';
}
