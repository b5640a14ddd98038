/**
 * What tells a browser to prerender the next page (https://wicg.github.io/nav-speculation/). The
 * same on every page, so that a policy can know it by its hash.
 */
export const nextPageRules =
  '{"prerender":[{"where":{"selector_matches":"a[rel=next]"},"eagerness":"immediate"}]}';
