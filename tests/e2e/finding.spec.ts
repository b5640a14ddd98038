import { expect, settle, test, underBase } from './site.ts';

test.describe('search', () => {
  test('loads nothing before it is opened', async ({ page }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const asked = () =>
      requests.filter((url) => /pagefind|search/.test(url) && !url.includes('SearchDialog'));
    await page.goto('/chapters/borrow-a-boat/');
    await settle(page);
    expect(asked()).toEqual([]);
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await expect.poll(() => asked().length).toBeGreaterThan(2);
  });

  test('puts the exact term first, then the passage', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: 'Search the course' });
    await dialog.getByRole('searchbox').fill('idempotent');
    const first = dialog.getByRole('listitem').first();
    await expect(first).toContainText('Term');
    await expect(first).toContainText('idempotency key');
    await expect(dialog.locator('li', { hasText: 'Passage' }).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/glossary\/idempotency-key\/$/);
  });

  test('mends a typing error and says so', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('idempotant');
    await expect(page.getByRole('dialog')).toContainText('Showing “idempotent”');
    await expect(page.getByRole('dialog').getByRole('listitem').first()).toContainText(
      'idempotency key',
    );
  });

  test('filters by kind, walks by arrow keys, closes by Escape', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Search' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill('boat');
    await dialog.getByRole('button', { name: 'Chapters' }).click();
    await expect(dialog.locator('li .kind').first()).toHaveText('Chapter');
    for (const kind of await dialog.locator('li .kind').allInnerTexts())
      expect(kind).toBe('Chapter');
    await dialog.getByRole('searchbox').focus();
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('listitem').first().getByRole('link')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(dialog.getByRole('searchbox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test('says what to try when nothing is found, and takes hostile words as words', async ({
    page,
  }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('qqqqwxyz');
    await expect(page.getByRole('dialog')).toContainText('Try one word');
    await page.getByRole('searchbox').fill('<img src=x onerror=alert(1)> cache');
    await expect(page.locator('search-dialog .note')).not.toContainText('…');
    await expect(page.getByRole('dialog').locator('img')).toHaveCount(0);
  });

  test('works under a base path', async ({ page }) => {
    await page.goto(underBase);
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('a note for the warden');
    await page.getByRole('searchbox').fill('timeout');
    const passage = page.getByRole('dialog').locator('li', { hasText: 'Passage' }).first();
    await expect(passage).toBeVisible();
    await passage.getByRole('link').click();
    await expect(page).toHaveURL(
      new RegExp(`^${underBase}(chapters|glossary|objectives|company)/`),
    );
    expect((await page.request.get(page.url())).status()).toBe(200);
  });

  test('keeps what is typed before it is there, and stays when a selection leaves it', async ({
    page,
  }) => {
    await page.goto('/');
    await page.keyboard.type('/idempo');
    const dialog = page.getByRole('dialog', { name: 'Search the course' });
    const field = dialog.getByRole('searchbox');
    await expect(field).toHaveValue('idempo');
    await expect(dialog.getByRole('listitem').first()).toContainText('idempotency key');
    const { x, y, height } = (await field.boundingBox())!;
    await page.mouse.move(x + 60, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(2, y + height / 2, { steps: 4 });
    await page.mouse.up();
    await expect(dialog).toBeVisible();
    await page.mouse.click(2, y + height / 2);
    await expect(dialog).toBeHidden();
  });

  test('does not take over a slash that is typed into a field', async ({ page }) => {
    await page.goto('/glossary/');
    await page.getByLabel('Find').fill('');
    await page.getByLabel('Find').press('/');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test.describe('the glossary', () => {
  test('filters while typing and keeps the filter in the address', async ({ page }) => {
    await page.goto('/glossary/');
    const all = await page.locator('.cards > li:visible').count();
    await page.getByLabel('Find').fill('idempotent');
    await expect(page.locator('#idempotency-key')).toBeVisible();
    await expect(page).toHaveURL(/text=idempotent/);
    await page.reload();
    await expect(page.getByLabel('Find')).toHaveValue('idempotent');
    expect(await page.locator('.cards > li:visible').count()).toBeLessThan(all);
    await page.getByLabel('Find').fill('zzzz');
    await page.getByRole('button', { name: 'Show all terms' }).click();
    await expect(page.locator('.cards > li:visible')).toHaveCount(all);
  });

  test('filters by topic, chapter and letter, and ignores what it does not know', async ({
    page,
  }) => {
    await page.goto('/glossary/?letter=C&chapter=ask-the-boathouse');
    await expect(page.locator('.cards > li:visible')).toHaveCount(1);
    await expect(page.locator('#column')).toBeVisible();
    await page.goto('/glossary/?topic=%22%3E%3Cscript%3E&letter=%C3%9F&chapter=nowhere');
    await expect(page.locator('[data-count]')).toHaveText(/^\d+ terms$/);
  });
});

test.describe('the map', () => {
  test('lights the trail of a skill, in a sentence and in the address', async ({ page }) => {
    await page.goto('/syllabus/');
    await page.getByLabel('Skill').selectOption('P1');
    await expect(page.locator('[data-trail]')).toContainText(
      'P1 Use SQL to count boats and trips: taught in 2',
    );
    await expect(page).toHaveURL(/objective=P1/);
    await expect(page.locator('tr[data-lit]')).toHaveCount(2);
    await page.reload();
    await expect(page.getByLabel('Skill')).toHaveValue('P1');
    await page.getByLabel('Skill').selectOption('');
    await expect(page.locator('tr[data-lit]')).toHaveCount(0);
  });

  test('lights what a chapter builds on, and a topic', async ({ page }) => {
    await page.goto('/syllabus/?chapter=decide-and-script');
    await expect(page.locator('[data-trail]')).toHaveText('Chapter 3 builds on 1, 2.');
    await page.getByLabel('Topic').selectOption('data');
    await expect(page.locator('[data-trail]')).toContainText('comes in chapters 2, 3.');
    await expect(page.getByLabel('Chapter')).toHaveValue('');
  });

  test('ignores a choice it does not know', async ({ page }) => {
    await page.goto('/syllabus/?objective=%3Cimg%20src=x%3E&topic=nowhere');
    await expect(page.locator('[data-trail]')).toContainText('Choose a skill');
    await expect(page.locator('tr[data-lit]')).toHaveCount(0);
  });
});
