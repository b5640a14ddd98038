import { toScriptJson } from './lib/text/escape.ts';
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import type { APIContext } from 'astro';
import { course, findChapter } from './data/course.ts';
import { href } from './data/href.ts';
import { findPage, previewPath } from './data/pages.ts';
import { toJsonLd } from './lib/course/json-ld.ts';
import { paths } from './lib/paths.ts';

export const onRequest = defineRouteMiddleware((context) => {
  const route = context.locals.starlightRoute;
  setPagination(route);
  setPreview(route, context);
  // What a page was made with is said in the repository, and its language by the page itself.
  route.head = route.head.filter(
    ({ attrs }) => attrs?.name !== 'generator' && attrs?.property !== 'og:locale',
  );
});

/** Previous and next follow the course, and never lead to a chapter that is only planned. */
function setPagination(route: StarlightRouteData): void {
  const chapter = findChapter(route.id);
  if (!chapter) {
    route.pagination = { prev: undefined, next: undefined };
    return;
  }
  const written = course.chapters.filter(({ status }) => status === 'done');
  const index = written.findIndex(({ id }) => id === chapter.id);
  const toLink = (neighbor: typeof chapter | undefined) =>
    neighbor && {
      type: 'link' as const,
      label: neighbor.title,
      href: href(paths.chapter(neighbor.id)),
      isCurrent: false,
      badge: undefined,
      attrs: {},
    };
  route.pagination = { prev: toLink(written[index - 1]), next: toLink(written[index + 1]) };
}

/** Link preview image and structured data. Starlight has set title, description and canonical. */
function setPreview(route: StarlightRouteData, context: APIContext): void {
  const page = findPage(route.id ? `${route.id}/` : '');
  if (!page) return;
  const toUrl = (path: string) => new URL(href(path), context.site).href;
  const image = toUrl(previewPath(page));
  const jsonLd = toJsonLd(course, page, toUrl);
  route.head.push({ tag: 'meta', attrs: { property: 'og:image', content: image }, content: '' });
  if (!jsonLd) return;
  route.head.push({
    tag: 'script',
    attrs: { type: 'application/ld+json' },
    content: toScriptJson(jsonLd),
  });
}
