/**
 * Makes exercises answer when a reader comes near them. A page that is read from its beginning
 * sends no code for the exercises at its end.
 */
const kinds: Record<string, () => Promise<unknown>> = {
  'course-artifact': () => import('./course-artifact.ts'),
  'course-choice': () => import('./course-choice.ts'),
  'course-code': () => import('./course-code.ts'),
  'course-critique': () => import('./course-critique.ts'),
  'course-explain': () => import('./course-explain.ts'),
  'course-match': () => import('./course-match.ts'),
  'course-order': () => import('./course-order.ts'),
  'course-predict': () => import('./course-predict.ts'),
  'course-recall': () => import('./course-recall.ts'),
  'course-scenario': () => import('./course-scenario.ts'),
  'sql-lab': () => import('../lab/sql-lab.ts'),
};

const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      // Where it cannot be loaded, the next approach tries again.
      kinds[target.localName]?.().catch(() => observer.observe(target));
    }
  },
  // A screen ahead, so that it is there before the reader is.
  { rootMargin: '100%' },
);

document
  .querySelectorAll(Object.keys(kinds).join())
  .forEach((element) => observer.observe(element));

export {};
