import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as plain } from '@playwright/test';
import type { Page } from '@playwright/test';
import { serve } from '../../src/cli/server.ts';
import { writeInstalled } from '../../src/exports/installed/index.ts';
import { settle } from './site.ts';
import { ownPort, sites } from './sites.ts';
import type { SiteName } from './sites.ts';

/** A site with a server of its own, which can be stopped and can publish a changed site. */
export interface Site {
  url: string;
  /** Where its files are. */
  folder: string;
  stop: () => void;
  /** Publishes the start page with other words, as a new version or one that is not to be kept. */
  publish: (heading: string, options?: { isOff: boolean }) => Promise<void>;
}

async function open(name: SiteName): Promise<Site & { close: () => void }> {
  const { folder: source, base } = sites[name];
  const folder = mkdtempSync(join(tmpdir(), 'course-installed-'));
  // What browsers do not keep stays out: preview images, and what readers take away as files.
  cpSync(source, folder, {
    recursive: true,
    filter: (path) => !/\/(og|slotlark[.-][a-z.]+|offline\/[^/]+\.zip)$/.test(path),
  });
  // Ports apart: where one test has stopped its server, another one must not answer.
  const { server, url } = await serve({ folder, base }, ownPort(plain.info().parallelIndex));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return {
    url,
    folder,
    stop,
    async publish(heading, options = { isOff: false }) {
      const page = join(folder, 'glossary/index.html');
      const html = readFileSync(page, 'utf8');
      writeFileSync(page, html.replace(/(<h1[^>]*>)[^<]*/, `$1${heading}`));
      await writeInstalled(folder, base, options);
    },
    close() {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Playwright's test with sites of its own. A request to another host, or an error, fails it. */
export const test = plain.extend<{ site: Site; siteUnderBase: Site; watch: string[] }>({
  serviceWorkers: 'allow',
  async site({}, use) {
    const site = await open('fixture');
    await use(site);
    site.close();
  },
  async siteUnderBase({}, use) {
    const site = await open('base');
    await use(site);
    site.close();
  },
  watch: [
    async ({ context }, use) => {
      const problems: string[] = [];
      context.on('weberror', (error) => problems.push(`error: ${error.error().stack}`));
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

/** Visits a page and waits until the browser keeps the site. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    await serviceWorker.ready;
    if (serviceWorker.controller) return;
    await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve));
  });
}

/** Fetches the labs by the button. */
export async function fetchEverything(page: Page, { url }: Site): Promise<void> {
  await visit(page, `${url}offline/`);
  await page.getByRole('button', { name: 'Make everything available offline' }).click();
  await plain
    .expect(page.locator('[data-state]'))
    .toContainText('Everything opens without a network');
}

/**
 * Waits until a page has met another version than its own, has asked that for its name, and has had
 * time to tell the reader of it: what it has not told by then, it keeps to itself.
 */
export async function hearOfVersion(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/update-notice')),
  );
  await settle(page);
  await page.evaluate(async () => {
    const { waiting, active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    // Workers answer in order, and the page has asked before.
    (waiting ?? active)!.postMessage({ type: 'VERSION' }, [port2]);
    await new Promise((resolve) => (port1.onmessage = resolve));
  });
  await settle(page);
}

/** How many workers a page has asked the browser for, and how many the browser has for it. */
export async function workersOf(page: Page): Promise<{ asked: number; kept: number }> {
  return page.evaluate(async () => ({
    asked: (window as { asked?: number }).asked ?? 0,
    kept: (await navigator.serviceWorker.getRegistrations()).length,
  }));
}

/** Counts in `window.asked` how often a page asks the browser for a worker. */
export const countWorkers = (page: Page) =>
  page.addInitScript(() => {
    const { serviceWorker } = navigator;
    const register = serviceWorker.register.bind(serviceWorker);
    serviceWorker.register = (...args) => {
      const counted = window as { asked?: number };
      counted.asked = (counted.asked ?? 0) + 1;
      return register(...args);
    };
  });
