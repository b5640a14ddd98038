import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { attemptsOf } from './progress.ts';
import { expect, expectAccessible, feedbackOf, meet, test } from './site.ts';

const chapter = '/chapters/decide-and-script/';

test.describe('a scenario', () => {
  const id = 'rain-on-saturday';
  const choiceOf = (item: Locator, name: string) =>
    item.locator('[data-situation]').getByRole('button', { name });

  test('sells evidence, follows decisions, and says what was passed over', async ({ page }) => {
    await page.goto(chapter);
    const item = await meet(page, id);
    const evidence = (text: string) => item.locator('[data-evidence]').filter({ hasText: text });
    await choiceOf(item, 'Close the lake').click();
    await expect(feedbackOf(item)).toContainText('This decision costs more than it had to.');
    await expect(feedbackOf(item)).toContainText('You passed over what mattered:');
    await expectAccessible(page, `#${id}`);

    await item.getByRole('button', { name: 'Decide anew' }).click();
    for (const [text, found] of [
      ['how sure the forecast is', 'The morning is dry.'],
      ['can be moved', 'up to 30 boats'],
    ] as const) {
      await evidence(text).getByRole('button').click();
      await expect(evidence(text)).toContainText(found);
    }
    await expect(item).toContainText('1 hour left.');
    await evidence('every rainy Saturday').getByRole('button').click();
    await expect(evidence('every rainy Saturday').getByRole('alert')).toContainText(
      'costs more than the 1 hour you have left',
    );
    await choiceOf(item, 'Move as many as possible').click();
    await choiceOf(item, 'money back today').click();
    await expect(feedbackOf(item)).toContainText(
      'A good decision, and you had the evidence for it.',
    );
    expect((await attemptsOf(page)).map(({ passed }) => passed)).toEqual([false, true]);
    await item.getByRole('button', { name: 'Decide anew' }).click();
    await expect(item).toContainText('3 hours left.');
  });

  test('can be played by keyboard alone', async ({ page }) => {
    await page.goto(chapter);
    const item = await meet(page, id);
    await choiceOf(item, 'Move as many as possible').focus();
    await page.keyboard.press('Enter');
    await expect(item.locator('[data-situation]')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(choiceOf(item, 'Wait and see')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(feedbackOf(item)).toBeVisible();
  });
});

test('a critique counts hits, misses and false alarms, and answers place by place', async ({
  page,
}) => {
  const id = 'notice-on-the-jetty';
  await page.goto(chapter);
  const item = await meet(page, id);
  const compare = item.getByRole('button', { name: 'Compare with the experts' });
  await compare.click();
  await expect(item).toContainText('Mark at least one place first.');
  const region = (text: string) => item.locator('[data-region]').filter({ hasText: text });
  const why = (text: string) => region(text).getByRole('textbox', { name: 'Why?' });
  const mark = async (text: string) => {
    await region(text).getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    await why(text).fill('It misleads.');
  };
  await mark('no name');
  await region('Everybody saves').getByRole('checkbox').check();
  await compare.click();
  await expect(item).toContainText('Say in a few words why');
  await why('Everybody saves').fill('No number.');
  await compare.click();
  await expect(feedbackOf(item)).toContainText('1 found, 2 missed, 1 false alarm.');
  await expect(region('no name')).toContainText('A false alarm.');
  await expect(region('pay again')).toContainText('Missed.');
  await expectAccessible(page, `#${id}`);
  await mark('pay again');
  await mark('somebody will know');
  await compare.click();
  await expect(feedbackOf(item)).toHaveAttribute('data-result', 'right');
  await page.reload();
  await meet(page, id);
  await expect(item.getByRole('checkbox', { checked: true })).toHaveCount(4);
});

test('a piece of work: two are scored first, then one’s own is checked, scored and saved', async ({
  page,
}) => {
  const id = 'one-page-for-one-change';
  await page.goto(chapter);
  const item = await meet(page, id);
  const status = item.locator('[data-status]');
  const exemplar = item.locator('[data-exemplar="0"]');
  await exemplar.locator('summary').click();
  await exemplar.getByRole('button', { name: 'Compare with the expert' }).click();
  await expect(exemplar.getByRole('alert')).toHaveText('Score every criterion of it first.');
  for (const select of await exemplar.getByRole('combobox').all()) await select.selectOption('1');
  await exemplar.getByRole('button', { name: 'Compare with the expert' }).click();
  await expect(exemplar.locator('[data-row]:visible').first()).toContainText('The expert gave');
  await expectAccessible(page, `#${id}`);

  await item.getByRole('button', { name: 'Check the parts' }).click();
  await expect(status).toContainText('rules do not hold yet');
  const change = 'Every oar gets the color of its boat, so that nobody takes the wrong one.';
  await item.getByLabel('The change', { exact: true }).fill(change);
  await item.getByLabel('Boats it concerns').fill('12');
  await item.getByLabel('Size of the change').selectOption('small');
  await item.getByLabel('The sign that it works').fill('Nine of ten oars come back.');
  await item.getByRole('button', { name: 'Check the parts' }).click();
  await expect(status).toContainText('Every rule that a computer can check holds.');

  const record = item.getByRole('button', { name: 'Record my score' });
  for (const own of await item.locator('[data-own]').all()) {
    await own.getByRole('combobox').selectOption('2');
    await own.getByRole('textbox').fill('words that are nowhere in it');
  }
  await record.click();
  await expect(item.locator('[data-own]').first().getByRole('alert')).toContainText(
    'A quote must stand in your work word for word.',
  );
  for (const own of await item.locator('[data-own]').all()) {
    await own.getByRole('textbox').fill('the color of its boat');
  }
  await record.click();
  await expect(feedbackOf(item)).toContainText('by your own score');
  await expect(feedbackOf(item)).toHaveAttribute('data-result', 'right');

  const download = page.waitForEvent('download');
  await item.getByRole('button', { name: 'Save as Markdown' }).click();
  const saved = readFileSync(await (await download).path(), 'utf8');
  expect(saved).toMatch(/^# One page for one change\n/);
  expect(saved).toContain(change);
  await page.reload();
  await meet(page, id);
  await expect(item.getByLabel('The change', { exact: true })).toHaveValue(change);
  await page.goto('/progress/');
  await expect(page.locator('[data-work]')).toContainText(change.slice(0, 40));
});
