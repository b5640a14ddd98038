import AxeBuilder from '@axe-core/playwright';
import { addresses, expect, tags, test } from './site.ts';

/**
 * Pages made by one template from like data: the first of each is looked at in both themes and
 * widths, the others in one theme each, by turns, on a phone.
 */
const likes = [/\/documents\/(ad|adr|vendor)-/, /^\/glossary\/./];
const firsts = likes.map((like) => addresses.find((address) => like.test(address)));

for (const [index, address] of addresses.entries()) {
  const isLike = likes.some((like) => like.test(address)) && !firsts.includes(address);
  const themes = isLike ? [index % 2 === 0 ? 'light' : 'dark'] : ['light', 'dark'];
  const widths = isLike ? [375] : [375, 1280];

  test(`${address} is accessible and fits`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    // What folds is opened, so that it is looked at too.
    await page.evaluate(() => {
      document.querySelectorAll('details').forEach((details) => (details.open = true));
    });
    await page.waitForLoadState('networkidle');
    for (const theme of themes) {
      await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        // Tables that now scroll become focusable in the next frame.
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
        const findings = violations.flatMap(({ id, nodes }) =>
          nodes.map(
            ({ target, failureSummary }) =>
              `${theme} ${width} ${id} ${target.join(' ')} ${failureSummary}`,
          ),
        );
        expect(findings).toEqual([]);
      }
    }
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
  });
}

test('an unknown address gets the helpful 404 page', async ({ browser }) => {
  const page = await browser.newPage();
  const response = await page.goto('http://localhost:4391/chapters/nowhere/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
  await page.getByRole('link', { name: 'The glossary' }).click();
  await expect(page).toHaveURL(/\/glossary\/$/);
});
