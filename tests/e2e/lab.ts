import type { Locator, Page } from '@playwright/test';
import { expect } from './site.ts';

const key = 'technical-product-manager:progress';

interface Attempt {
  activity: string;
  passed: boolean;
  score: number;
  answer: string | string[];
  hints: number;
  solutionSeen: boolean;
}

/** Every answer that the browser has stored. */
export const attemptsOf = (page: Page) =>
  page.evaluate(
    (name) =>
      (JSON.parse(localStorage.getItem(name) ?? '{"attempts":[]}') as { attempts: Attempt[] })
        .attempts,
    key,
  );

/** Writes code into an exercise's editor. */
export async function write(item: Locator, code: string): Promise<void> {
  await item.locator('textarea, .cm-content').first().focus();
  await expect(item.locator('.cm-content')).toBeVisible();
  await item.locator('.cm-content').fill(code);
  await expect(item.locator('textarea')).toHaveValue(code);
}

/** Presses a button and waits until the run is over; the engine may have to be loaded first. */
export async function press(item: Locator, name: 'Run' | 'Check'): Promise<void> {
  await item.getByRole('button', { name, exact: true }).click();
  await expect(item.getByRole('button', { name: 'Run', exact: true })).toBeEnabled({
    timeout: 60_000,
  });
  await expect(item.locator('.lab-status')).not.toHaveText(/^(Loading|Starting|Running)/);
}

/** An attribute of an item's solution, from the answers page. */
export const solutionOf = (page: Page, id: string, selector: string, attribute: string) =>
  page.evaluate(
    async ([activity, within, name]) => {
      const text = await (await fetch('answers/')).text();
      const answers = new DOMParser().parseFromString(text, 'text/html');
      const found = answers.querySelectorAll(`[data-solution-for="${activity}"] ${within}`);
      return [...found].map((element) => element.getAttribute(name) ?? '');
    },
    [id, selector, attribute] as const,
  );
