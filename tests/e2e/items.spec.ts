import type { Locator } from '@playwright/test';
import { attemptsOf } from './progress.ts';
import { expect, expectAccessible, feedbackOf, meet, test } from './site.ts';

const data = '/chapters/ask-the-boathouse/';

const check = (item: Locator) => item.getByRole('button', { name: 'Check' }).click();

/** Pieces in the order in which they stand, or should. */
const piecesOf = (item: Locator) => item.locator('[data-piece]');

/** Puts pieces into an order by their buttons, from the first place to the last. */
async function arrange(item: Locator, texts: string[], act: (button: Locator) => Promise<void>) {
  for (const [place, text] of texts.entries()) {
    const piece = piecesOf(item).filter({ hasText: text });
    const index = () =>
      piece.evaluate((element) => [...element.parentElement!.children].indexOf(element));
    while ((await index()) > place) await act(piece.getByRole('button', { name: 'Move up' }));
  }
}

test.describe('an order', () => {
  const id = 'how-an-answer-is-made';
  const right = ['take all rows', 'keep the rows', 'make a line', 'put the lines'];

  for (const [how, act] of [
    ['pointer', (button: Locator) => button.click()],
    [
      'keyboard alone',
      async (button: Locator) => {
        await button.focus();
        await button.press('Enter');
        await expect(button).toBeFocused();
      },
    ],
  ] as const) {
    test(`is made by ${how}, and says what comes too early`, async ({ page }) => {
      await page.goto(data);
      const item = await meet(page, id);
      await check(item);
      await expect(feedbackOf(item)).toHaveAttribute('data-result', 'wrong');
      await expect(feedbackOf(item)).toContainText(/does not begin with this|comes too early/);
      await arrange(item, right, act);
      await expect(item.locator('[data-status]')).toContainText(/Moved to place \d of 4/);
      await check(item);
      await expect(feedbackOf(item)).toContainText('In order.');
      await expectAccessible(page, `#${id}`);
      await page.reload();
      await meet(page, id);
      await expect(piecesOf(item)).toContainText(right);
    });
  }
});

test('lines of code: one that does not belong is left out', async ({ page }) => {
  const id = 'lines-of-a-query';
  await page.goto(data);
  const item = await meet(page, id);
  await check(item);
  await expect(feedbackOf(item)).toContainText('One of these does not belong.');
  await expectAccessible(page, `#${id}`);
  const spare = piecesOf(item).filter({ hasText: 'where count(*)' });
  await spare.getByRole('button', { name: 'Leave out' }).click();
  const right = ['select town', 'from merchants', 'where country', 'group by', 'order by'];
  await arrange(item, right, (button) => button.click());
  await check(item);
  await expect(feedbackOf(item)).toHaveAttribute('data-result', 'right');
  expect((await attemptsOf(page)).at(-1)).toMatchObject({ passed: true, score: 1 });
});

test('a prediction counts with its reason only, and shows what really happens', async ({
  page,
}) => {
  const id = 'predict-missing-value';
  await page.goto(data);
  const item = await meet(page, id);
  await check(item);
  await expect(item).toContainText('Choose what will happen first.');
  await item.getByLabel('No rows at all.').check();
  await item.getByLabel('The database refuses').check();
  await check(item);
  await expect(feedbackOf(item)).toContainText('for a reason that would mislead you next time');
  await expectAccessible(page, `#${id}`);
  await item.getByLabel('The database refuses').focus();
  const reason = item.getByLabel('neither true nor false');
  while (!(await reason.isChecked())) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(feedbackOf(item)).toHaveAttribute('data-result', 'right');
  await expect(feedbackOf(item)).toContainText('It keeps no row.');
  expect(await attemptsOf(page)).toMatchObject([
    { passed: false, score: 0.5 },
    { passed: true, score: 1 },
  ]);
});

test('an explanation is compared with three others, point by point', async ({ page }) => {
  const id = 'explain-two-counts';
  await page.goto(data);
  const item = await meet(page, id);
  await item.getByRole('textbox').fill('They count different things.');
  await item.getByRole('button', { name: 'Compare' }).click();
  await expect(item).toContainText('Write at least 12 words first');
  const text = 'One of them counts all of the trips, the other those that have come back.';
  await item.getByRole('textbox').fill(text);
  await item.getByRole('button', { name: 'Compare' }).click();
  await expect(item.locator('[data-compare] [data-exemplar]')).toHaveCount(3);
  const boxes = item.getByRole('checkbox');
  await expect(boxes).toHaveCount(3);
  await expect(boxes.first()).toBeFocused();
  await page.keyboard.press('Space');
  await item.getByRole('button', { name: 'That is my count' }).click();
  await expect(feedbackOf(item)).toContainText('1 of 3 points, by your own count.');
  await expectAccessible(page, `#${id}`);
  for (const box of await boxes.all()) await box.check();
  await item.getByRole('button', { name: 'That is my count' }).click();
  await expect(feedbackOf(item)).toHaveAttribute('data-result', 'right');
  await page.reload();
  await meet(page, id);
  await expect(item.getByRole('textbox')).toHaveValue(text);
});
