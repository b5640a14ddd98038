import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './site.ts';

const key = 'technical-product-manager:progress';
const empty = {
  version: 2,
  course: 'technical-product-manager',
  read: {},
  attempts: [],
  drafts: {},
  reviews: [],
  diagnostics: [],
};
const write = (page: Page, fields: object) =>
  page.addInitScript(
    ([name, text]) => localStorage.getItem(name!) ?? localStorage.setItem(name!, text!),
    [key, JSON.stringify({ ...empty, ...fields })],
  );
const answer = (activity: string, day: string, passed = true) => ({
  activity,
  at: `${day}T10:00:00.000Z`,
  score: passed ? 1 : 0,
  passed,
  answer: '0',
  hints: 0,
  solutionSeen: false,
});

/** The items of an objective, as its page names them. */
async function itemsOf(page: Page, objective: string): Promise<{ id: string; pool: string }[]> {
  await page.goto(`/objectives/${objective}/`);
  const items = await page.locator('objective-progress').getAttribute('data-items');
  return JSON.parse(items!) as { id: string; pool: string }[];
}

test('the check draws a few items, unseen ones first, and others on demand', async ({ page }) => {
  await page.goto('/objectives/query-with-sql/');
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
  await page.goto(`/objectives/query-with-sql/#${id}`);
  await page.reload();
  await expect(page.locator(`#${id}`)).toBeVisible();
});

test('mastery shows on the objective’s page, among the progress and on the map, and lapses', async ({
  page,
}) => {
  const items = await itemsOf(page, 'define-technical-terms');
  const pools = [...new Set(items.map(({ pool }) => pool))];
  const chosen = pools.slice(0, 5).map((pool) => items.find((item) => item.pool === pool)!.id);
  const attempts = chosen.map((id, place) => answer(id, `2026-11-0${place + 1}`));
  await page.evaluate(
    ([name, text]) => localStorage.setItem(name!, text!),
    [key, JSON.stringify({ ...empty, attempts })],
  );
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
    answer(chosen[0]!, '2026-11-08', false),
    answer(chosen[1]!, '2026-11-09', false),
  ];
  await page.evaluate(
    ([name, text]) => localStorage.setItem(name!, text!),
    [key, JSON.stringify({ ...empty, attempts: lapsed })],
  );
  await page.reload();
  await expect(mark).toHaveAttribute('data-mastery', 'lapsed');
});

test.describe('the review', () => {
  const read = { 'what-technical-buys-you': '2026-11-01T10:00:00.000Z' };

  test('goes by keyboard alone, mixes terms and questions, and remembers', async ({ page }) => {
    await page.clock.install({ time: new Date('2026-11-20T10:00:00Z') });
    const attempts = [answer('first-guess-after-the-tap', '2026-11-10', false)];
    await write(page, { read, attempts });
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
    await expect(summary).toContainText(/^9 cards are due/);
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
  await page.goto('/diagnostic/');
  const summary = page.locator('[data-summary]');
  await page.getByRole('button', { name: 'Start' }).press('Enter');
  await expect(summary).toHaveText('Question 1 of 24');
  await expectAccessible(page, 'course-diagnostic');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(summary).toContainText('Choose an option');
  const keys = await page.evaluate(async () => {
    const text = await (await fetch('answers/')).text();
    const answers = new DOMParser().parseFromString(text, 'text/html');
    const solutions = [...answers.querySelectorAll<HTMLElement>('[data-solution-for]')];
    return Object.fromEntries(
      solutions.map((solution) => [
        solution.dataset.solutionFor!,
        solution.querySelector<HTMLElement>('[data-right]')!.dataset.reason!,
      ]),
    );
  });
  const catalog = JSON.parse((await page.locator('[data-catalog]').textContent())!) as {
    items: { id: string; objective: string }[];
  };
  const known = ['define-technical-terms', 'query-with-sql', 'list-valued-skills'];
  for (let question = 1; question <= 24; question += 1) {
    const item = page.locator('[data-item]:not([hidden])');
    const id = (await item.getAttribute('id'))!;
    const { objective } = catalog.items.find((candidate) => candidate.id === id)!;
    if (known.includes(objective)) {
      await item.locator(`input[value="${keys[id]}"]`).check();
      await page.keyboard.press('Enter');
    } else await page.getByRole('button', { name: 'Not sure' }).click();
    if (question !== 9) continue;
    await page.getByRole('button', { name: 'Stop for now' }).click();
    await page.reload();
    await expect(summary).toContainText('15 questions are left');
    await page.getByRole('button', { name: 'Go on' }).click();
  }
  const result = page.locator('[data-result]');
  await expect(result).toContainText(
    '7 Ask one table: skip. You had 2 of 2 questions on it right.',
  );
  await expect(result).toContainText('1 What “technical” buys you: skim.');
  await expect(result).toContainText('10 Small Python: study.');
  await expect(summary).toHaveText('You had 4 of 24 right.');
  await expectAccessible(page, 'course-diagnostic');
  await page.goto('/syllabus/');
  await expect(page.locator('tr[data-chapter="ask-one-table"] [data-way]')).toHaveText('skip');

  // Chapters that may be skipped are passed over.
  await page.evaluate((name) => {
    const progress = JSON.parse(localStorage.getItem(name)!) as { read: Record<string, string> };
    const now = new Date().toISOString();
    for (const id of ['what-technical-buys-you', 'follow-one-booking', 'learn-with-ai'])
      progress.read[id] = now;
    localStorage.setItem(name, JSON.stringify(progress));
  }, key);
  await page.goto('/');
  await expect(
    page.getByRole('link', { name: 'Continue: Events, funnels, cohorts' }),
  ).toBeVisible();
  await page.goto('/diagnostic/');
  await page.getByRole('button', { name: 'Take it again, with other questions' }).click();
  const asked = await page.locator('[data-item]:not([hidden])').getAttribute('id');
  expect(catalog.items.slice(0, 1).map(({ id }) => id)).not.toContain(asked);
});
