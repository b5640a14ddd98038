import { counting, isRight, press, write } from './lab.ts';
import { attemptsOf } from './progress.ts';
import { expect, expectAccessible, meet, test, underBase } from './site.ts';

test.describe('an exercise in Python', () => {
  const { chapter, id, solution, mistakes } = counting;

  test('streams what is printed, explains an error, stops a loop, and goes on', async ({
    page,
  }) => {
    await page.goto(`/${chapter}`);
    const item = await meet(page, id);
    await write(item, 'for n in range(3):\n    print("row", n)');
    await press(item, 'Run');
    await expect(item.getByRole('group', { name: 'Output' })).toHaveText('row 0 row 1 row 2');
    await write(item, 'print(totl)');
    await press(item, 'Run');
    await expect(item.locator('.error')).toContainText('Nothing has the name totl here.');
    await expect(item.locator('.error mark')).toHaveText('print(totl)');
    await expectAccessible(page, `#${id}`);
    await write(item, 'name = input("Who? ")');
    await press(item, 'Run');
    await expect(item.locator('.error')).toContainText('input() waits for a keyboard');

    await write(item, 'print("on and on")\nwhile True:\n    pass');
    await item.getByRole('button', { name: 'Run' }).click();
    await expect(item.getByRole('group', { name: 'Output' })).toContainText('on and on');
    await item.getByRole('button', { name: 'Stop' }).click();
    await expect(item.locator('.lab-status')).toContainText('You stopped it.');
    await write(item, 'while True:\n    print("x" * 100)');
    await press(item, 'Run');
    await expect(item.locator('.error')).toContainText('more than 100,000 characters');
    await write(item, 'print(1 + 1)');
    await press(item, 'Run');
    await expect(item.getByRole('group', { name: 'Output' })).toHaveText('2');
    expect(await attemptsOf(page)).toEqual([]);
  });

  test('draws charts that can be read without seeing them', async ({ page }) => {
    await page.goto(`/${chapter}`);
    const item = await meet(page, id);
    await write(
      item,
      'import chart\nchart.bars(["a", "b"], [1, 2.5], "Two")\nchart.line(["x", "y"], [3, 4])',
    );
    await press(item, 'Run');
    const images = item.getByRole('img');
    await expect(images).toHaveCount(2);
    await expect(images.first()).toHaveAttribute(
      'aria-label',
      /^Bar chart, Two: 2 values, the highest b/,
    );
    await item.getByText('The numbers').first().click();
    await expect(item.getByRole('cell', { name: '2.5' })).toBeVisible();
    await expectAccessible(page, `#${id}`);
  });

  test('grades by what a script leaves behind, on the files shown and on others', async ({
    page,
  }) => {
    await page.goto(`/${chapter}`);
    const item = await meet(page, id);
    const feedback = item.locator('[data-feedback]');
    await write(item, 'tickets = 3');
    await press(item, 'Check');
    await expect(feedback).toHaveAttribute('data-result', 'wrong');
    await expect(feedback).toContainText(/should be/);
    await write(item, mistakes[0]!.code);
    await press(item, 'Check');
    await expect(feedback).toHaveAttribute('data-result', 'wrong');
    await expect(feedback).not.toContainText('should be');
    await write(item, solution);
    await press(item, 'Check');
    await expect(feedback).toContainText(isRight);
    await expectAccessible(page, `#${id}`);
  });

  test('says what differs, or fails, on the second set only', async ({ page }) => {
    await page.goto(`/${chapter}`);
    const item = await meet(page, id);
    const feedback = item.locator('[data-feedback]');
    const rows =
      'import csv\nrows = list(csv.DictReader(open("tickets.csv")))\ntickets = len(rows)\n';
    await write(item, `${rows}still_open = 24`);
    await press(item, 'Check');
    await expect(feedback).toContainText('wrong on a second set');
    await expect(feedback).toContainText('On the second set: still_open should be');
    await write(item, `${rows}assert tickets == 284\nstill_open = 24`);
    await press(item, 'Check');
    await expect(feedback).toContainText('fails on a second set');
    await expect(feedback.locator('mark')).toHaveText('assert tickets == 284');
    expect(await attemptsOf(page)).toHaveLength(1);
  });

  test('works under a base path', async ({ page }) => {
    await page.goto(underBase + chapter);
    const item = await meet(page, id);
    await write(item, 'import os\nprint(os.listdir("."))');
    await press(item, 'Run');
    await expect(item.getByRole('group', { name: 'Output' })).toContainText('.csv');
  });
});
