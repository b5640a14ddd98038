import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { answerOn, readStored, toProgress, writeBefore } from './progress.ts';
import { expect, test } from './site.ts';

const attempt = answerOn('2026-11-01', 'define-client');
const read = { 'borrow-a-boat': '2026-11-01T10:00:00.000Z' };
const progress = toProgress({ read, attempts: [attempt] });

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
  await page.goto('/chapters/borrow-a-boat/');
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await expect(page.locator('.sidebar-pane [data-chapter-mark="borrow-a-boat"]')).toContainText(
    '✓',
  );
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Continue: Ask the boathouse' })).toBeVisible();
  await expect(page.locator('syllabus-map [data-chapter-mark="borrow-a-boat"]')).toContainText('✓');
  await page.goto('/chapters/borrow-a-boat/');
  await page.getByRole('button', { name: 'Read ✓' }).click();
  await expect(page.getByRole('button', { name: 'Mark as read' })).toBeVisible();
});

test('exports everything, erases after asking, and imports it again after a preview', async ({
  page,
}) => {
  await writeBefore(page, progress);
  await page.goto('/progress/');
  await expect(page.locator('[data-summary]')).toContainText('1 of 3 finished chapters read');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as a file' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(JSON.parse(text)).toEqual(progress);

  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  expect(await readStored(page)).toContain('define-client');
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(page.locator('[data-summary]')).toContainText('Nothing yet');

  await importFile(page, text);
  await expect(page.locator('[data-notice]')).toContainText(
    'Importing adds 1 attempts and 1 chapters read',
  );
  expect(await readStored(page)).not.toContain('define-client');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect
    .poll(async () => JSON.parse((await readStored(page)) ?? 'null') as unknown)
    .toEqual(progress);
});

for (const [name, text, message] of [
  ['cut short', JSON.stringify(progress).slice(0, -9), 'cut short'],
  [
    'changed by hand',
    JSON.stringify({ ...progress, attempts: [{ ...attempt, score: 7 }] }),
    'attempts.0.score',
  ],
  ['of a newer version', JSON.stringify({ ...progress, version: 9 }), 'newer version'],
  ['of another course', '{"version":1,"course":"x"}', 'does not come from this course'],
  ['of 50 MB', ' '.repeat(50_000_000), 'far larger'],
  [
    'hostile',
    JSON.stringify({ ...progress, drafts: { '<img src=x onerror=alert(1)>': { text: 1 } } }),
    'damaged',
  ],
] as const) {
  test(`refuses a file ${name} and changes nothing`, async ({ page }) => {
    await writeBefore(page, progress);
    await page.goto('/progress/');
    const before = await readStored(page);
    await importFile(page, text);
    await expect(page.locator('[data-notice]')).toContainText(message);
    await expect(page.locator('[data-notice]')).toContainText('Nothing was changed.');
    expect(await readStored(page)).toBe(before);
    await expect(page.locator('[data-notice] img')).toHaveCount(0);
  });
}

test('stored progress that cannot be read is set aside, said, and not lost', async ({ page }) => {
  await writeBefore(page, '{"version":1,"course":"technical-product-manager","attempts":[');
  await page.goto('/chapters/borrow-a-boat/');
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await page.goto('/progress/');
  await expect(page.locator('[data-notice]')).toContainText('could not be read');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the old data' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('"attempts":[');
});

test('two open tabs keep what the other did', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  const markOf = (page: Page, chapter: string) =>
    page.locator(`[data-chapter-mark="${chapter}"]`).first();
  await one.goto('/chapters/borrow-a-boat/');
  await two.goto('/chapters/ask-the-boathouse/');
  await one.getByRole('button', { name: 'Mark as read' }).click();
  await expect(markOf(two, 'borrow-a-boat')).toContainText('✓');
  await two.getByRole('button', { name: 'Mark as read' }).click();
  await expect(markOf(one, 'ask-the-boathouse')).toContainText('✓');
  const stored = JSON.parse((await readStored(one)) ?? '') as typeof progress;
  expect(Object.keys(stored.read)).toHaveLength(2);
});

test('shows pieces of work as text, never as markup', async ({ page }) => {
  const drafts = {
    'portfolio-one-trip': { text: '<img src=x onerror="throw 1">', at: '2026-11-01T10:00:00.000Z' },
  };
  await writeBefore(page, { drafts });
  await page.goto('/progress/');
  await expect(page.locator('[data-work] blockquote')).toHaveText('<img src=x onerror="throw 1">');
});
