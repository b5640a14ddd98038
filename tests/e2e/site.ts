import { globSync, readFileSync } from 'node:fs';
import { test as plain } from '@playwright/test';

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
        const isHere = hostname === 'localhost' || ['data:', 'blob:'].includes(protocol);
        if (!isHere) problems.push(`off the site: ${request.url()}`);
      });
      await use(problems);
      plain.expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
