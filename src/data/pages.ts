import { toPages } from '../lib/course/pages.ts';
import type { Page } from '../lib/course/pages.ts';
import { course } from './course.ts';

/** Every page of the site but the 404. */
export const pages: readonly Page[] = toPages(course);

/** The page at a site path such as `chapters/follow-one-booking/`. */
export const findPage = (path: string): Page | undefined =>
  pages.find((page) => page.path === path);

/** Site path of the page's link preview image. */
export const previewPath = ({ path }: Page): string => `og/${path.slice(0, -1) || 'index'}.png`;
