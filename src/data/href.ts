import { withBase } from '../lib/paths.ts';

/** The address of a site path under the configured base path. */
export const href = (path: string): string => withBase(import.meta.env.BASE_URL, path);
