import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { parse } from 'yaml';
import { expect } from './site.ts';

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
  await expect(item.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  await expect(item.locator('.lab-status')).not.toHaveText(/^(Loading|Starting|Running)/);
}

/** An exercise in Python of the fixture, as its author wrote it. */
export const counting = {
  chapter: 'chapters/decide-and-script/',
  id: 'count-open-tickets',
  ...(parse(
    readFileSync(
      'tests/fixtures/course/content/activities/decide-and-script/count-open-tickets.yaml',
      'utf8',
    ),
  ) as { solution: string; mistakes: { code: string }[] }),
};

/** An exercise in SQL of the fixture. */
export const choosing = {
  chapter: 'chapters/ask-the-boathouse/',
  id: 'boathouses-in-kenya',
  query: (condition: string) =>
    `select name, town, plan from merchants where country = 'KE' and ${condition}`,
};

/** What an exercise says of an answer that holds on both seeds. */
export const isRight = 'On the data you see, and on a second set.';
