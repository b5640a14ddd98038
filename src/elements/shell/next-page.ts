import { nextPageRules } from '../../lib/shell/next-page-rules.ts';

/**
 * Gets the next page ready once the link to it comes into sight: prerendered where the browser can
 * do that, prefetched elsewhere. A reader who does not get that far loads nothing.
 */
const next = document.querySelector<HTMLAnchorElement>('.pagination a[rel="next"]');
if (next) {
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) return;
    observer.disconnect();
    document.head.append(
      HTMLScriptElement.supports?.('speculationrules') ? toRules() : toPrefetch(next.href),
    );
  });
  observer.observe(next);
}

function toRules(): HTMLElement {
  const script = document.createElement('script');
  script.type = 'speculationrules';
  script.textContent = nextPageRules;
  return script;
}

function toPrefetch(url: string): HTMLElement {
  const link = document.createElement('link');
  link.rel = 'prefetch';
  link.href = url;
  return link;
}
