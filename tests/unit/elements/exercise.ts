import { readProgress } from '../../../src/elements/progress/progress-store.ts';
import type { Attempt, Progress } from '../../../src/schemas/progress.ts';
import { find, open, serve, settle } from './page.ts';

interface Exercise {
  /** What grading needs. */
  key: unknown;
  /** HTML of the solution, beside its key. */
  solution?: string;
  /** Attributes of the element. */
  attributes?: string;
  progress?: Partial<Progress>;
}

/** Pages are fetched once, so each exercise has answers of its own. */
let opened = 0;

/**
 * Opens a page with one exercise, `item`, and what all kinds have around their own markup.
 *
 * @returns what lets the network break off, or come back.
 */
export function openExercise(
  name: string,
  inside: string,
  { key, solution = '', attributes = '', progress = {} }: Exercise,
): { cut: () => void; mend: () => void } {
  const answers = `/answers/${(opened += 1)}/`;
  const page = `<div data-solution-for="item">
    <script type="application/json" data-key>${JSON.stringify(key)}</script>${solution}
  </div>`;
  open(
    `<${name} id="item" ${attributes}>
      <form>
        ${inside}
        <details data-hint></details>
        <div data-feedback hidden></div>
        <details data-solution data-answers="${answers}" hidden><div data-solution-text></div></details>
        <p data-status></p>
      </form>
    </${name}>`,
    { progress, site: { [answers]: page } },
  );
  return { cut: () => serve({}), mend: () => serve({ [answers]: page }) };
}

/** Hands in the answer, and waits for what comes of it. */
export async function submit(): Promise<void> {
  find('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await settle();
}

export const stored = (): Attempt[] => readProgress().attempts;
