import type { Page } from '@playwright/test';
import { emptyProgress } from '../../src/lib/progress/progress.ts';
import type { Attempt, Progress } from '../../src/schemas/progress.ts';

export const key = 'technical-product-manager:progress';

/** What the browser has stored of a reader, as text. */
export const readStored = (page: Page): Promise<string | null> =>
  page.evaluate((name) => localStorage.getItem(name), key);

/** Every answer that the browser has stored. */
export async function attemptsOf(page: Page): Promise<Attempt[]> {
  const text = await readStored(page);
  return text ? (JSON.parse(text) as Progress).attempts : [];
}

/** Progress as a reader may have it. */
export const toProgress = (fields: Partial<Progress> = {}): Progress => ({
  ...emptyProgress(),
  ...fields,
});

/** Gives a reader progress before the first page opens; a text may be anything. */
export const writeBefore = (page: Page, progress: Partial<Progress> | string) =>
  page.addInitScript(
    ([name, text]) => localStorage.getItem(name!) ?? localStorage.setItem(name!, text!),
    [key, typeof progress === 'string' ? progress : JSON.stringify(toProgress(progress))],
  );

/** An answer on a day. */
export const answerOn = (day: string, activity: string, passed = true): Attempt => ({
  activity,
  at: `${day}T10:00:00.000Z`,
  score: passed ? 1 : 0,
  passed,
  answer: { option: 'a' },
  hints: 0,
  solutionSeen: false,
});
