import { globSync, readFileSync } from 'node:fs';
import { expect, findInaccessible, settle, testOnOnePage as test } from './site.ts';
import { sites } from './sites.ts';

const { folder } = sites.course;

/** Addresses of all pages of the course, fragments left out. */
const addresses = globSync('**/*.html', { cwd: folder })
  .filter((path) => readFileSync(`${folder}/${path}`, 'utf8').startsWith('<!DOCTYPE html>'))
  .map((path) => `/${path.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
  .sort();

const [light, dark, narrow, wide] = ['light', 'dark', 375, 1280] as const;
const all = [light, dark].flatMap((theme) =>
  [narrow, wide].map((width) => [theme, width] as const),
);
const halves = [
  [[light, narrow] as const, [dark, wide] as const],
  [[dark, narrow] as const, [light, wide] as const],
];

/** Pages that one template makes from like data. Of some there are so many that one view each does. */
const templates = [
  [/\/documents\/(ad|adr|vendor)-/, 1],
  [/^\/glossary\/./, 1],
  [/^\/chapters\/[^/]+\/$/, 2],
  [/\/answers\/$/, 2],
  [/^\/objectives\/[^/]+\/$/, 2],
] as const;

/**
 * The views in which a page is looked at: the first page of a template in both themes at both
 * widths, as every page that has a template to itself; the others each in both, by turns.
 */
function viewsOf(address: string, index: number) {
  const template = templates.find(([pattern]) => pattern.test(address));
  const isFirst = address === addresses.find((other) => template?.[0].test(other));
  return !template || isFirst ? all : halves[index % 2]!.slice(0, template[1]);
}

for (const [index, address] of addresses.entries()) {
  test(`${address} is accessible and fits`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(address);
    await settle(page);
    // What folds is opened, so that it is looked at too, and has what it fetches by then.
    await page.evaluate(() => {
      document.querySelectorAll('details').forEach((details) => (details.open = true));
    });
    await page.waitForFunction(() =>
      [...document.querySelectorAll('sql-lab:defined [data-schema]')].every((drawer) =>
        drawer.querySelector('[data-table]'),
      ),
    );
    for (const [theme, width] of viewsOf(address, index)) {
      await page.setViewportSize({ width, height: 900 });
      expect(await findInaccessible(page, theme), `${width} px`).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 800 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(320);
  });
}
