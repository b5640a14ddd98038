import { attemptsOf, press, write } from './lab.ts';
import { expect, expectAccessible, meet, test } from './site.ts';

test.setTimeout(120_000);

test.describe('an exercise in SQL', () => {
  const chapter = '/chapters/ask-one-table/';
  const id = 'task-callum-in-kenya';
  const query = (condition: string) =>
    `select name, town, plan from merchants where country = 'KE' and ${condition}`;

  test('tells a known mistake, any other, a right query in another form, and a typed answer', async ({
    page,
  }) => {
    await page.goto(chapter);
    const item = await meet(page, id);
    const feedback = item.locator('[data-feedback]');
    await expect(item.locator('[data-solution]')).toBeHidden();

    await write(item, query("plan = 'team'"));
    await press(item, 'Check');
    await expect(feedback).toContainText('Team is one of the two plans');
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
    await expect(feedback).toContainText('Right, on the data you see and on a second set.');

    await page.waitForTimeout(700);
    const rows = await item.locator('.result tbody tr').count();
    expect(rows).toBe(22);
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

  test('keeps what was written, counts hints, and shows the solution after an attempt only', async ({
    page,
  }) => {
    await page.goto(chapter);
    let item = await meet(page, id);
    await write(item, query("plan = 'multi'"));
    await page.waitForTimeout(800);
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
    const item = await meet(page, 'task-reminders-without-receipt');
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
    await expect(item.locator('[data-feedback]')).toContainText('Right', { timeout: 60_000 });
  });

  test('says why, and shows the solution all the same, where the engine cannot start', async ({
    browser,
  }) => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      Object.defineProperty(window, 'Worker', { value: undefined });
    });
    await page.goto(`http://localhost:4391${chapter}`);
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
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  for (const chapter of ['ask-one-table', 'small-python']) {
    await page.goto(`/chapters/${chapter}/`);
    const ids = await page.locator('course-code').evaluateAll((items) => items.map(({ id }) => id));
    for (const id of ids) await meet(page, id);
    await page.waitForLoadState('networkidle');
  }
  expect(
    requests.filter((url) =>
      /pglite|pyodide|python_stdlib|worker|editor|language|\.bin|\.csv|files\//.test(url),
    ),
  ).toEqual([]);
});
