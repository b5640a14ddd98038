import { globSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { anyDamaged, anyProgress } from '../stored.ts';
import { key } from './progress.ts';
import { expect, settle, test } from './site.ts';

/** Everything of the fixture that progress can be about. */
const ids = globSync(
  'tests/fixtures/course/content/{activities,glossary,chapters,objectives}/**/*.{yaml,mdx}',
).map((file) => basename(file).replace(/\.\w+$/, ''));
const seed = 7;
const whole = fc.sample(anyProgress(ids), { numRuns: 6, seed }).map((one) => JSON.stringify(one));
const damaged = fc.sample(anyDamaged(anyProgress(ids)), { numRuns: 2, seed });
const nonsense = ['', 'null', '[]', '{"course":"technical-product-manager","version":4}'];

const pages = [
  '/',
  '/chapters/borrow-a-boat/',
  '/chapters/ask-the-boathouse/',
  '/chapters/decide-and-script/',
  '/diagnostic/',
  '/review/',
  '/progress/',
  '/syllabus/',
];

/** Meets every exercise of a page, one after the other. */
async function meetAll(page: Page): Promise<void> {
  for (const item of await page.locator('.activity').all()) {
    if (!(await item.isVisible())) continue;
    await item.scrollIntoViewIfNeeded();
    await expect.poll(() => item.evaluate((element) => element.matches(':defined'))).toBe(true);
  }
}

[...whole, ...damaged, ...nonsense].forEach((text, place) => {
  test(`every page opens on stored data, however odd: ${place + 1}`, async ({ page }) => {
    await page.addInitScript(([name, stored]) => localStorage.setItem(name!, stored!), [key, text]);
    for (const path of pages) {
      await page.goto(path);
      await settle(page);
      await meetAll(page);
      await expect(page.locator('main')).not.toContainText(
        /NaN|Invalid Date|undefined|\b275760\b|-\d+:/,
      );
    }
    await page.goto('/review/');
    const start = page.getByRole('button', { name: 'Begin' });
    if (await start.isVisible()) {
      await start.click();
      await expect(page.locator('course-review [data-card] > *').first()).toBeVisible();
    }
    await page.goto('/diagnostic/');
    const go = page.locator('[data-start]');
    await expect(go).toBeVisible();
    await go.click();
    await expect(page.locator('[data-item]:not([hidden]), [data-result] h2').first()).toBeVisible();
  });
});
