import type { Page } from '@playwright/test';
import { expect, meet, test } from './site.ts';

const chapter = '/chapters/follow-one-booking/';
const key = 'technical-product-manager:progress';

const stored = (page: Page) =>
  page.evaluate(
    (name) =>
      JSON.parse(localStorage.getItem(name) ?? 'null') as {
        attempts: { passed: boolean; hints: number; solutionSeen: boolean }[];
      },
    key,
  );

const choice = (page: Page) => page.locator('course-choice#first-guess-after-the-tap');

/** The number of the right option, from the answers page. */
async function rightOption(page: Page, id: string): Promise<number> {
  return page.evaluate(async (activity) => {
    const html = await (await fetch('answers/')).text();
    const answers = new DOMParser().parseFromString(html, 'text/html');
    const right = answers.querySelector<HTMLElement>(
      `[data-solution-for="${activity}"] [data-right]`,
    );
    return Number(right?.dataset.reason);
  }, id);
}

test.describe('a choice', () => {
  test('says why a wrong option is wrong and a right one right, and counts both', async ({
    page,
  }) => {
    await page.goto(chapter);
    const item = choice(page);
    await expect(item.locator('[data-solution]')).toBeHidden();
    await item.getByRole('button', { name: 'Check' }).click();
    await expect(item).toContainText('Choose an option first.');
    const right = await rightOption(page, 'first-guess-after-the-tap');
    await item.getByText('Hint 1').click();
    await item
      .getByRole('radio')
      .nth((right + 1) % 3)
      .check();
    await item.getByRole('button', { name: 'Check' }).click();
    const feedback = item.locator('[data-feedback]');
    await expect(feedback).toHaveAttribute('data-result', 'wrong');
    expect((await feedback.innerText()).split(' ').length).toBeGreaterThan(6);
    await item.getByRole('radio').nth(right).check();
    await item.getByRole('button', { name: 'Check' }).click();
    await expect(feedback).toHaveAttribute('data-result', 'right');
    await item.getByText('The answer, and why').click();
    await expect(item.locator('[data-solution-text] li')).toHaveCount(3);
    expect((await stored(page)).attempts).toMatchObject([
      { passed: false, hints: 1, solutionSeen: false },
      { passed: true, hints: 1, solutionSeen: false },
    ]);
  });

  test('remembers the answer, and a look at the solution', async ({ page }) => {
    await page.goto(chapter);
    await choice(page).getByRole('radio').nth(2).check();
    await choice(page).getByRole('button', { name: 'Check' }).click();
    await choice(page).getByText('The answer, and why').click();
    await choice(page).getByRole('button', { name: 'Check' }).click();
    expect((await stored(page)).attempts.map(({ solutionSeen }) => solutionSeen)).toEqual([
      false,
      true,
    ]);
    await page.reload();
    await expect(choice(page).getByRole('radio').nth(2)).toBeChecked();
    await expect(choice(page).locator('[data-status]')).toContainText(/(Passed|Answered) on/);
  });

  test('can be answered by keyboard alone', async ({ page }) => {
    await page.goto(chapter);
    await choice(page).getByRole('radio').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(choice(page).locator('[data-feedback]')).toBeVisible();
  });
});

test('a match gives a reason beside every entry and a score', async ({ page }) => {
  await page.goto(chapter);
  const id = (await page.locator('course-match').first().getAttribute('id'))!;
  const item = await meet(page, id);
  const selects = item.locator('select');
  const count = await selects.count();
  await item.getByRole('button', { name: 'Check' }).click();
  await expect(item).toContainText(`${count} of ${count} still to choose.`);
  for (let index = 0; index < count; index += 1)
    await selects.nth(index).selectOption({ index: 1 });
  await item.getByRole('button', { name: 'Check' }).click();
  await expect(item.locator('[data-feedback]')).toContainText(`of ${count} right`);
  await expect(item.locator('[data-row]:visible')).toHaveCount(count);
  for (const row of await item.locator('[data-row]').all()) {
    expect((await row.innerText()).split(' ').length).toBeGreaterThan(3);
  }
  await page.reload();
  await meet(page, id);
  await expect(selects.first()).not.toHaveValue('');
});

test.describe('a recall', () => {
  const recall = (page: Page) => page.locator('course-recall#define-client');

  test('keeps the text, shows the model answer, takes the rating, and comes back after a week', async ({
    page,
  }) => {
    await page.clock.install({ time: new Date('2026-11-20T10:00:00Z') });
    await page.goto(chapter);
    await recall(page).getByRole('textbox').fill('The program that asks.');
    await recall(page).getByText('Reveal the model answer').click();
    await expect(recall(page).locator('.model')).toBeVisible();
    await recall(page).getByRole('button', { name: 'I had it' }).click();
    await expect(recall(page)).toContainText('Asked again from November 27, 2026.');
    await page.reload();
    await meet(page, 'define-client');
    await expect(recall(page).getByRole('textbox')).toHaveValue('The program that asks.');

    await page.clock.setSystemTime(new Date('2026-11-28T10:00:00Z'));
    await page.goto('/progress/');
    await expect(page.locator('[data-due]')).toContainText('client', { ignoreCase: true });
    await page.goto(chapter);
    await meet(page, 'define-client');
    await expect(recall(page)).toContainText('Time to try it again.');
    expect((await stored(page)).attempts).toHaveLength(1);
  });
});

test('when the answers cannot be loaded, nothing is lost and the message says what to do', async ({
  browser,
}) => {
  const page = await browser.newPage();
  await page.route('**/answers/', (route) => route.abort());
  await page.goto(`http://localhost:4391${chapter}`);
  await choice(page).getByRole('radio').first().check();
  await choice(page).getByRole('button', { name: 'Check' }).click();
  await expect(choice(page)).toContainText('The answers could not be loaded.');
  await expect(choice(page).getByRole('radio').first()).toBeChecked();
  await page.unroute('**/answers/');
  await choice(page).getByRole('button', { name: 'Check' }).click();
  await expect(choice(page).locator('[data-feedback]')).toBeVisible();
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
  await choice(page).getByRole('radio').first().check();
  await choice(page).getByRole('button', { name: 'Check' }).click();
  await expect(choice(page).locator('[data-feedback]')).toBeVisible();
  await expect(choice(page)).toContainText('Not stored');
});
