import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const key = 'technical-product-manager:progress';
const attempt = {
  activity: 'define-client',
  at: '2026-11-01T10:00:00.000Z',
  score: 1,
  passed: true,
  answer: 'x',
  hints: 0,
  solutionSeen: false,
};
const progress = (fields: object = {}) => ({
  version: 2,
  course: 'technical-product-manager',
  read: { 'what-technical-buys-you': '2026-11-01T10:00:00.000Z' },
  attempts: [attempt],
  drafts: {},
  reviews: [],
  diagnostics: [],
  ...fields,
});

const read = (page: Page) => page.evaluate((name) => localStorage.getItem(name), key);
const write = (page: Page, text: string) =>
  page.addInitScript(
    ([name, value]) => localStorage.getItem(name!) ?? localStorage.setItem(name!, value!),
    [key, text],
  );
const importFile = (page: Page, text: string) =>
  page.locator('[data-import]').setInputFiles({
    name: 'progress.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });

test('reading marks the chapter in the sidebar, on the map, and moves the start button on', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/chapters/what-technical-buys-you/');
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await expect(
    page.locator('.sidebar-pane [data-chapter-mark="what-technical-buys-you"]'),
  ).toContainText('✓');
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Continue: Follow one booking' })).toBeVisible();
  await expect(
    page.locator('syllabus-map [data-chapter-mark="what-technical-buys-you"]'),
  ).toContainText('✓');
  await page.goto('/chapters/what-technical-buys-you/');
  await page.getByRole('button', { name: 'Read ✓' }).click();
  await expect(page.getByRole('button', { name: 'Mark as read' })).toBeVisible();
});

test('exports everything, erases after asking, and imports it again after a preview', async ({
  page,
}) => {
  await write(page, JSON.stringify(progress()));
  await page.goto('/progress/');
  await expect(page.locator('[data-summary]')).toContainText(/1 of \d+ finished chapters read/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as a file' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(JSON.parse(text)).toEqual(progress());

  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  expect(await read(page)).toContain('define-client');
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(page.locator('[data-summary]')).toContainText('Nothing yet');

  await importFile(page, text);
  await expect(page.locator('[data-notice]')).toContainText(
    'Importing adds 1 attempts and 1 chapters read',
  );
  expect(await read(page)).not.toContain('define-client');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  expect(JSON.parse((await read(page)) ?? '')).toEqual(progress());
});

for (const [name, text, message] of [
  ['cut short', JSON.stringify(progress()).slice(0, -9), 'cut short'],
  [
    'changed by hand',
    JSON.stringify(progress({ attempts: [{ ...attempt, score: 7 }] })),
    'attempts.0.score',
  ],
  ['of a newer version', JSON.stringify(progress({ version: 9 })), 'newer version'],
  ['of another course', '{"version":1,"course":"x"}', 'does not come from this course'],
  ['of 50 MB', ' '.repeat(50_000_000), 'far larger'],
  [
    'hostile',
    JSON.stringify(progress({ drafts: { '<img src=x onerror=alert(1)>': { text: 1 } } })),
    'damaged',
  ],
] as const) {
  test(`refuses a file ${name} and changes nothing`, async ({ page }) => {
    await write(page, JSON.stringify(progress()));
    await page.goto('/progress/');
    const before = await read(page);
    await importFile(page, text);
    await expect(page.locator('[data-notice]')).toContainText(message);
    await expect(page.locator('[data-notice]')).toContainText('Nothing was changed.');
    expect(await read(page)).toBe(before);
    await expect(page.locator('[data-notice] img')).toHaveCount(0);
  });
}

test('stored progress that cannot be read is set aside, said, and not lost', async ({ page }) => {
  await write(page, '{"version":1,"course":"technical-product-manager","attempts":[');
  await page.goto('/chapters/what-technical-buys-you/');
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await page.goto('/progress/');
  await expect(page.locator('[data-notice]')).toContainText('could not be read');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the old data' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('"attempts":[');
});

test('two open tabs keep what the other did', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await one.goto('/chapters/what-technical-buys-you/');
  await two.goto('/chapters/follow-one-booking/');
  await one.getByRole('button', { name: 'Mark as read' }).click();
  await expect(two.locator('[data-chapter-mark="what-technical-buys-you"]').first()).toContainText(
    '✓',
  );
  await two.getByRole('button', { name: 'Mark as read' }).click();
  expect(Object.keys((JSON.parse((await read(one)) ?? '') as { read: object }).read)).toHaveLength(
    2,
  );
  await expect(one.locator('[data-chapter-mark="follow-one-booking"]').first()).toContainText('✓');
});

test('shows pieces of work as text, never as markup', async ({ page }) => {
  const drafts = {
    'portfolio-ten-hops': { text: '<img src=x onerror="throw 1">', at: '2026-11-01T10:00:00.000Z' },
  };
  await write(page, JSON.stringify(progress({ drafts })));
  await page.goto('/progress/');
  await expect(page.locator('[data-work] blockquote')).toHaveText('<img src=x onerror="throw 1">');
});
