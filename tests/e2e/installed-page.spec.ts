import type { Page } from '@playwright/test';
import { countWorkers, fetchEverything, test, visit, workersOf } from './own-server.ts';
import type { Site } from './own-server.ts';
import { expect, expectAccessible, settle } from './site.ts';

const limit = async (page: Page, { url }: Site, quotaSize?: number) => {
  const client = await page.context().newCDPSession(page);
  await client.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(url).origin,
    ...(quotaSize !== undefined && { quotaSize }),
  });
};

test('says that the storage is full, loses nothing, and goes on where there is room', async ({
  page,
  site,
}) => {
  await visit(page, `${site.url}offline/`);
  await limit(page, site, 22e6);
  await page.getByRole('button', { name: 'Make everything available offline' }).click();
  await expect(page.locator('[data-message]')).toContainText(
    /storage is full: .*[\d.]+ MB are still to come/,
  );
  await expect(page.locator('[data-state]')).toContainText(/of the labs, \d+ of 13 files/);
  await page.goto(`${site.url}chapters/borrow-a-boat/`);
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await page.goto(`${site.url}progress/`);
  await expect(page.locator('[data-summary]')).toContainText('1 of');
  await limit(page, site);
  await page.goto(`${site.url}offline/`);
  await page.getByRole('button', { name: 'Fetch what is missing' }).click();
  await expect(page.locator('[data-state]')).toContainText('Everything opens');
});

test('says so too where not even the pages find room', async ({ page, site }) => {
  await page.goto('about:blank');
  await limit(page, site, 2e6);
  await page.goto(`${site.url}offline/`);
  await page.getByRole('button', { name: 'Make everything available offline' }).click();
  await expect(page.locator('[data-message]')).toContainText('storage is full');
  await expect(page.locator('[data-state]')).toHaveText('Nothing opens without a network yet.');
  await expect(page.getByRole('button', { name: 'Make everything' })).toBeVisible();
});

test('says that the network broke off, stops on request, and continues', async ({ page, site }) => {
  await visit(page, `${site.url}offline/`);
  // The second engine never comes.
  await page.context().route(/pglite.*wasm$/, () => undefined);
  await page.getByRole('button', { name: 'Make everything available offline' }).click();
  await expect(page.locator('[data-bytes]')).toContainText(/^[\d.]+ MB of 3\d\.\d MB$/);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.locator('[data-message]')).toHaveText('Stopped. What has been fetched stays.');
  await page.context().unroute(/pglite.*wasm$/);
  await page.context().route(/pglite.*wasm$/, (route) => route.abort('connectionreset'));
  // On a busy machine nothing may have come before it was stopped.
  await page.getByRole('button', { name: /^(Fetch what is missing|Make everything)/ }).click();
  await expect(page.locator('[data-message]')).toContainText('The network broke off.');
  await page.context().unroute(/pglite.*wasm$/);
  await page.getByRole('button', { name: 'Fetch what is missing' }).click();
  await expect(page.locator('[data-state]')).toContainText('Everything opens');
});

test('removes the copy for good, leaves progress, and fetches it again when asked', async ({
  page,
  site,
}) => {
  await fetchEverything(page, site);
  await page.evaluate(() => localStorage.setItem('technical-product-manager:theme', 'dark'));
  await page.getByRole('button', { name: 'Remove the copy' }).click();
  await expect(page.locator('[data-message]')).toHaveText(
    'The copy is gone. Your progress is untouched.',
  );
  const caches = () => page.evaluate(async () => (await window.caches.keys()).length);
  expect(await caches()).toBe(0);
  await page.getByRole('button', { name: 'Make everything available offline' }).click();
  await expect(page.locator('[data-state]')).toContainText('Everything opens');
  expect(await caches()).toBe(2);
  await page.getByRole('button', { name: 'Remove the copy' }).click();
  await countWorkers(page);
  await page.goto(`${site.url}glossary/`);
  await settle(page);
  expect(await workersOf(page)).toEqual({ asked: 0, kept: 0 });
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
});

test('is accessible in both themes, and plain where the browser keeps nothing', async ({
  page,
  site,
}) => {
  await fetchEverything(page, site);
  await expectAccessible(page, 'main');
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'serviceWorker', { value: undefined });
  });
  await page.reload();
  await expect(page.locator('[data-state]')).toContainText('This browser keeps no copy here.');
  await expect(page.locator('installed-copy').getByRole('button')).toHaveCount(0);
});
