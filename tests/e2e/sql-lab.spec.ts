import type { Page } from '@playwright/test';
import { choosing } from './lab.ts';
import { expect, meet, settle, test, underBase } from './site.ts';

const page = '/company/data/';

/** The field, be it plain or the editor that takes its place at the first focus. */
const fieldOf = (tab: Page) => tab.getByRole('textbox', { name: 'Your query' });

/** Puts a query into the editor and runs it by keyboard; waits until the run is over. */
async function run(tab: Page, query: string): Promise<void> {
  await fieldOf(tab).focus();
  await expect(tab.locator('.cm-content')).toBeVisible();
  await fieldOf(tab).fill(query);
  await tab.keyboard.press('Control+Enter');
  await expect(tab.getByRole('button', { name: 'Run' })).toBeEnabled();
}

test.describe('the SQL lab', () => {
  test('loads nothing before it is used', async ({ page: tab }) => {
    const requests: string[] = [];
    tab.on('request', (request) => requests.push(request.url()));
    await tab.goto(page);
    await meet(tab, 'ask-slotlark');
    await settle(tab);
    const asked = () =>
      requests.filter((url) => /pglite|worker|editor|language|\.bin|schema/.test(url));
    expect(asked()).toEqual([]);
    await fieldOf(tab).focus();
    await expect.poll(() => asked().length).toBeGreaterThan(1);
  });

  test('answers, shows NULL, counts what it does not show, and keeps the data as it was', async ({
    page: tab,
  }) => {
    await tab.goto(page);
    const result = tab.getByRole('group', { name: 'Result' });
    const status = tab.locator('sql-lab').getByRole('status');

    await tab.getByRole('button', { name: 'Run' }).click();
    await expect(result.getByRole('columnheader').first()).toHaveText('category');

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
    await tab.clock.install();
    await tab.goto(page);
    await fieldOf(tab).focus();
    await expect(tab.locator('.cm-content')).toBeFocused();
    await tab.keyboard.press('Control+a');
    await tab.keyboard.type('select cancelled_at from boo');
    const options = tab.getByRole('listbox').getByRole('option');
    await expect(options.first()).toContainText('bookings');
    // The editor takes no Enter for a choice in the first moments of a list.
    await tab.clock.runFor(200);
    await tab.keyboard.press('ArrowDown');
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
    await tab.goto(page);
    await meet(tab, 'ask-slotlark');
    await tab.locator('textarea').fill('select 7 as seven');
    await tab.keyboard.press('Control+Enter');
    await expect(tab.getByRole('group', { name: 'Result' })).toContainText('seven');
    await tab.close();
  });

  test('says in plain words what is wrong, and where', async ({ page: tab }) => {
    await tab.goto(page);
    await run(tab, 'select count(*)\nfrom bookins');
    const error = tab.locator('sql-lab .error');
    await expect(error).toContainText('There is no table bookins. Did you mean bookings?');
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
    await tab.goto(page);
    await run(tab, 'select 1 as one');
    const status = tab.locator('sql-lab').getByRole('status');
    await expect(status).toContainText('could not be loaded');
    await expect(tab.getByRole('button', { name: 'Run' })).toBeEnabled();
    await tab.close();
  });

  test('says so where its files cannot be loaded', async ({ browser }) => {
    const tab = await browser.newPage();
    await tab.route('**/practice.bin', (route) => route.abort());
    await tab.goto(page);
    await run(tab, 'select 1');
    await expect(tab.locator('sql-lab').getByRole('status')).toContainText(
      'practice.bin could not be loaded',
    );
    await tab.unroute('**/practice.bin');
    await run(tab, 'select 1 as one');
    await expect(tab.getByRole('group', { name: 'Result' })).toContainText('one');
    await tab.close();
  });

  test('shows a plan as steps in words', async ({ page: tab }) => {
    await tab.goto(page);
    await run(tab, "explain analyze select count(*) from bookings where status = 'noshow'");
    const plan = tab.locator('.plan');
    await expect(plan).toContainText('Sums all rows up into one');
    await expect(plan.locator('li li')).toContainText(/Reads all of bookings.*status = 'noshow'/);
    await expect(plan.locator('li li')).toContainText(/Seq Scan: .* 1,052 rows came in/);
    await run(tab, 'explain select coumt(*) from bookings');
    await expect(tab.locator('sql-lab .error mark')).toHaveText('coumt');
  });

  test('shows the tables in a drawer, the needed ones open', async ({ page: tab }) => {
    await tab.goto(`/${choosing.chapter}`);
    const item = await meet(tab, choosing.id);
    await item.getByText('The tables').click();
    await expect(item.locator('[data-table]')).toHaveCount(15);
    await expect(item.locator('[data-table][open]')).toHaveCount(1);
    await expect(item.locator('[data-table="merchants"] dt').first()).toContainText('merchant_id');
  });

  test('cannot be broken by changing, dropping or multiplying the data', async ({ page: tab }) => {
    await tab.goto(page);
    await run(tab, "update bookings set status = 'x'; drop table payments cascade; select 1");
    await run(tab, "select count(*) from payments, bookings where bookings.status = 'x'");
    await expect(tab.getByRole('group', { name: 'Result' }).getByRole('cell')).toHaveText(['0']);
    // More than ten million rows: counted, not shown.
    await run(tab, 'select a.booking_id from bookings a cross join tickets b limit 12000000');
    await expect(tab.locator('sql-lab')).toContainText('The first 200 of 12,000,000 rows.');
    await run(tab, 'select count(*) from merchants');
    await expect(tab.getByRole('group', { name: 'Result' }).getByRole('cell')).toHaveText(['600']);
  });

  test('works under a base path', async ({ page: tab }) => {
    await tab.goto(`${underBase}company/data/`);
    await run(tab, 'select count(*) from staff');
    await expect(tab.getByRole('group', { name: 'Result' }).getByRole('cell')).toHaveText(['1800']);
  });
});
