import { choosing, isRight, press, write } from './lab.ts';
import { attemptsOf, readStored } from './progress.ts';
import { expect, expectAccessible, meet, settle, test } from './site.ts';

test.describe('an exercise in SQL', () => {
  const { id, query } = choosing;
  const chapter = `/${choosing.chapter}`;

  test('tells a known mistake, any other, a right query in another form, and a typed answer', async ({
    page,
  }) => {
    await page.goto(chapter);
    const item = await meet(page, id);
    const feedback = item.locator('[data-feedback]');
    await expect(item.locator('[data-solution]')).toBeHidden();

    await write(item, query("plan = 'team'"));
    await press(item, 'Check');
    await expect(feedback).toContainText('Team is one of two plans.');
    await expect(feedback).toHaveAttribute('data-result', 'wrong');

    await write(item, query("plan <> 'solo' and name < 'M'"));
    await press(item, 'Check');
    await expect(feedback).toContainText(/Your result has \d+ rows, the answer 22/);
    await expect(feedback.getByRole('rowheader')).toHaveText('One that is missing');

    await write(
      item,
      query("plan in ('team', 'multi')")
        .toUpperCase()
        .replace(/'[A-Z]+'/g, (text) => (text === "'KE'" ? text : text.toLowerCase())),
    );
    await press(item, 'Check');
    await expect(feedback).toContainText(isRight);

    await expect(item.locator('.result tbody tr')).toHaveCount(22);
    const typed = await item
      .locator('.result tbody tr')
      .evaluateAll((found) =>
        found.map((row) =>
          [...row.querySelectorAll('td')]
            .map((cell) => `'${cell.textContent.replaceAll("'", "''")}'`)
            .join(', '),
        ),
      );
    await write(item, `values (${typed.join('), (')})`);
    await press(item, 'Check');
    await expect(feedback).toContainText('wrong on a second set');
    await expect(feedback).toContainText('Or a condition is missing');
    await expect(feedback).toContainText('On the second set: ');
    await expect(feedback.getByRole('rowheader').first()).toBeVisible();
    expect((await attemptsOf(page)).map(({ passed }) => passed)).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  test('does not count what cannot run, and says where it stops', async ({ page }) => {
    await page.goto(chapter);
    const item = await meet(page, id);
    await write(item, 'select nmae from merchants');
    await press(item, 'Check');
    await expect(item.locator('.error mark')).toHaveText('nmae');
    await expect(item.locator('[data-feedback]')).toContainText('does not count as an attempt');
    expect(await attemptsOf(page)).toEqual([]);
    await expectAccessible(page, `#${id}`);
  });

  test('says why a query fails on the second set only', async ({ page }) => {
    await page.goto(chapter);
    const item = await meet(page, id);
    // The second set has 592 merchants.
    await write(
      item,
      query(
        "plan in ('team', 'multi') and 1 / ((select count(*) from merchants) - 592) is not null",
      ),
    );
    await press(item, 'Check');
    const feedback = item.locator('[data-feedback]');
    await expect(feedback).toContainText('fails on a second set');
    await expect(feedback).toContainText('divided by zero');
    await expect(feedback).not.toContainText('does not run yet');
    expect(await attemptsOf(page)).toEqual([]);
  });

  test('keeps what was written, counts hints, and shows the solution after an attempt only', async ({
    page,
  }) => {
    await page.goto(chapter);
    let item = await meet(page, id);
    await write(item, query("plan = 'multi'"));
    await expect.poll(() => readStored(page)).toContain("plan = 'multi'");
    await page.reload();
    item = await meet(page, id);
    await expect(item.locator('textarea')).toHaveValue(query("plan = 'multi'"));
    for (const hint of ['Hint 1 of 3', 'Hint 2 of 3']) await item.getByText(hint).click();
    await press(item, 'Check');
    await item.getByText('The answer, and why').click();
    await expect(item.locator('[data-solution-text]')).toContainText('One way to write it');
    await expect(item.locator('[data-solution-text] table')).toContainText('Nairobi');
    await write(item, query("plan in ('team', 'multi')"));
    await press(item, 'Check');
    expect(await attemptsOf(page)).toMatchObject([
      { passed: false, hints: 2, solutionSeen: false },
      { passed: true, hints: 2, solutionSeen: true },
    ]);
    await expectAccessible(page, `#${id}`);
  });

  test('draws the result where it asks for a chart', async ({ page }) => {
    await page.goto(chapter);
    const item = await meet(page, 'messages-by-channel');
    await write(item, 'select channel, count(*) from reminders group by channel');
    await press(item, 'Run');
    await expect(item.getByRole('img')).toHaveAttribute(
      'aria-label',
      /^Bar chart, count by channel: 2 values/,
    );
    expect(await attemptsOf(page)).toEqual([]);
  });

  test('can be done by keyboard alone', async ({ page }) => {
    await page.goto(`${chapter}#${id}`);
    const item = await meet(page, id);
    await item.locator('textarea').focus();
    await expect(item.locator('.cm-content')).toBeFocused();
    await page.keyboard.type(query("plan in ('team', 'multi'"), { delay: 2 });
    // The first Escape closes the list of names.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(item.getByRole('button', { name: 'Check' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(item.locator('[data-feedback]')).toContainText('Right');
  });

  test('says why, and shows the solution all the same, where the engine cannot start', async ({
    browser,
  }) => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      Object.defineProperty(window, 'Worker', { value: undefined });
    });
    await page.goto(chapter);
    const item = await meet(page, id);
    await write(item, query("plan = 'team'"));
    await press(item, 'Check');
    await expect(item.locator('[data-feedback]')).toContainText(
      'This browser cannot run the exercise.',
    );
    await item.getByText('The answer, and why').click();
    await expect(item.locator('[data-solution-text] table')).toContainText('Nairobi');
    expect(await attemptsOf(page)).toEqual([]);
    await page.close();
  });
});

test('a chapter with exercises sends no engine and no editor before one is used', async ({
  page,
}) => {
  const heavy = /pglite|pyodide|python_stdlib|worker|editor|language|\.bin|\.csv|files\//;
  let asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const chapter of ['ask-the-boathouse', 'decide-and-script']) {
    await page.goto(`/chapters/${chapter}/`);
    const ids = await page.locator('course-code').evaluateAll((items) => items.map(({ id }) => id));
    expect(ids).toHaveLength(2);
    for (const id of ids) await meet(page, id);
    await settle(page);
    expect(asked.filter((url) => heavy.test(url))).toEqual([]);
    await page.locator('course-code textarea').first().focus();
    await expect.poll(() => asked.some((url) => heavy.test(url))).toBe(true);
    asked = [];
  }
});
