import type { Format } from './format.ts';
import { offline } from './offline/format.ts';

/** All formats, as `npm run export` offers them. */
export const formats: readonly Format[] = [offline];
