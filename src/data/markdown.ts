import { toRenderer } from '../lib/text/markdown.ts';

/** Renders Markdown fields for the configured base path. */
export const markdown = toRenderer(import.meta.env.BASE_URL);
