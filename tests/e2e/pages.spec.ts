import { globSync, readFileSync } from 'node:fs';
import { expect, findInaccessible, settle, testOnOnePage as test } from './site.ts';
import type { Scope } from './site.ts';
import { sites } from './sites.ts';

const { folder } = sites.course;

/** Addresses of all pages of the course, fragments left out. */
const addresses = globSync('**/*.html', { cwd: folder })
  .filter((path) => readFileSync(`${folder}/${path}`, 'utf8').startsWith('<!DOCTYPE html>'))
  .map((path) => `/${path.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
  .sort();

/** A theme, a width, and what axe looks for there that an earlier view cannot have shown. */
type View = readonly [theme: 'light' | 'dark', width: number, scope: Scope];

const [narrow, wide] = [375, 1280];
const all: View[] = [
  ['light', narrow, 'all'],
  ['dark', narrow, 'colors'],
  ['light', wide, 'all'],
  ['dark', wide, 'colors'],
];
const halves: View[][] = [
  [
    ['light', narrow, 'all'],
    ['dark', wide, 'looks'],
  ],
  [
    ['dark', narrow, 'all'],
    ['light', wide, 'looks'],
  ],
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
function viewsOf(address: string, index: number): View[] {
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
    // What folds is opened, so that it is looked at too; of the drawers with all tables of the
    // database, which are the same in each exercise, one.
    const drawer = await page.evaluateHandle(() => {
      const [first, ...others] = document.querySelectorAll('[data-schema]');
      document.querySelectorAll('details').forEach((details) => {
        details.open = !others.includes(details);
      });
      return first?.closest('sql-lab:defined') && first;
    });
    await page.waitForFunction((filled) => !filled || filled.querySelector('[data-table]'), drawer);
    for (const [theme, width, scope] of viewsOf(address, index)) {
      await page.setViewportSize({ width, height: 900 });
      const found = await findInaccessible(page, theme, 'html', scope);
      expect(found, `${width} px`).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 800 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(320);
  });
}
