import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as unwatched } from '@playwright/test';
import type { Page } from '@playwright/test';
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

/** Waits until a page of a copy knows where it keeps what a reader does; before that it may reload. */
const untilPlaced = (page: Page) =>
  page.waitForFunction(() => document.documentElement.dataset.storagePlace);

for (const [address, isOfCourse = true] of [
  [inFull('index.html')],
  [inFull('offline/index.html')],
  [inFull('progress/index.html')],
  [inFull('sources/index.html')],
  [inFull('chapters/index.html'), false],
  [inFull('_course/hub.html'), false],
  [inSmall('company/data/index.html')],
  [inSmall('chapters/ask-the-boathouse/index.html')],
] as const) {
  const name = address.split('technical-product-manager/').at(-1);
  // Without the watch: axe asks for the style sheets, which the pages' policy refuses.
  unwatched(`axe finds nothing in ${name} of a copy`, async ({ page }) => {
    await page.goto(address);
    if (isOfCourse) await untilPlaced(page);
    await expectAccessible(page, 'html');
  });
}

test('the small copy says what it cannot do, and leads to the answer', async ({ page }) => {
  await page.goto(inSmall('chapters/ask-the-boathouse/index.html'));
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
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(inFull('chapters/ask-the-boathouse/index.html'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ask the boathouse');
  await expect(page.getByText('Unpack first.')).toBeHidden();
  await page.getByRole('link', { name: 'The answer, and why' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Answers: Ask the boathouse');
  await page.goto(inFull('progress/index.html'));
  await expect(page.getByText('Your progress is kept in this browser only.')).toBeVisible();
  await page.close();
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
  await untilPlaced(page);
  const refused = await page.evaluate(async () => {
    const refusals: string[] = [];
    const four = new Promise<void>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        if (refusals.push(effectiveDirective) === 4) resolve();
      });
    });
    await fetch('https://example.org/').catch(() => undefined);
    new Image().src = 'https://example.org/pixel.png';
    navigator.sendBeacon('https://example.org/');
    const script = document.createElement('script');
    script.src = 'https://example.org/script.js';
    document.head.append(script);
    await four;
    return refusals.sort();
  });
  expect(refused).toEqual(['connect-src', 'connect-src', 'img-src', 'script-src-elem']);
});
