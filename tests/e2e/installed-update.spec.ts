import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { counting, press, write } from './lab.ts';
import { fetchEverything, hearOfVersion, test, visit } from './own-server.ts';
import { expect, expectAccessible, meet, settle } from './site.ts';

/**
 * Asks the host for a newer version now. Browsers do so by themselves when a page is opened, and may
 * meet the worker's file while it is being written; then it takes a second question.
 */
const lookForUpdate = (page: Page) =>
  expect(() =>
    page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update())),
  ).toPass();
const noticeOf = (page: Page) => page.locator('.update-notice');
const later = 'technical-product-manager:update-later';

test('a new version is told once, and waits until the reader wants it', async ({ page, site }) => {
  await visit(page, `${site.url}glossary/`);
  await site.publish('Glossary, second edition');
  await lookForUpdate(page);
  await expect(noticeOf(page)).toHaveCount(1);
  await expect(noticeOf(page).getByRole('status')).toHaveText(
    'There is a newer version of the course.',
  );
  await expectAccessible(page, '.update-notice');
  await noticeOf(page).getByRole('button', { name: 'Later' }).click();
  await expect(noticeOf(page)).toHaveCount(0);

  await page.goto(`${site.url}syllabus/`);
  await page.goto(`${site.url}glossary/`);
  await expect(page.locator('h1')).toHaveText('Glossary');
  await hearOfVersion(page);
  await expect(noticeOf(page)).toHaveCount(0);

  await page.goto(`${site.url}offline/`);
  await expect(page.locator('[data-waiting]')).toContainText(
    'A newer version of the course is here.',
  );
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect(page.locator('[data-waiting]')).toBeHidden();
  await page.goto(`${site.url}glossary/`);
  await expect(page.locator('h1')).toHaveText('Glossary, second edition');

  // Below the screen it has told nobody; once seen, it has been told.
  await site.publish('Glossary, third edition');
  await lookForUpdate(page);
  await expect(noticeOf(page)).toHaveCount(1);
  await expect(noticeOf(page)).not.toBeInViewport();
  await page.goto(`${site.url}sources/`);
  await noticeOf(page).scrollIntoViewIfNeeded();
  await expect(noticeOf(page)).toBeInViewport();
  await page.goto(`${site.url}syllabus/`);
  await hearOfVersion(page);
  await expect(noticeOf(page)).toHaveCount(0);

  await page.goto(`${site.url}glossary/`);
  await site.publish('Glossary, fourth edition');
  await lookForUpdate(page);
  await noticeOf(page).getByRole('button', { name: 'Use it now' }).click();
  await expect(page.locator('h1')).toHaveText('Glossary, fourth edition');
  expect(await page.evaluate((key) => localStorage.getItem(key), later)).toMatch(/^[0-9a-f]{12}$/);
});

test('a version that the host has only in part waits until it is whole', async ({ page, site }) => {
  await visit(page, `${site.url}glossary/`);
  const file = join(site.folder, 'glossary/index.html');
  const old = readFileSync(file);
  await site.publish('Glossary, second edition');
  const whole = readFileSync(file);
  writeFileSync(file, old);
  await lookForUpdate(page);
  await page.waitForFunction(async () => {
    const { installing, waiting } = await navigator.serviceWorker.ready;
    return !installing && !waiting;
  });
  await expect(noticeOf(page)).toHaveCount(0);
  await page.reload();
  await expect(page.locator('h1')).toHaveText('Glossary');

  writeFileSync(file, whole);
  await lookForUpdate(page);
  await noticeOf(page).getByRole('button', { name: 'Use it now' }).click();
  await expect(page.locator('h1')).toHaveText('Glossary, second edition');
});

test('another tab is not reloaded, and its exercise goes on', async ({ context, page, site }) => {
  await visit(page, site.url + counting.chapter);
  const item = await meet(page, counting.id);
  await write(item, 'print("mine")');
  await page.evaluate(() => ((window as { mark?: string }).mark = 'not reloaded'));

  const other = await context.newPage();
  await other.goto(`${site.url}glossary/`);
  // The new version has no more what the exercise will ask for: its scripts have other names.
  for (const file of globSync('_astro/{python-output,worker}*.js', { cwd: site.folder })) {
    rmSync(join(site.folder, file));
  }
  await site.publish('Glossary, second edition');
  await lookForUpdate(other);
  await noticeOf(other).getByRole('button', { name: 'Use it now' }).click();
  await expect(other.locator('h1')).toHaveText('Glossary, second edition');
  await other.close();

  // Nothing is said while the answer is being written.
  await hearOfVersion(page);
  await expect(noticeOf(page)).toHaveCount(0);
  await item.locator('.cm-content').fill('print("still mine")');
  await press(item, 'Run');
  await expect(item.getByRole('group', { name: 'Output' })).toHaveText('still mine');
  await page.locator('h1').click();
  await expect(noticeOf(page).getByRole('status')).toContainText(
    'A newer version of the course is in use.',
  );
  expect(await page.evaluate(() => (window as { mark?: string }).mark)).toBe('not reloaded');
  await noticeOf(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page.locator('textarea').first()).toBeAttached();
  await expect(noticeOf(page)).toHaveCount(0);
});

test('the notice waits until the focus has left the exercise', async ({ page, site }) => {
  await visit(page, `${site.url}chapters/borrow-a-boat/`);
  const item = await meet(page, 'first-guess-after-the-tap');
  await item.getByRole('radio').first().check();
  await site.publish('Glossary, second edition');
  await lookForUpdate(page);
  await hearOfVersion(page);
  await expect(noticeOf(page)).toHaveCount(0);
  await item.getByRole('radio').nth(1).check();
  await expect(noticeOf(page)).toHaveCount(0);
  await page.locator('h1').click();
  await expect(noticeOf(page)).toHaveCount(1);
  await expect(item.getByRole('radio').nth(1)).toBeChecked();
});

test('the labs stay complete through an update', async ({ page, site }) => {
  await fetchEverything(page, site);
  const requests: string[] = [];
  page.context().on('request', (request) => requests.push(request.url()));
  await site.publish('Glossary, second edition');
  await lookForUpdate(page);
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect(page.locator('[data-waiting]')).toBeHidden();
  await expect(page.locator('[data-state]')).toContainText('Everything opens');
  expect(requests.filter((url) => /pglite[.-]|pyodide/.test(url))).toEqual([]);
});

test('a build that is not to be kept takes the copies back, and reloads nothing', async ({
  page,
  site,
}) => {
  await visit(page, `${site.url}glossary/`);
  await page.evaluate(() => ((window as { mark?: string }).mark = 'not reloaded'));
  await site.publish('Glossary, not kept', { isOff: true });
  await lookForUpdate(page);
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  // The new worker has taken over, which is when a page might reload, and goes.
  await expect
    .poll(() =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    )
    .toBe(0);
  await settle(page);
  expect(await page.evaluate(() => (window as { mark?: string }).mark)).toBe('not reloaded');
  await expect(noticeOf(page)).toHaveCount(0);
  await page.goto('about:blank');
  await page.goto(`${site.url}glossary/`);
  await expect(page.locator('h1')).toHaveText('Glossary, not kept');
  expect(await page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(false);
});
