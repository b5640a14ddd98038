import { expect, test, underBase } from './site.ts';

const chapter = '/chapters/borrow-a-boat/';

test.describe('term cards', () => {
  test('pointing shows the card in the margin, clear of the text, and leaving hides it', async ({
    page,
  }) => {
    await page.clock.install();
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(chapter);
    const term = page.locator('a.term[data-term="client"]').first();
    await term.hover();
    const card = page.locator('[data-shown] .term-card');
    await expect(card).toBeVisible();
    await expect(card).toContainText('Client');
    const [cardBox, textBox] = [
      await card.boundingBox(),
      await page.locator('.prose').boundingBox(),
    ];
    expect(cardBox!.x).toBeGreaterThan(textBox!.x + textBox!.width);
    await card.hover();
    // It has been left for longer than a card waits.
    await page.clock.runFor(2_000);
    await expect(card).toBeVisible();
    await page.mouse.move(200, 5);
    await expect(card).toBeHidden();
  });

  test('the keyboard shows it on focus, describes the link by it, and Escape closes it', async ({
    page,
  }) => {
    await page.goto(chapter);
    const term = page.locator('a.term[data-term="server"]').first();
    await term.focus();
    await expect(page.locator('[data-shown] .term-card')).toBeVisible();
    await expect(term).toHaveAccessibleDescription(/program/);
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-shown] .term-card')).toBeHidden();
    await expect(term).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/glossary\/server\/$/);
  });

  test('a tap shows it away from the line, and its link leads to the entry', async ({
    browser,
  }) => {
    const page = await browser.newPage({
      hasTouch: true,
      isMobile: true,
      viewport: { width: 375, height: 720 },
    });
    await page.goto(chapter);
    const term = page.locator('a.term[data-term="cache"]').first();
    await term.scrollIntoViewIfNeeded();
    await term.tap();
    const card = page.locator('[data-shown] .term-card');
    await expect(card).toBeVisible();
    const [cardBox, termBox] = [(await card.boundingBox())!, (await term.boundingBox())!];
    const isApart =
      cardBox.y > termBox.y + termBox.height || cardBox.y + cardBox.height < termBox.y;
    expect(isApart).toBe(true);
    await card.getByRole('link').tap();
    await expect(page).toHaveURL(/\/glossary\/cache\/$/);
    await page.close();
  });
});

test.describe('the diagram', () => {
  test('walks through the steps by button and by key', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(chapter);
    const diagram = page.locator('course-diagram');
    await expect(diagram.locator('.steps li')).toHaveCount(5);
    await diagram.getByRole('button', { name: 'Walk through it' }).click();
    await expect(diagram.locator('.steps li:visible')).toHaveCount(1);
    const lit = diagram.locator('.drawing.wide .edge.on');
    for (let step = 2; step <= 4; step += 1) await page.keyboard.press('ArrowRight');
    await expect(diagram.locator('.steps li:visible')).toContainText('A note for the warden');
    await expect(lit).toHaveAttribute('data-edge', 'leave-note');
    await page.keyboard.press('ArrowLeft');
    await expect(lit).toHaveAttribute('data-edge', 'look-up');
    await diagram.getByRole('button', { name: 'Show all steps' }).click();
    await expect(diagram.locator('.steps li:visible')).toHaveCount(5);
    await expect(diagram.locator('.edge.on')).toHaveCount(0);
  });

  test('opens the card of a part', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(chapter);
    await page.locator('.drawing.wide a[data-term="queue"]').hover();
    await expect(page.locator('[data-shown] .term-card')).toContainText('Queue');
  });

  test('keeps words at 12 px or more on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 800 });
    await page.goto(chapter);
    const scale = await page.locator('.drawing.narrow').evaluate((svg) => {
      const drawing = svg as SVGSVGElement;
      return drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
    });
    expect(scale * 12).toBeGreaterThanOrEqual(11.99);
  });
});

test('without the script everything can be read, and every answer found', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(chapter);
  await expect(page.locator('.drawing.wide')).toBeVisible();
  await expect(page.locator('.steps li:visible')).toHaveCount(5);
  await expect(page.getByText('The diagram in words')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check' })).toHaveCount(0);
  const answers = page.getByRole('link', { name: 'The answer, and why' }).first();
  await answers.click();
  await expect(page).toHaveURL(/answers\/#[a-z-]+$/);
  await expect(page.locator(':target')).toContainText('Right.');
  await page.goto('/glossary/');
  await expect(page.locator('.term-card:visible').first()).toBeVisible();
  await page.goto('/syllabus/');
  await expect(page.getByRole('table')).toContainText('Plan the season');
  await page.close();
});

test('the reader’s theme holds from page to page', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.getByLabel('Theme').first().selectOption('dark');
  await page.goto(chapter);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByLabel('Theme').first().selectOption('');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('the menu on a phone leads everywhere', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 720 });
  await page.goto('/glossary/');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Borrow a boat' }).click();
  await expect(page).toHaveURL(new RegExp(`${chapter}$`));
});

test('chapters follow each other, and the keyboard reaches the text first', async ({ page }) => {
  await page.goto(chapter);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page).toHaveURL(/\/chapters\/ask-the-boathouse\/$/);
});

test('under a base path, links, cards and answers stay under it', async ({ page }) => {
  await page.goto(underBase);
  await page.getByRole('link', { name: 'Start with chapter 1' }).click();
  await expect(page).toHaveURL(`${underBase}chapters/borrow-a-boat/`);
  // The page that was made ready may still be starting its scripts.
  await page.waitForLoadState();
  await page.locator('a[data-term]').first().focus();
  await expect(page.locator('[data-shown] .term-card')).toBeVisible();
  await page.locator('course-choice input').first().check();
  await page.locator('course-choice').first().getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('course-choice').first().locator('[data-feedback]')).toBeVisible();
});

test('an unknown address gets the helpful 404 page', async ({ browser }) => {
  const page = await browser.newPage();
  const response = await page.goto('/chapters/nowhere/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
  await page.getByRole('link', { name: 'The glossary' }).click();
  await expect(page).toHaveURL(/\/glossary\/$/);
  await page.close();
});
