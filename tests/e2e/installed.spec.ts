import { chromium } from '@playwright/test';
import { choosing, counting, isRight, press, write } from './lab.ts';
import { countWorkers, fetchEverything, test, visit, workersOf } from './own-server.ts';
import { attemptsOf } from './progress.ts';
import { expect, feedbackOf, meet, settle } from './site.ts';

test('after one visit, all that needs no lab works without a network', async ({ page, site }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await visit(page, site.url);
  site.stop();

  await page.getByRole('link', { name: 'Start with chapter 1' }).click();
  await page.locator('a.term[data-term="client"]').first().hover();
  await expect(page.locator('[data-shown] .term-card')).toContainText('Client');
  const diagram = page.locator('course-diagram');
  await diagram.getByRole('button', { name: 'Walk through it' }).click();
  await expect(diagram.locator('.steps li:visible')).toHaveCount(1);

  const item = await meet(page, 'first-guess-after-the-tap');
  await item.getByLabel('The boathouse has written the reservation down.').check();
  await item.getByRole('button', { name: 'Check' }).click();
  await expect(feedbackOf(item)).toHaveAttribute('data-result', 'right');

  await page.getByRole('button', { name: 'Mark as read' }).click();
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page).toHaveURL(/chapters\/ask-the-boathouse\/$/);
  await expect(page.locator('.sidebar-pane [data-chapter-mark="borrow-a-boat"]')).toContainText(
    '✓',
  );

  await page.goto(`${site.url}glossary/?text=idempotent`);
  await expect(page.getByLabel('Find')).toHaveValue('idempotent');
  await expect(page.locator('#idempotency-key')).toBeVisible();

  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search the course' });
  await dialog.getByRole('searchbox').fill('timeout');
  await expect(dialog.locator('li', { hasText: 'Term' }).first()).toBeVisible();
  await expect(dialog.locator('li', { hasText: 'Passage' }).first()).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByLabel('Theme').first().selectOption('dark');
  await page.goto(`${site.url}progress/`);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('[data-summary]')).toContainText('1 activities answered');

  const response = await page.goto(`${site.url}chapters/no-such-chapter/`);
  expect(response!.status()).toBe(404);
  await expect(page.locator('h1')).toHaveText('This page does not exist');
});

test('the button fetches the labs, which then run, grade and stop without a network', async ({
  page,
  site,
}) => {
  await fetchEverything(page, site);
  site.stop();

  await page.goto(site.url + choosing.chapter);
  const sql = await meet(page, choosing.id);
  await write(sql, choosing.query("plan = 'team'"));
  await press(sql, 'Check');
  await expect(feedbackOf(sql)).toHaveAttribute('data-result', 'wrong');
  await write(sql, choosing.query("plan in ('team', 'multi')"));
  await press(sql, 'Check');
  await expect(feedbackOf(sql)).toContainText(isRight);

  await page.goto(site.url + counting.chapter);
  const python = await meet(page, counting.id);
  await write(python, counting.solution);
  await press(python, 'Check');
  await expect(feedbackOf(python)).toContainText(isRight);
  await write(python, 'print("on and on")\nwhile True:\n    pass');
  await python.getByRole('button', { name: 'Run' }).click();
  await expect(python.getByRole('group', { name: 'Output' })).toContainText('on and on');
  await python.getByRole('button', { name: 'Stop' }).click();
  await expect(python.locator('.lab-status')).toContainText('You stopped it.');
  expect((await attemptsOf(page)).map(({ passed }) => passed)).toEqual([false, true, true]);
});

test('a lab that was used once runs without a network', async ({ page, site }) => {
  await visit(page, site.url + counting.chapter);
  await write(await meet(page, counting.id), 'print(1 + 1)');
  await press(await meet(page, counting.id), 'Run');
  // The browser keeps a file when the whole of it has come, which may be after it was used.
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const files = (await (await fetch('/installed.json')).json()) as { url: string }[];
        const python = files.filter(({ url }) => url.startsWith('/labs/python/'));
        const kept = await Promise.all(
          python.map(({ url }) => caches.match(url, { ignoreSearch: true })),
        );
        return python.length > 0 && kept.every(Boolean);
      }),
    )
    .toBe(true);
  site.stop();
  await page.reload();
  const item = await meet(page, counting.id);
  await write(item, 'print(20 + 3)');
  await press(item, 'Run');
  await expect(item.getByRole('group', { name: 'Output' })).toHaveText('23');
});

test('under a base path, everything stays under it', async ({ page, siteUnderBase: site }) => {
  await fetchEverything(page, site);
  site.stop();
  await page.goto(site.url + choosing.chapter);
  const item = await meet(page, choosing.id);
  await write(item, 'select 40 + 2');
  await press(item, 'Run');
  await expect(item.locator('.result tbody td')).toHaveText('42');
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('timeout');
  await expect(
    page.getByRole('dialog').locator('li', { hasText: 'Passage' }).first(),
  ).toBeVisible();
  await page.goto(`${site.url}nowhere/`);
  await expect(page.locator('h1')).toHaveText('This page does not exist');
  const scopes = await page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  );
  expect(scopes).toEqual([site.url]);
});

test('a reader who saves data gets a copy by the button only', async ({ page, site }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await countWorkers(page);
  await page.goto(site.url);
  await settle(page);
  expect(await workersOf(page)).toEqual({ asked: 0, kept: 0 });
});

test('systems can offer the course as an app', async ({ site }, testInfo) => {
  // A private window offers nothing, so this profile is an ordinary one.
  const { launchOptions } = testInfo.project.use;
  const context = await chromium.launchPersistentContext(
    testInfo.outputPath('profile'),
    launchOptions,
  );
  const [page] = context.pages();
  await visit(page!, site.url);
  const client = await context.newCDPSession(page!);
  const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
  await context.close();
});
