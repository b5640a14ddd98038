import { expect, test, underBase } from './site.ts';

test.describe('the company’s documents', () => {
  test('are narrowed by kind, author, chapter and words, and the address keeps it', async ({
    page,
  }) => {
    await page.goto('/company/');
    const list = page.locator('.documents > li');
    const all = await list.count();
    await page.getByLabel('Kind').selectOption({ label: 'Architecture decision record' });
    await expect(page.locator('.documents > li:visible')).toHaveCount(2);
    await expect(page.getByRole('status')).toHaveText(`2 of ${all} documents`);
    await page.getByLabel('Find').fill('overlap');
    await expect(page.locator('.documents > li:visible')).toHaveCount(1);
    await page.reload();
    await expect(page.locator('.documents > li:visible')).toHaveCount(1);
    await page.getByLabel('Find').fill('zzzz');
    await page.getByRole('button', { name: 'Show all documents' }).click();
    await expect(page.locator('.documents > li:visible')).toHaveCount(all);
  });

  test('have passages to link, and show the one that is linked', async ({ page }) => {
    await page.goto('/company/documents/rfc-1/');
    await page.getByRole('link', { name: 'Link to 2.3' }).click();
    await expect(page).toHaveURL(/#p2-3$/);
    await page.goto('/company/documents/rfc-1/#p4-1');
    await expect(page.locator('#p4-1')).toBeInViewport();
    const color = (selector: string) =>
      page.locator(selector).evaluate((node) => getComputedStyle(node).backgroundColor);
    expect(await color('#p4-1 > .words')).not.toBe(await color('#p4-2 > .words'));
  });

  test('are found by the search under their own kind', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: 'Search the course' });
    await dialog.getByRole('searchbox').fill('RFC-1');
    const hit = dialog.locator('li', { hasText: 'One boat, one party' }).first();
    await expect(hit.locator('.kind')).toHaveText('Document');
    await dialog.getByRole('button', { name: 'Documents' }).click();
    await dialog.getByRole('listitem').first().getByRole('link').click();
    await expect(page).toHaveURL(/\/company\/documents\/rfc-1\/$/);
  });

  test('walk through a sequence step by step', async ({ page }) => {
    await page.goto('/company/documents/rfc-1/');
    const diagram = page.locator('#two-parties');
    await diagram.getByRole('button', { name: 'Walk through it' }).click();
    await expect(diagram.locator('.steps li:visible')).toHaveCount(1);
    await expect(diagram.locator('.drawing.wide .edge.on')).toHaveCount(1);
    await page.keyboard.press('ArrowRight');
    await expect(diagram.locator('.drawing.wide .badge.on')).toHaveText('2');
  });

  test('keep their planted flaws to themselves', async ({ page, request }) => {
    await page.goto('/company/documents/rfc-1/');
    const html = await page.content();
    expect(html).not.toMatch(/\bflaws?:|planted|explanation:/i);
    const course = await (await request.get('/course.json')).text();
    expect(course).not.toMatch(/"(flaws|sound|truth|quote)"/);
  });

  test('are whole without JavaScript', async ({ browser }) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto('/company/');
    await expect(page.locator('form.filters')).toBeHidden();
    await expect(page.locator('.documents > li:visible')).toHaveCount(4);
    await page.goto('/company/documents/inc-1/');
    await expect(page.locator('.chart svg').first()).toBeVisible();
    await page.locator('.chart summary').first().click();
    await expect(page.locator('.chart table').first()).toContainText('09:00');
    await page.close();
  });
});

test.describe('the practice database', () => {
  test('can be taken away in three forms', async ({ page }) => {
    await page.goto('/company/data/');
    for (const [name, start] of [
      ['slotlark.sql', 'begin;'],
      ['slotlark-csv.zip', 'PK'],
      ['slotlark.sqlite', 'SQLite format 3'],
    ] as const) {
      const link = page.locator(`a[href$="/${name}"]`);
      const waiting = page.waitForEvent('download');
      await link.click();
      const stream = await (await waiting).createReadStream();
      const [chunk] = (await stream.take(1).toArray()) as [Buffer];
      expect(chunk.toString('latin1').startsWith(start), name).toBe(true);
    }
  });

  test('has tables that lead to the tables they name', async ({ page }) => {
    await page.goto('/company/data/');
    await page.locator('#bookings dd a', { hasText: 'staff' }).click();
    await expect(page).toHaveURL(/#staff$/);
    await expect(page.locator('#staff')).toBeInViewport();
  });
});

test('under a base path, links between documents arrive', async ({ page }) => {
  await page.goto(`${underBase}company/documents/rfc-1/`);
  await page.getByRole('link', { name: 'ADR-2' }).first().click();
  await expect(page).toHaveURL(/\/course\/company\/documents\/adr-2\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ADR-2');
});
