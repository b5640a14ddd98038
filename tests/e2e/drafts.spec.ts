import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { key, readStored, writeBefore } from './progress.ts';
import { expect, feedbackOf, meet, test } from './site.ts';
import { choosing, write } from './lab.ts';

const data = '/chapters/ask-the-boathouse/';
const decisions = '/chapters/decide-and-script/';
const explaining = 'explain-two-counts';
const work = 'one-page-for-one-change';

/** Leaves the page before a pause in the typing could have kept anything, and comes back. */
async function comeBack(page: Page, id: string) {
  await page.reload();
  return meet(page, id);
}

test.describe('what is typed', () => {
  test('is there again after leaving in the middle of a word', async ({ page }) => {
    await page.goto(data);
    const item = await meet(page, explaining);
    await item.getByRole('textbox').pressSequentially('They count diff');
    await expect((await comeBack(page, explaining)).getByRole('textbox')).toHaveValue(
      'They count diff',
    );
    await page.goto('/glossary/');
    await page.goBack();
    await meet(page, explaining);
    await expect(item.getByRole('textbox')).toHaveValue('They count diff');
  });

  test('is kept field by field in a piece of work, with the score and the guesses', async ({
    page,
  }) => {
    await page.goto(decisions);
    const item = await meet(page, work);
    await item.getByLabel('The change', { exact: true }).fill('Oars in colors');
    await item.getByLabel('Size of the change').selectOption('small');
    await item.locator('[data-own]').first().getByRole('textbox').fill('in colors');
    await comeBack(page, work);
    await expect(item.getByLabel('The change', { exact: true })).toHaveValue('Oars in colors');
    await expect(item.getByLabel('Size of the change')).toHaveValue('small');
    await expect(item.locator('[data-own]').first().getByRole('textbox')).toHaveValue('in colors');
  });

  test('is read also where an older version stored it as one text', async ({ page }) => {
    await page.goto(decisions);
    const field = await page
      .locator(`#${work} [data-field]`, { hasText: 'The change' })
      .first()
      .getAttribute('data-field');
    const text = JSON.stringify({ work: { [field!]: 'Oars in colors' }, own: {} });
    await writeBefore(page, { drafts: { [work]: { text, at: '2026-11-01T10:00:00.000Z' } } });
    await page.evaluate((name) => localStorage.removeItem(name), key);
    const item = await comeBack(page, work);
    await expect(item.getByLabel('The change', { exact: true })).toHaveValue('Oars in colors');
    await page.goto('/progress/');
    await expect(page.locator('[data-work] blockquote')).toHaveText('Oars in colors');
  });

  test('is kept of a query, with the editor over it', async ({ page }) => {
    await page.goto(choosing.chapter);
    const item = await meet(page, choosing.id);
    await write(item, 'select 1 as mine');
    await comeBack(page, choosing.id);
    await expect(item.locator('textarea')).toHaveValue('select 1 as mine');
  });

  test('counts over an older answer, as does what was changed after it', async ({ page }) => {
    await page.goto(data);
    const item = await meet(page, explaining);
    const text = 'One of them counts all of the trips, the other those that have come back.';
    await item.getByRole('textbox').fill(text);
    await item.getByRole('button', { name: 'Compare' }).click();
    await item.getByRole('button', { name: 'That is my count' }).click();
    await expect(feedbackOf(item)).toContainText('Not yet');
    await item.getByRole('textbox').fill(`${text} That is all.`);
    await expect(feedbackOf(item)).toContainText('Changed since the check');
    await comeBack(page, explaining);
    await expect(item.getByRole('textbox')).toHaveValue(`${text} That is all.`);
  });

  test('is offered as a file where the browser stores nothing', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.goto(data);
    const item = await meet(page, explaining);
    await item.getByRole('textbox').fill('They count different things.');
    await expect(item).toContainText('Not stored');
    const download = page.waitForEvent('download');
    await item.getByRole('button', { name: 'Save your progress as a file' }).click();
    const saved = readFileSync(await (await download).path(), 'utf8');
    expect(saved).toContain('They count different things.');
  });
});

test.describe('in two tabs', () => {
  test('each keeps the other’s fields', async ({ context }) => {
    const [one, two] = [await context.newPage(), await context.newPage()];
    const items = [];
    for (const tab of [one, two]) {
      await tab.goto(decisions);
      items.push(await meet(tab, work));
    }
    const [here, there] = items as [(typeof items)[number], (typeof items)[number]];
    await here.getByLabel('The change', { exact: true }).fill('Oars in colors');
    await there.getByLabel('Boats it concerns').fill('12');
    await expect(there.getByLabel('The change', { exact: true })).toHaveValue('Oars in colors');
    await here.getByLabel('Size of the change').focus();
    await expect(here.getByLabel('Boats it concerns')).toHaveValue('12');
  });

  test('the newer text counts, and the older one can be brought back', async ({ context }) => {
    const [one, two] = [await context.newPage(), await context.newPage()];
    await one.goto(data);
    const first = await meet(one, explaining);
    await two.goto(data);
    const second = await meet(two, explaining);
    await first.getByRole('textbox').fill('From the first tab');
    await expect(second.getByRole('textbox')).toHaveValue('From the first tab');
    await first.getByRole('button', { name: 'Compare' }).focus();
    await second.getByRole('textbox').fill('From the second tab');
    await expect(first.getByRole('textbox')).toHaveValue('From the second tab');
    await expect(first).toContainText('Changed in another tab.');
    await first.getByRole('button', { name: 'Bring back what stood here' }).click();
    await expect(first.getByRole('textbox')).toHaveValue('From the first tab');
    await second.getByRole('button', { name: 'Compare' }).focus();
    await expect(second.getByRole('textbox')).toHaveValue('From the first tab');
    expect(await readStored(one)).toContain('From the first tab');
  });
});

test.describe('work without a keyboard', () => {
  test('the order of pieces is there again', async ({ page }) => {
    const id = 'how-an-answer-is-made';
    await page.goto(data);
    const item = await meet(page, id);
    const last = item.locator('[data-piece]').last();
    const text = await last.innerText();
    await last.getByRole('button', { name: 'Move up' }).click();
    await expect(item.locator('[data-piece]').nth(-2)).toHaveText(text, { useInnerText: true });
    await comeBack(page, id);
    await expect(item.locator('[data-piece]').nth(-2)).toHaveText(text, { useInnerText: true });
  });

  test('the way through a scenario goes on where it was left', async ({ page }) => {
    const id = 'rain-on-saturday';
    await page.goto(decisions);
    const item = await meet(page, id);
    const evidence = item
      .locator('[data-evidence]')
      .filter({ hasText: 'how sure the forecast is' });
    await evidence.getByRole('button').click();
    await expect(evidence).toContainText('The morning is dry.');
    await item.getByRole('button', { name: 'Move as many as possible' }).click();
    await expect(item.getByRole('button', { name: 'money back today' })).toBeVisible();
    await comeBack(page, id);
    await expect(evidence).toContainText('The morning is dry.');
    await item.getByRole('button', { name: 'money back today' }).click();
    await expect(feedbackOf(item)).toBeVisible();
    await comeBack(page, id);
    await expect(item.locator('[data-status]')).toContainText('Answered on');
    await expect(evidence.getByRole('button')).toBeVisible();
  });
});
