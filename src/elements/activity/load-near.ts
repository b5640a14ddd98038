/**
 * Makes exercises answer when a reader comes near them. A page that is read from its beginning
 * sends no code for the exercises at its end.
 */
const modules = import.meta.glob(['./course-*.ts', '../lab/sql-lab.ts']);

/** Loads what makes an element answer: the module that has its name. */
export const load = async ({ localName }: Element): Promise<unknown> =>
  (modules[`./${localName}.ts`] ?? modules[`../lab/${localName}.ts`])?.();

const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      // Where it cannot be loaded, the next approach tries again.
      load(target).catch(() => observer.observe(target));
    }
  },
  // A screen ahead, so that it is there before the reader is.
  { rootMargin: '100%' },
);

const unreachable = 'Not loaded. Try again.';

document.querySelectorAll('.activity, .lab').forEach((element) => observer.observe(element));

// An answer that comes before the code waits for it.
document.addEventListener('submit', ({ target }) => {
  const form = target as HTMLFormElement;
  const item = form.closest('.activity');
  if (!item || customElements.get(item.localName)) return;
  load(item).then(
    () => form.requestSubmit(),
    () => (item.querySelector('[data-status]')!.textContent = unreachable),
  );
});
