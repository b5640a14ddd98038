import { globSync, readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { test as plain } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

const read = (path: string) => readFileSync(`dist/${path}`, 'utf8');

/** Addresses of all pages of the site under `/`, fragments left out. */
export const addresses = globSync('**/*.html', { cwd: 'dist' })
  .filter((path) => read(path).startsWith('<!DOCTYPE html>'))
  .map((path) => `/${path.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
  .sort();

/** The site under its base path. */
export const underBase = 'http://localhost:4392/course/';

/**
 * Playwright's test, with a watch on every page: an error on the console, a failed request, a
 * refused one, or one that leaves this machine fails the test.
 */
export const test = plain.extend<{ watch: string[] }>({
  watch: [
    async ({ context }, use) => {
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
      await use(problems);
      plain.expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

/** Goes near an exercise, as a reader does, and waits until it answers. */
export async function meet(page: Page, id: string): Promise<Locator> {
  const item = page.locator(`#${id}`);
  await item.scrollIntoViewIfNeeded();
  await page.waitForFunction((name) => document.getElementById(name)!.matches(':defined'), id);
  return item;
}

/** Where an exercise says what it thinks of an answer. */
export const feedbackOf = (item: Locator): Locator => item.locator('[data-feedback]');

/** What makes the course count as accessible. */
export const tags = [...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], 'best-practice'];

/** Looks at a part of a page as it is now, in both themes. */
export async function expectAccessible(page: Page, selector: string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
    // Colors change within a moment.
    await page.waitForTimeout(200);
    const { violations } = await new AxeBuilder({ page })
      .include(selector)
      .withTags(tags)
      .analyze();
    const findings = violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${theme} ${id} ${target.join(' ')} ${failureSummary}`,
      ),
    );
    plain.expect(findings).toEqual([]);
  }
}

export { expect } from '@playwright/test';
