import type { Locator, Page } from '@playwright/test';
import { attemptsOf } from './progress.ts';
import { expect, feedbackOf, meet, test } from './site.ts';

const chapter = '/chapters/borrow-a-boat/';

const choice = (page: Page) => page.locator('course-choice#first-guess-after-the-tap');
const right = 'The boathouse has written the reservation down.';
const wrong = 'The boat has been taken out of the shed.';
const check = (item: Locator) => item.getByRole('button', { name: 'Check' }).click();

test.describe('a choice', () => {
  test('says why a wrong option is wrong and a right one right, and counts both', async ({
    page,
  }) => {
    await page.goto(chapter);
    const item = choice(page);
    await expect(item.locator('[data-solution]')).toBeHidden();
    await check(item);
    await expect(item).toContainText('Choose an option first.');
    await item.getByText('Hint 1').click();
    await item.getByLabel(wrong).check();
    await check(item);
    await expect(feedbackOf(item)).toHaveAttribute('data-result', 'wrong');
    await expect(feedbackOf(item)).toContainText('Boats are moved by people, and later.');
    await item.getByLabel(right).check();
    await check(item);
    await expect(feedbackOf(item)).toHaveAttribute('data-result', 'right');
    await expect(feedbackOf(item)).toContainText('That is what the answer stands for.');
    await item.getByText('The answer, and why').click();
    await expect(item.locator('[data-solution-text] li')).toHaveCount(3);
    expect(await attemptsOf(page)).toMatchObject([
      { passed: false, hints: 1, solutionSeen: false },
      { passed: true, hints: 1, solutionSeen: false },
    ]);
  });

  test('remembers the answer, and a look at the solution', async ({ page }) => {
    await page.goto(chapter);
    await choice(page).getByLabel(wrong).check();
    await check(choice(page));
    await choice(page).getByText('The answer, and why').click();
    await check(choice(page));
    await expect
      .poll(async () => (await attemptsOf(page)).map(({ solutionSeen }) => solutionSeen))
      .toEqual([false, true]);
    await page.reload();
    await expect(choice(page).getByLabel(wrong)).toBeChecked();
    await expect(choice(page).locator('[data-status]')).toContainText(/(Passed|Answered) on/);
  });

  test('can be answered by keyboard alone', async ({ page }) => {
    await page.goto(chapter);
    await choice(page).getByRole('radio').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(feedbackOf(choice(page))).toBeVisible();
  });
});

test('a match gives a reason beside every entry and a score', async ({ page }) => {
  await page.goto(chapter);
  const item = await meet(page, 'which-sense-is-meant');
  const selects = item.getByRole('combobox');
  await check(item);
  await expect(item).toContainText('3 of 3 still to choose.');
  for (const select of await selects.all()) await select.selectOption('a program');
  await check(item);
  await expect(feedbackOf(item)).toContainText('2 of 3 right');
  const reasons = item.locator('[data-row]:visible');
  await expect(reasons).toContainText([
    'Only a program crashes',
    'A wish for a color',
    'Two of them run side by side',
  ]);
  await page.reload();
  await meet(page, 'which-sense-is-meant');
  await expect(selects.first()).not.toHaveValue('');
});

test('a recall keeps the text, shows the model answer, takes the rating, and comes back after a week', async ({
  page,
}) => {
  const recall = page.locator('course-recall#define-client');
  await page.clock.install({ time: new Date('2026-11-20T10:00:00Z') });
  await page.goto(chapter);
  await recall.getByRole('textbox').fill('The program that asks.');
  await recall.getByText('Reveal the model answer').click();
  await expect(recall.locator('.model')).toBeVisible();
  await recall.getByRole('button', { name: 'I had it' }).click();
  await expect(recall).toContainText('Asked again from November 27, 2026.');
  await page.reload();
  await meet(page, 'define-client');
  await expect(recall.getByRole('textbox')).toHaveValue('The program that asks.');

  await page.clock.setSystemTime(new Date('2026-11-28T10:00:00Z'));
  await page.goto('/progress/');
  await expect(page.locator('[data-due]')).toContainText('client', { ignoreCase: true });
  await page.goto(chapter);
  await meet(page, 'define-client');
  await expect(recall).toContainText('Time to try it again.');
  expect(await attemptsOf(page)).toHaveLength(1);
});

test('when the answers cannot be loaded, nothing is lost and the message says what to do', async ({
  browser,
}) => {
  const page = await browser.newPage();
  await page.route('**/answers/', (route) => route.abort());
  await page.goto(chapter);
  await choice(page).getByLabel(wrong).check();
  await check(choice(page));
  await expect(choice(page)).toContainText('The answers could not be loaded.');
  await expect(choice(page).getByLabel(wrong)).toBeChecked();
  await page.unroute('**/answers/');
  await check(choice(page));
  await expect(feedbackOf(choice(page))).toBeVisible();
  await page.close();
});

test('a full storage is said, and the answer still counts until the page closes', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(chapter);
  await choice(page).getByLabel(wrong).check();
  await check(choice(page));
  await expect(feedbackOf(choice(page))).toBeVisible();
  await expect(choice(page)).toContainText('Not stored');
});
