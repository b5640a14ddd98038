import { readFileSync } from 'node:fs';
import { test as plain } from '@playwright/test';
import type { Page } from '@playwright/test';
import { choosing, press, write } from './lab.ts';
import { expect, meet, test } from './site.ts';
import { sites } from './sites.ts';

/** Runs a query, so that the page has a worker. */
async function query(page: Page): Promise<void> {
  await page.goto(`/${choosing.chapter}`);
  const item = await meet(page, choosing.id);
  await write(item, 'select count(*) from merchants');
  await press(item, 'Run');
  await expect(item.locator('.result tbody td')).toHaveText('600');
}

const askElsewhere = () =>
  fetch('https://example.org/').then(
    () => 'answered',
    () => 'refused',
  );

plain('neither a page nor its worker reaches another host', async ({ page, context }) => {
  const asked: string[] = [];
  await context.route('https://example.org/**', async (route) => {
    asked.push(route.request().url());
    await route.fulfill({ body: '', headers: { 'access-control-allow-origin': '*' } });
  });
  await query(page);
  expect(await page.evaluate(askElsewhere)).toBe('refused');
  expect(page.workers()).toHaveLength(1);
  expect(await page.workers()[0]!.evaluate(askElsewhere)).toBe('refused');
  expect(asked).toEqual([]);
});

plain('markup that found its way into a page runs no script', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => {
    document
      .querySelector('main')!
      .insertAdjacentHTML(
        'beforeend',
        '<img src="data:,x" onerror="document.title = \'reached\'"><a href="javascript:document.title = \'reached\'" id="way">x</a>',
      );
  });
  await page.locator('#way').click();
  await expect(page.locator('main img').last()).toBeAttached();
  expect(await page.title()).not.toBe('reached');
});

test('everything works under the headers that hosts may send', async ({ page }) => {
  const policy = /Content-Security-Policy: (.*)/.exec(
    readFileSync(`${sites.fixture.folder}/_headers`, 'utf8'),
  )![1]!;
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': policy };
    await route.fulfill({ response, headers });
  });
  await query(page);
});
