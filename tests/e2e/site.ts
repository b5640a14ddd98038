import AxeBuilder from '@axe-core/playwright';
import { test as plain } from '@playwright/test';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { toUrl } from './sites.ts';

/** The site under its base path. */
export const underBase = toUrl('base');

/**
 * Playwright's test, with a watch on every page: an error on the console, a failed request, a
 * refused one, or one that leaves this machine fails the test.
 */
export const test = plain.extend<{ watch: string[] }>({
  watch: [
    async ({ context }, use) => {
      const problems = watch(context);
      await use(problems);
      plain.expect(problems.splice(0)).toEqual([]);
    },
    { auto: true },
  ],
});

/** The same with one page for all tests of a worker, for tests that leave nothing behind. */
export const testOnOnePage = plain.extend<object, { shared: { page: Page; problems: string[] } }>({
  shared: [
    async ({ browser }, use, { project }) => {
      const { baseURL, serviceWorkers } = project.use;
      const context = await browser.newContext({
        ...(baseURL && { baseURL }),
        ...(serviceWorkers && { serviceWorkers }),
      });
      await use({ page: await context.newPage(), problems: watch(context) });
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ shared: { page, problems } }, use) => {
    await use(page);
    plain.expect(problems.splice(0)).toEqual([]);
  },
});

/** Notes what goes wrong on the pages of a context, as it happens. */
function watch(context: BrowserContext): string[] {
  const problems: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => problems.push(`error: ${error.error().message}`));
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left takes back what it had asked for.
    if (reason !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()} ${reason}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isHere = hostname === 'localhost' || ['data:', 'blob:', 'file:'].includes(protocol);
    if (!isHere) problems.push(`off the site: ${request.url()}`);
  });
  return problems;
}

/** Goes near an exercise, as a reader does, and waits until it answers. */
export async function meet(page: Page, id: string): Promise<Locator> {
  const item = page.locator(`#${id}`);
  await item.scrollIntoViewIfNeeded();
  await page.waitForFunction((name) => document.getElementById(name)!.matches(':defined'), id);
  return item;
}

/**
 * Waits until a page has done all that it does by itself: it has loaded, the elements within a
 * screen's reach have their scripts, and nothing that was put off until then is left.
 */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('main :not(:defined)')].every((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return !element.checkVisibility() || top > 2 * innerHeight || bottom < -innerHeight;
    }),
  );
  // What waits for an idle moment was put off before this, and comes before it.
  await page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => done())));
}

/** Where an exercise says what it thinks of an answer. */
export const feedbackOf = (item: Locator): Locator => item.locator('[data-feedback]');

/** What makes the course count as accessible. */
const tags = [...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], 'best-practice'];

/** The rules whose verdict on the same markup can change with its colors, or with its colors and its layout. */
const colors = ['color-contrast', 'link-in-text-block'];
const looks = [...colors, 'target-size', 'scrollable-region-focusable'];

/** What axe looks for: everything, or what can be new where only the look or the colors have changed. */
const scopes = {
  all: { type: 'tag', values: tags },
  looks: { type: 'rule', values: looks },
  colors: { type: 'rule', values: colors },
} as const;

export type Scope = keyof typeof scopes;

/** What axe finds on a page, or in a part of it, in one theme. */
export async function findInaccessible(
  page: Page,
  theme: string,
  selector = 'html',
  scope: Scope = 'all',
): Promise<string[]> {
  await page.evaluate(async (name) => {
    document.documentElement.dataset.theme = name;
    // Tables that now scroll become focusable in the next frame, and colors change within a moment.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  }, theme);
  const { violations } = await new AxeBuilder({ page })
    .include(selector)
    .options({ resultTypes: ['violations'], runOnly: { ...scopes[scope] } })
    // There is one frame, and axe need not open a page of its own to put frames together.
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${theme} ${id} ${target.join(' ')} ${failureSummary}`,
    ),
  );
}

/** Looks at a part of a page as it is now, in both themes. */
export async function expectAccessible(page: Page, selector: string): Promise<void> {
  plain.expect(await findInaccessible(page, 'light', selector)).toEqual([]);
  plain.expect(await findInaccessible(page, 'dark', selector, 'colors')).toEqual([]);
}

export { expect } from '@playwright/test';
