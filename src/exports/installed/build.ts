import type { LabFile } from '../../lib/offline/installed-copy.ts';

/** What the build puts into the worker. */
export interface Build {
  /** Path of the site, with both slashes. */
  base: string;
  /** Changes whenever a file does. */
  version: string;
  /** A file with a hash in its name has no revision. */
  pages: { url: string; revision: string | null; integrity?: string }[];
  labs: LabFile[];
}
