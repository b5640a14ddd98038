import { chromium } from '@playwright/test';
import { attemptsOf, press, solutionOf, write } from './lab.ts';
import { fetchEverything, test, visit } from './own-server.ts';
import { expect, feedbackOf, meet } from './site.ts';

test.setTimeout(120_000);

test('after one visit, all that needs no lab works without a network', async ({ page, site }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await visit(page, site.url);
  site.stop();

  await page.getByRole('link', { name: 'Start with chapter 1' }).click();
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page).toHaveURL(/chapters\/follow-one-booking\/$/);
  await expect(
    page.locator('.sidebar-pane [data-chapter-mark="what-technical-buys-you"]'),
  ).toContainText('✓');

  await page.locator('a.term[data-term="client"]').first().hover();
  await expect(page.locator('[data-shown] .term-card')).toContainText('Client');
  const diagram = page.locator('course-diagram');
  await diagram.getByRole('button', { name: 'Walk through it' }).click();
  await expect(diagram.locator('.steps li:visible')).toHaveCount(1);

  const item = await meet(page, 'first-guess-after-the-tap');
  const [right] = await solutionOf(
    page,
    'first-guess-after-the-tap',
    '[data-right]',
    'data-reason',
  );
  await item.getByRole('radio').nth(Number(right)).check();
  await item.getByRole('button', { name: 'Check' }).click();
  await expect(feedbackOf(item)).toHaveAttribute('data-result', 'right');

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

  await page.goto(`${site.url}chapters/ask-one-table/`);
  const sql = await meet(page, 'task-callum-in-kenya');
  await write(sql, "select name, town, plan from merchants where country = 'KE' and plan = 'team'");
  await press(sql, 'Check');
  await expect(feedbackOf(sql)).toHaveAttribute('data-result', 'wrong');
  await write(
    sql,
    "select name, town, plan from merchants where country = 'KE' and plan in ('team', 'multi')",
  );
  await press(sql, 'Check');
  await expect(feedbackOf(sql)).toContainText('Right, on the data you see and on a second set.');

  await page.goto(`${site.url}chapters/small-python/`);
  const python = await meet(page, 'load-the-open-tickets');
  const solution = await page.evaluate(async () => {
    const text = await (await fetch('answers/')).text();
    const answers = new DOMParser().parseFromString(text, 'text/html');
    const task = answers.querySelector('[data-solution-for="load-the-open-tickets"] [data-task]')!;
    return (JSON.parse(task.textContent) as { solution: string }).solution;
  });
  await write(python, solution);
  await press(python, 'Check');
  await expect(feedbackOf(python)).toContainText('Right, on the data you see and on a second set.');
  await write(python, 'print("on and on")\nwhile True:\n    pass');
  await python.getByRole('button', { name: 'Run' }).click();
  await expect(python.getByRole('group', { name: 'Output' })).toContainText('on and on');
  await python.getByRole('button', { name: 'Stop' }).click();
  await expect(python.locator('.lab-status')).toContainText('You stopped it.');
  expect((await attemptsOf(page)).map(({ passed }) => passed)).toEqual([false, true, true]);
});

test('a lab that was used once runs without a network', async ({ page, site }) => {
  await visit(page, `${site.url}chapters/small-python/`);
  await write(await meet(page, 'load-the-open-tickets'), 'print(1 + 1)');
  await press(await meet(page, 'load-the-open-tickets'), 'Run');
  await page.waitForTimeout(500);
  site.stop();
  await page.reload();
  const item = await meet(page, 'load-the-open-tickets');
  await write(item, 'print(20 + 3)');
  await press(item, 'Run');
  await expect(item.getByRole('group', { name: 'Output' })).toHaveText('23');
});

test('under a base path, everything stays under it', async ({ page, siteUnderBase: site }) => {
  await fetchEverything(page, site);
  site.stop();
  await page.goto(`${site.url}chapters/ask-one-table/`);
  const item = await meet(page, 'task-callum-in-kenya');
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
  await page.goto(site.url);
  await page.waitForTimeout(1_500);
  expect(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
  ).toBe(0);
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
