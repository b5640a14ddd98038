import puppeteer from 'puppeteer-core';
import type { Browser as Puppet, ElementHandle, KeyInput, Page } from 'puppeteer-core';
import { isReady, pick, shorten, waitFor } from './browser.ts';
import type { Browser, Tab } from './browser.ts';
import type { Running } from './process.ts';

/** A browser that Puppeteer can drive. */
interface Drivable {
  name: string;
  protocol: 'cdp' | 'webDriverBiDi';
  /** Starts it with its profile, the one of the last time, and says where it listens. */
  start: () => Promise<Running & { endpoint: string }>;
  /** Removes the profile. */
  remove: () => void;
}

const viewport = { width: 1300, height: 900 };

/** Starts a browser under Puppeteer. It is only connected to: a launch would loosen its settings. */
export async function drive({ name, protocol, start, remove }: Drivable): Promise<Browser> {
  const requests: string[] = [];
  const consoleErrors: string[] = [];
  let running = await start();
  let puppet = await connect(running.endpoint);
  let page = await firstPage(puppet);

  async function connect(browserWSEndpoint: string): Promise<Puppet> {
    const options = { browserWSEndpoint, protocol, protocolTimeout: 180_000 };
    return puppeteer.connect({ ...options, defaultViewport: viewport });
  }

  async function firstPage(browser: Puppet): Promise<Page> {
    const [first = await browser.newPage()] = await browser.pages();
    return watch(first);
  }

  function watch(tab: Page): Page {
    const note = (text: string) => consoleErrors.push(`${decodeURI(tab.url())}: ${text}`);
    tab.on('request', (request) => requests.push(shorten(request.url())));
    tab.on('pageerror', (error) => note(String(error)));
    tab.on('console', (message) => {
      if (message.type() === 'error') note(message.text());
    });
    return tab;
  }

  async function end(): Promise<void> {
    // One that hangs does not close, and is ended.
    await Promise.all([puppet.close().catch(() => undefined), running.end(10)]);
  }

  return {
    ...toTab(() => page),
    name,
    version: await puppet.version(),
    requests,
    consoleErrors,
    openTab: async () => {
      const tab = watch(await puppet.newPage());
      return toTab(() => tab);
    },
    async restart() {
      await end();
      running = await start();
      puppet = await connect(running.endpoint);
      page = await firstPage(puppet);
    },
    async close() {
      await end();
      remove();
    },
  };
}

/** A page that is left may take its answer with it. What counts is where the browser arrives. */
const lose = () => undefined;

/**
 * Leaves the page in a way of its own and waits until the next one has loaded. Puppeteer's `goto`
 * counts navigations by their load events. A page that comes back from memory has none; in Firefox,
 * `goto` at times waited for ever afterwards.
 *
 * @param leave - runs in the page.
 */
async function leaveBy<Args extends unknown[]>(
  page: Page,
  leave: (...args: Args) => void,
  ...args: Args
): Promise<void> {
  await page.evaluate(() => void Object.assign(window, { isLeft: true }));
  await page.evaluate(leave as never, ...args).catch(lose);
  await waitFor(`what follows ${decodeURI(page.url())}`, () =>
    page.evaluate(() => !('isLeft' in window) && document.readyState === 'complete'),
  );
}

/** Goes to an address; sent to the page as text. A new fragment alone would load nothing. */
function go(url: string): void {
  const isHere = url.includes('#') && url.split('#')[0] === location.href.split('#')[0];
  location.assign(url);
  if (isHere) location.reload();
}

/** @param now - the page in hand; another one after a restart. */
function toTab(now: () => Page): Tab {
  const get = async (selector: string) =>
    (await now().evaluateHandle(pick, selector)).asElement() as ElementHandle<HTMLElement> | null;
  const find = async (selector: string) => {
    // What lies behind another tab is not painted, and cannot be clicked.
    await now().bringToFront();
    return waitFor(`${decodeURI(now().url())} has ${selector} ready`, async () => {
      const handle = await get(selector);
      return handle && (await handle.evaluate(isReady)) && handle;
    });
  };
  return {
    goto: async (url) => {
      // An empty page may not lead to a file.
      if (now().url() === 'about:blank') await now().goto(url);
      else await leaveBy(now(), go, url);
    },
    url: () => now().evaluate(() => location.href),
    reload: () => leaveBy(now(), () => location.reload()),
    back: () =>
      now()
        .evaluate(() => history.back())
        .catch(lose),
    evaluate: (run, ...args) => now().evaluate(run as never, ...args),
    async read(selector, run, ...args) {
      const handle = await get(selector);
      if (!handle) throw new Error(`${decodeURI(now().url())} has no ${selector}`);
      return handle.evaluate(run as never, ...args);
    },
    click: async (selector) => (await find(selector)).click(),
    type: async (selector, text) => (await find(selector)).type(text),
    press: (key) => now().keyboard.press(key as KeyInput),
    close: () => now().close(),
  };
}
