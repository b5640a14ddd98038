import { join } from 'node:path';
import { test as unwatched } from '@playwright/test';
import { pathToFileURL } from 'node:url';
import { unzippedCourse } from '../offline/course.ts';
import { expect, expectAccessible, test } from './site.ts';

// How the copies in files look and read; what works in them is tested in tests/offline.
const full = unzippedCourse();
const small = unzippedCourse('technical-product-manager-without-labs.zip');
test.afterAll(() => {
  full.remove();
  small.remove();
});

const toAddress = (folder: string) => (path: string) => pathToFileURL(join(folder, path)).href;
const inFull = toAddress(full.folder);
const inSmall = toAddress(small.folder);

for (const address of [
  inFull('index.html'),
  inFull('offline/index.html'),
  inFull('progress/index.html'),
  inFull('sources/index.html'),
  inFull('chapters/index.html'),
  inFull('_course/hub.html'),
  inSmall('company/data/index.html'),
  inSmall('chapters/ask-one-table/index.html'),
]) {
  const name = address.split('technical-product-manager/').at(-1);
  // Without the watch: axe asks for the style sheets, which the pages' policy refuses.
  unwatched(`axe finds nothing in ${name} of a copy`, async ({ page }) => {
    await page.goto(address);
    await page.waitForTimeout(500);
    await expectAccessible(page, 'html');
  });
}

test('the small copy says what it cannot do, and leads to the answer', async ({ page }) => {
  await page.goto(inSmall('chapters/ask-one-table/index.html'));
  const exercise = page.locator('course-code-to-read').first();
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise).toContainText('This copy is for reading: it runs no code.');
  await expect(exercise.getByRole('button')).toHaveCount(0);
  const id = await exercise.getAttribute('id');
  await exercise.getByRole('link', { name: 'The answer, and why' }).click();
  await expect(page).toHaveURL(new RegExp(`answers/index.html#${id}$`));
  await expect(page.locator(`#${id}`)).toBeInViewport();
});

// Without the watch again: what it would find is what is looked for.
unwatched('a page without the files beside it says to unpack first', async ({ page }) => {
  await page.route(/_course\/|_astro\//, (route) => route.abort());
  await page.goto(inFull('index.html'));
  await expect(page.getByText('Unpack first.')).toBeVisible();
});

test('where no script runs, a copy is read like the site', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(inFull('chapters/ask-one-table/index.html'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ask one table');
  await expect(page.getByText('Unpack first.')).toBeHidden();
  await page.getByRole('link', { name: 'The answer, and why' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Answers: Ask one table');
  await page.goto(inFull('progress/index.html'));
  await expect(page.getByText('Your progress is kept in this browser only.')).toBeVisible();
  await context.close();
});

test('a link out of the copy opens a tab of its own, by keyboard too', async ({ page }) => {
  await page.goto(inFull('sources/index.html'));
  const link = page.locator('main a[rel~="external"]').first();
  await expect(link).toHaveAttribute('target', '_blank');
  const mark = await link.evaluate((element) => getComputedStyle(element, '::after').content);
  expect(mark).toContain('opens outside this copy');
});

test('a copy opens its search and leads on by keyboard alone', async ({ page }) => {
  await page.goto(inFull('index.html'));
  // In a copy the scripts of a page may run after its load event.
  await expect(page.locator('site-search:defined')).toBeVisible();
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search the course' });
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('idempotency');
  await expect(dialog.getByRole('link').first()).toContainText('idempotency key');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/glossary\/idempotency-key\/index\.html$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Idempotency key');
});

unwatched('a copy refuses to call anybody', async ({ page }) => {
  await page.goto(inFull('index.html'));
  await page.waitForFunction(() => document.documentElement.dataset.storagePlace);
  const refused = await page.evaluate(async () => {
    const refusals: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      refusals.push(effectiveDirective),
    );
    await fetch('https://example.org/').catch(() => undefined);
    new Image().src = 'https://example.org/pixel.png';
    navigator.sendBeacon('https://example.org/');
    const script = document.createElement('script');
    script.src = 'https://example.org/script.js';
    document.head.append(script);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return refusals.sort();
  });
  expect(refused).toEqual(['connect-src', 'connect-src', 'img-src', 'script-src-elem']);
});
