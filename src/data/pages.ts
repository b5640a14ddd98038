import { capitalize, toPages } from '../lib/course/pages.ts';
import type { Page } from '../lib/course/pages.ts';
import { toRenderer } from '../lib/text/markdown.ts';
import { getCourse } from './course.ts';

export { capitalize };

/** Every page of the site but the 404. */
export const getPages = (): Page[] => toPages(getCourse());

/** The page at a site path such as `chapters/follow-one-booking/`. */
export const findPage = (path: string): Page | undefined =>
  getPages().find((page) => page.path === path);

/** Site path of the page's link preview image. */
export const previewPath = ({ path }: Page): string => `og/${path.slice(0, -1) || 'index'}.png`;

/** Renders Markdown fields for the configured base path. */
export const markdown = toRenderer(import.meta.env.BASE_URL);
