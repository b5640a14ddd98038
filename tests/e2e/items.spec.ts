import type { Locator } from '@playwright/test';
import { attemptsOf, solutionOf } from './lab.ts';
import { expect, expectAccessible, feedbackOf, meet, test } from './site.ts';

const data = '/chapters/ask-one-table/';

const check = (item: Locator) => item.getByRole('button', { name: 'Check' }).click();

/** Puts pieces into an order by their buttons, from the first place to the last. */
async function arrange(item: Locator, keys: string[], act: (button: Locator) => Promise<void>) {
  for (const [place, name] of keys.entries()) {
    const piece = item.locator(`[data-piece="${name}"]`);
    const index = () =>
      piece.evaluate((element) => [...element.parentElement!.children].indexOf(element));
    while ((await index()) > place) await act(piece.getByRole('button', { name: 'Move up' }));
  }
}

test.describe('an order', () => {
  const id = 'how-the-database-reads';

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
      const [orders = '[]'] = await solutionOf(page, id, '[data-orders]', 'data-orders');
      const [right] = JSON.parse(orders) as [string[]];
      await arrange(item, right, act);
      await expect(item.locator('[data-status]')).toContainText(/Moved to place \d of 7/);
      await check(item);
      await expect(feedbackOf(item)).toContainText('In order.');
      await expectAccessible(page, `#${id}`);
      await page.reload();
      await meet(page, id);
      const shown = await item
        .locator('[data-piece]')
        .evaluateAll((pieces) => pieces.map((piece) => (piece as HTMLElement).dataset.piece));
      expect(shown).toEqual(right);
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
  const [orders = '[]'] = await solutionOf(page, id, '[data-orders]', 'data-orders');
  const [right] = JSON.parse(orders) as [string[]];
  for (const piece of await item.locator('[data-piece]').all()) {
    const name = (await piece.getAttribute('data-piece'))!;
    if (!right.includes(name)) await piece.getByRole('button', { name: 'Leave out' }).click();
  }
  await arrange(item, right, (button) => button.click());
  await check(item);
  await expect(feedbackOf(item)).toHaveAttribute('data-result', 'right');
  expect((await attemptsOf(page)).at(-1)).toMatchObject({ passed: true, answer: right });
});

test('a prediction counts with its reason only, and shows what really happens', async ({
  page,
}) => {
  const id = 'predict-not-agreed';
  await page.goto(data);
  const item = await meet(page, id);
  await check(item);
  await expect(item).toContainText('Choose what will happen first.');
  const rightOf = async (of: string) =>
    Number((await solutionOf(page, id, `[data-of="${of}"][data-right]`, 'data-reason'))[0]);
  const [outcome, reason] = [await rightOf('outcome'), await rightOf('reason')];
  const choose = (name: string, option: number) =>
    item.locator(`input[name="${name}"][value="${option}"]`).check();
  await choose('outcome', outcome);
  await choose('reason', reason === 0 ? 1 : 0);
  await check(item);
  await expect(feedbackOf(item)).toContainText('for a reason that would mislead you next time');
  await expectAccessible(page, `#${id}`);
  await item.locator(`input[name="reason"]:checked`).focus();
  while (!(await item.locator(`input[name="reason"][value="${reason}"]`).isChecked())) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(feedbackOf(item)).toHaveAttribute('data-result', 'right');
  await expect(feedbackOf(item).locator('pre, p').last()).toBeVisible();
  expect(await attemptsOf(page)).toMatchObject([
    { passed: false, score: 0.5 },
    { passed: true, score: 1 },
  ]);
});

test('an explanation is compared with three others, point by point', async ({ page }) => {
  const id = 'explain-two-careful-people';
  await page.goto(data);
  const item = await meet(page, id);
  await item.getByRole('textbox').fill('They count different things.');
  await item.getByRole('button', { name: 'Compare' }).click();
  await expect(item).toContainText('Write at least 12 words first');
  const text =
    'One of them counts one spelling of the status, the other counts both of them together.';
  await item.getByRole('textbox').fill(text);
  await item.getByRole('button', { name: 'Compare' }).click();
  await expect(item.locator('[data-compare] [data-exemplar]')).toHaveCount(3);
  const boxes = item.getByRole('checkbox');
  await expect(boxes.first()).toBeFocused();
  await page.keyboard.press('Space');
  await item.getByRole('button', { name: 'That is my count' }).click();
  await expect(feedbackOf(item)).toContainText(
    `1 of ${await boxes.count()} points, by your own count.`,
  );
  await expectAccessible(page, `#${id}`);
  for (const box of await boxes.all()) await box.check();
  await item.getByRole('button', { name: 'That is my count' }).click();
  await expect(feedbackOf(item)).toHaveAttribute('data-result', 'right');
  await page.reload();
  await meet(page, id);
  await expect(item.getByRole('textbox')).toHaveValue(text);
});
