/**
 * What tells a browser to prerender the next page (https://wicg.github.io/nav-speculation/). The
 * same on every page, so that a policy can know it by its hash.
 */
export const nextPageRules = JSON.stringify({
  prerender: [{ where: { selector_matches: '.pagination a[rel=next]' }, eagerness: 'immediate' }],
});
