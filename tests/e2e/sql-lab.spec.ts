import type { Page } from '@playwright/test';
import { expect, test, underBase } from './site.ts';

const page = '/company/data/';

/** The field, be it plain or the editor that takes its place at the first focus. */
const fieldOf = (tab: Page) => tab.getByRole('textbox', { name: 'Your query' });

/** Puts a query into the editor and runs it by keyboard; waits until the run is over. */
async function run(tab: Page, query: string): Promise<void> {
  await fieldOf(tab).focus();
  await expect(tab.locator('.cm-content')).toBeVisible();
  await fieldOf(tab).fill(query);
  await tab.keyboard.press('Control+Enter');
  await expect(tab.getByRole('button', { name: 'Run' })).toBeEnabled({ timeout: 60_000 });
}

test.describe('the SQL lab', () => {
  test.setTimeout(120_000);

  test('loads nothing before it is used', async ({ page: tab }) => {
    const requests: string[] = [];
    tab.on('request', (request) => requests.push(request.url()));
    await tab.goto(page);
    await tab.waitForLoadState('networkidle');
    expect(
      requests.filter((url) => /pglite|worker|editor|language|\.bin|schema\.sql/.test(url)),
    ).toEqual([]);
  });

  test('answers, shows NULL, counts what it does not show, and keeps the data as it was', async ({
    page: tab,
  }) => {
    await tab.goto(page);
    const result = tab.getByRole('group', { name: 'Result' });
    const status = tab.locator('sql-lab').getByRole('status');

    await tab.getByRole('button', { name: 'Run' }).click();
    await expect(result.getByRole('columnheader').first()).toHaveText('category', {
      timeout: 60_000,
    });

    await run(
      tab,
      'select booking_id, cancelled_at, local_start from bookings where booking_id = 20417',
    );
    await expect(result.getByRole('cell')).toHaveText(['20417', 'NULL', '2026-04-16 08:30:00']);
    await expect(status).toHaveText(/^1 row, \d+ ms\.$/);

    await run(tab, 'select * from bookings');
    await expect(tab.locator('sql-lab')).toContainText('The first 200 of 30,074 rows.');

    await run(tab, 'delete from payments');
    await expect(tab.locator('sql-lab')).toContainText('changed back');
    await run(tab, 'select count(*) > 50000 as whole from payments');
    await expect(result.getByRole('cell')).toHaveText(['true']);
  });

  test('has an editor that knows the tables, and that Escape and Tab leave', async ({
    page: tab,
  }) => {
    await tab.goto(page);
    await fieldOf(tab).focus();
    await expect(tab.locator('.cm-content')).toBeFocused();
    await tab.keyboard.press('Control+a');
    await tab.keyboard.type('select cancelled_at from boo');
    const options = tab.getByRole('listbox').getByRole('option');
    await expect(options.first()).toContainText('bookings');
    await tab.waitForTimeout(100);
    await tab.keyboard.press('Enter');
    await expect(fieldOf(tab)).toHaveText(/from bookings$/);
    await expect(tab.locator('textarea')).toHaveValue('select cancelled_at from bookings');

    await tab.keyboard.press('Escape');
    await tab.keyboard.press('Tab');
    await expect(tab.getByRole('button', { name: 'Run' })).toBeFocused();
    await tab.getByRole('button', { name: 'Start over' }).click();
    await expect(fieldOf(tab)).toContainText('group by category');
  });

  test('runs a plain field where the editor cannot be loaded', async ({ browser }) => {
    const tab = await browser.newPage();
    await tab.route(/editor\.[^/]*js/, (route) => route.abort());
    await tab.goto('http://localhost:4391/company/data/');
    await tab.locator('textarea').fill('select 7 as seven');
    await tab.keyboard.press('Control+Enter');
    await expect(tab.getByRole('group', { name: 'Result' })).toContainText('seven', {
      timeout: 60_000,
    });
    await tab.close();
  });

  test('says in plain words what is wrong, and where', async ({ page: tab }) => {
    await tab.goto(page);
    await run(tab, 'select count(*)\nfrom bookins');
    const error = tab.locator('sql-lab .error');
    await expect(error).toContainText('There is no table called “bookins”.');
    await expect(error.locator('mark')).toHaveText('bookins');
    await error.getByText('PostgreSQL’s own words').click();
    await expect(error).toContainText('relation "bookins" does not exist');
  });

  test('stops an endless query, and works afterwards', async ({ page: tab }) => {
    await tab.goto(page);
    await run(tab, 'select 1 as one');
    await fieldOf(tab).fill(
      'with recursive t(n) as (select 1 union all select n + 1 from t) select max(n) from t',
    );
    await tab.getByRole('button', { name: 'Run' }).click();
    await tab.getByRole('button', { name: 'Stop' }).click();
    await expect(tab.locator('sql-lab').getByRole('status')).toContainText('You stopped it.');
    await run(tab, 'select count(*) from merchants');
    await expect(tab.getByRole('group', { name: 'Result' }).getByRole('cell')).toHaveText(['600']);
  });

  test('says so where its code cannot be loaded', async ({ browser }) => {
    const tab = await browser.newPage();
    await tab.route(/client\.[^/]*js/, (route) => route.abort());
    await tab.goto('http://localhost:4391/company/data/');
    await run(tab, 'select 1 as one');
    const status = tab.locator('sql-lab').getByRole('status');
    await expect(status).toContainText('could not be loaded');
    await expect(tab.getByRole('button', { name: 'Run' })).toBeEnabled();
    await tab.close();
  });

  test('says so where its files cannot be loaded', async ({ browser }) => {
    const tab = await browser.newPage();
    await tab.route('**/practice.bin', (route) => route.abort());
    await tab.goto('http://localhost:4391/company/data/');
    await run(tab, 'select 1');
    await expect(tab.locator('sql-lab').getByRole('status')).toContainText('PostgreSQL broke off');
    await tab.unroute('**/practice.bin');
    await run(tab, 'select 1 as one');
    await expect(tab.getByRole('group', { name: 'Result' })).toContainText('one');
    await tab.close();
  });

  test('works under a base path', async ({ page: tab }) => {
    await tab.goto(`${underBase}company/data/`);
    await run(tab, 'select count(*) from staff');
    await expect(tab.getByRole('group', { name: 'Result' }).getByRole('cell')).toHaveText(['1800']);
  });
});
