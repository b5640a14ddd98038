import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { meet } from './site.ts';

// Requests fail here on purpose, so nothing watches for them.
const chapter = '/chapters/borrow-a-boat/';

/** Lets requests for an address break off until they are let through again. */
async function cut(page: Page, address: RegExp): Promise<() => Promise<void>> {
  await page.route(address, (route) => route.abort());
  return () => page.unroute(address);
}

test.describe('what does not load is told, and the next attempt gets it:', () => {
  test('the index of the search', async ({ page }) => {
    const mend = await cut(page, /search\.json$/);
    await page.goto(chapter);
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: 'Search the course' });
    const field = dialog.getByRole('searchbox');
    await field.fill('idempo');
    await expect(dialog.getByRole('status')).toContainText('could not be loaded');
    await mend();
    await field.fill('idempotent');
    await expect(dialog.getByRole('listitem').first()).toContainText('idempotency key');
  });

  for (const [part, address] of [
    ['program', /pagefind\.js/],
    ['page', /pagefind\/fragment\//],
  ] as const) {
    test(`the full text of the search: its ${part}`, async ({ page }) => {
      const mend = await cut(page, address);
      await page.goto(chapter);
      await page.keyboard.press('/');
      const dialog = page.getByRole('dialog', { name: 'Search the course' });
      const field = dialog.getByRole('searchbox');
      await field.fill('boathouse');
      await expect(dialog.getByRole('status')).toContainText('could not be loaded');
      await mend();
      await field.fill('the boathouse');
      await expect(dialog.getByText('Passage', { exact: true }).first()).toBeVisible();
    });
  }

  test('the dialog of the search', async ({ page }) => {
    const mend = await cut(page, /search-dialog[^/]*\.js$/);
    await page.goto(chapter);
    const button = page.locator('site-search a');
    await button.click();
    await expect(button).toHaveText(/Not loaded: try again/);
    await mend();
    await button.click();
    await expect(page.getByRole('dialog', { name: 'Search the course' })).toBeVisible();
    await expect(button).not.toContainText('try again');
  });

  test('the card of a term', async ({ page }) => {
    await page.route(/\/cards\/$/, (route) => route.fulfill({ status: 500, body: 'Broken' }));
    await page.goto(chapter);
    const links = page.locator('a[data-term]');
    const card = page.locator('term-cards [data-shown]');
    await links.nth(0).focus();
    await expect(card).toContainText('could not be loaded');
    await page.unroute(/\/cards\/$/);
    await links.nth(1).focus();
    await expect(card.locator('[data-card]')).toBeVisible();
    await expect(card).not.toContainText('could not be loaded');
  });

  test('the tables of a lab', async ({ page }) => {
    const mend = await cut(page, /company\/data\/schema\/$/);
    await page.goto('/company/data/');
    await page.locator('sql-lab').scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector('sql-lab')!.matches(':defined'));
    const drawer = page.locator('sql-lab [data-schema]');
    await drawer.locator('summary').first().click();
    await expect(drawer).toContainText('could not be loaded');
    await mend();
    await drawer.locator('summary').first().click();
    await drawer.locator('summary').first().click();
    await expect(drawer.locator('[data-table]').first()).toBeVisible();
  });

  test('the answers to a question', async ({ page }) => {
    const mend = await cut(page, /\/answers\/$/);
    await page.goto(chapter);
    const item = await meet(page, 'first-guess-after-the-tap');
    await item.getByRole('radio').first().check();
    await item.getByRole('button', { name: 'Check' }).click();
    await expect(item).toContainText('could not be loaded');
    await mend();
    await item.getByRole('button', { name: 'Check' }).click();
    await expect(item.locator('[data-feedback]').first()).not.toBeEmpty();
  });
});
