import type { Page } from '@playwright/test';
import { answerOn, key, toProgress, writeBefore } from './progress.ts';
import { expect, expectAccessible, test } from './site.ts';

/** Changes what the page's browser has stored. */
const store = (page: Page, fields: Parameters<typeof toProgress>[0]) =>
  page.evaluate(
    ([name, text]) => localStorage.setItem(name!, text!),
    [key, JSON.stringify(toProgress(fields))],
  );

/** The items of an objective, as its page names them. */
async function itemsOf(page: Page, objective: string): Promise<{ id: string; pool: string }[]> {
  await page.goto(`/objectives/${objective}/`);
  const items = await page.locator('objective-progress').getAttribute('data-items');
  return JSON.parse(items!) as { id: string; pool: string }[];
}

test('the check draws a few items, unseen ones first, and others on demand', async ({ page }) => {
  await page.goto('/objectives/recall-words/');
  const shown = () =>
    page
      .locator('objective-check .activity:not([hidden])')
      .evaluateAll((items) => items.map(({ id }) => id));
  const first = await shown();
  expect(first).toHaveLength(5);
  await page.getByRole('button', { name: 'Draw others' }).click();
  const second = await shown();
  expect(second).toHaveLength(5);
  expect(second.filter((id) => first.includes(id))).toEqual([]);
  await expectAccessible(page, 'objective-check');
  const hidden = page.locator('objective-check .activity[hidden]').first();
  const id = (await hidden.getAttribute('id'))!;
  await page.goto(`/objectives/recall-words/#${id}`);
  await page.reload();
  await expect(page.locator(`#${id}`)).toBeVisible();
});

test('mastery shows on the objective’s page, among the progress and on the map, and lapses', async ({
  page,
}) => {
  const items = await itemsOf(page, 'recall-words');
  const pools = [...new Set(items.map(({ pool }) => pool))];
  const chosen = pools.slice(0, 5).map((pool) => items.find((item) => item.pool === pool)!.id);
  const attempts = chosen.map((id, place) => answerOn(`2026-11-0${place + 1}`, id));
  await store(page, { attempts });
  await page.reload();
  const status = page.locator('objective-progress');
  await expect(status).toContainText('Mastered: 5 of your last 5 first answers right.');
  await expect(page.getByRole('meter')).toHaveJSProperty('value', 5);
  await page.goto('/progress/');
  await expect(page.locator('.skills')).toContainText('Mastered: 5 of your last 5');
  await expect(page.locator('[data-weeks]').getByRole('img')).toBeVisible();
  await page.goto('/syllabus/');
  const mark = page.locator('a[data-objective="R1"]').first();
  await expect(mark).toHaveAttribute('data-mastery', 'mastered');
  await expect(mark).toContainText(', mastered');

  const lapsed = [
    ...attempts,
    answerOn('2026-11-08', chosen[0]!, false),
    answerOn('2026-11-09', chosen[1]!, false),
  ];
  await store(page, { attempts: lapsed });
  await page.reload();
  await expect(mark).toHaveAttribute('data-mastery', 'lapsed');
});

test.describe('the review', () => {
  const [at, later] = ['2026-11-01T10:00:00.000Z', '2026-11-02T10:00:00.000Z'];
  const read = { 'borrow-a-boat': at, 'ask-the-boathouse': later };

  test('goes by keyboard alone, mixes terms and questions, and remembers', async ({ page }) => {
    await page.clock.install({ time: new Date('2026-11-20T10:00:00Z') });
    const attempts = [answerOn('2026-11-10', 'first-guess-after-the-tap', false)];
    await writeBefore(page, { read, attempts });
    await page.goto('/review/');
    const summary = page.locator('[data-summary]');
    await expect(summary).toContainText('9 cards are due, 8 of them new: about 3 minutes.');
    await page.getByRole('button', { name: 'Begin' }).focus();
    await page.keyboard.press('Enter');

    const question = page.locator('course-choice');
    await expect(question.getByRole('radio').first()).toBeFocused();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(question.locator('[data-feedback]')).toBeVisible();
    await expectAccessible(page, 'course-review');
    await page.getByRole('button', { name: 'Next card' }).press('Enter');

    for (const rating of ['3', '1', '4']) {
      await expect(page.getByRole('button', { name: 'Show' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: /^1 Again/ })).toBeFocused();
      if (rating === '3') await expectAccessible(page, 'course-review');
      await page.keyboard.press(rating);
    }
    // The one that was not known waits at the end.
    await expect(summary).toHaveText('4 done, 6 to go.');
    await page.reload();
    await expect(summary).toContainText('5 cards are due');
    await page.clock.setSystemTime(new Date('2026-11-21T10:00:00Z'));
    await page.reload();
    await expect(summary).toContainText(/^8 cards are due, 6 of them new/);
  });

  test('says what to do when nothing is due', async ({ page }) => {
    await page.goto('/review/');
    await expect(page.locator('[data-summary]')).toContainText('Nothing is due today.');
    await expect(page.getByRole('button', { name: 'Begin' })).toBeHidden();
  });
});

test('the diagnostic can be stopped and resumed, gives a route, and the course follows it', async ({
  page,
}) => {
  /** Some of the questions, and what is right. Whoever sees another one is not sure. */
  const known = [
    ['Which of these is a client?', 'A program that asks another one.'],
    ['Which of these is a server?', 'A program that waits for questions.'],
    ['What does where do?', 'It keeps rows that pass.'],
    ['What does in (…) ask?', 'Whether a value is one of several.'],
    ['What does count(*) count?', 'Rows.'],
    ['What does group by make?', 'One line for each value.'],
  ] as const;
  const question = page.locator('[data-item]:visible');
  const answer = async () => {
    const text = await question.innerText();
    const [, right] = known.find(([asked]) => text.startsWith(asked)) ?? [];
    if (right) {
      await question.getByLabel(right).check();
      await page.keyboard.press('Enter');
    } else await page.getByRole('button', { name: 'Not sure' }).click();
    return text;
  };
  await page.goto('/diagnostic/');
  const summary = page.locator('[data-summary]');
  await page.getByRole('button', { name: 'Start' }).press('Enter');
  await expect(summary).toHaveText('Question 1 of 4');
  await expectAccessible(page, 'course-diagnostic');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(summary).toContainText('Choose an option');
  const first = await answer();
  await expect(summary).toHaveText('Question 2 of 4');
  await page.getByRole('button', { name: 'Stop for now' }).click();
  await page.reload();
  await expect(summary).toContainText('3 questions are left');
  await page.getByRole('button', { name: 'Go on' }).click();
  for (const place of [2, 3, 4]) {
    await expect(summary).toHaveText(`Question ${place} of 4`);
    await answer();
  }
  const result = page.locator('[data-result]');
  await expect(result).toContainText(
    '2 Ask the boathouse: skip. You had 2 of 2 questions on it right.',
  );
  await expect(result).toContainText('1 Borrow a boat: skim.');
  await expect(result).toContainText('3 Decide and script: study.');
  await expect(summary).toHaveText('You had 3 of 4 right.');
  await expectAccessible(page, 'course-diagnostic');
  await page.goto('/syllabus/');
  await expect(page.locator('tr[data-chapter="ask-the-boathouse"] [data-way]')).toHaveText('skip');

  // Chapters that may be skipped are passed over.
  await page.goto('/chapters/borrow-a-boat/');
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Continue: Decide and script' })).toBeVisible();
  await page.goto('/diagnostic/');
  await page.getByRole('button', { name: 'Take it again, with other questions' }).click();
  await expect(question).toBeVisible();
  await expect(question).not.toContainText(first.split('\n')[0]!);
});
