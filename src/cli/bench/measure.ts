import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import type { Conditions } from './conditions.ts';

/** Figures of one first view; times in milliseconds, sizes in bytes as sent. */
export interface View {
  fcp: number;
  lcp: number;
  /** Time by which long tasks blocked the main thread. */
  blocking: number;
  shift: number;
  total: number;
  script: number;
  font: number;
  requests: number;
}

interface Watched {
  lcp: number;
  blocking: number;
  shift: number;
}

async function open(
  browser: Browser,
  { viewport, cpu, latency, bandwidth }: Conditions,
): Promise<{ context: BrowserContext; page: Page; client: CDPSession }> {
  const context = await browser.newContext({ viewport, serviceWorkers: 'block' });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  const bytes = (bandwidth * 1_000_000) / 8;
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bytes,
    uploadThroughput: bytes,
  });
  await client.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return { context, page, client };
}

/** Opens a page in a fresh browser profile and waits until nothing more happens. */
export async function measureView(browser: Browser, url: string, on: Conditions): Promise<View> {
  const { context, page, client } = await open(browser, on);
  const kinds = new Map<string, string>();
  const view = { total: 0, script: 0, font: 0, requests: 0 };
  client.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    view.requests += 1;
    view.total += encodedDataLength;
    if (kind === 'Script') view.script += encodedDataLength;
    if (kind === 'Font') view.font += encodedDataLength;
  });
  await page.addInitScript(() => {
    const watched = { lcp: 0, blocking: 0, shift: 0 };
    (window as unknown as { watched: typeof watched }).watched = watched;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.lcp = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.blocking += Math.max(0, duration - 50);
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        watched.shift += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForTimeout(1_000);
  const watched = await page.evaluate(() => (window as unknown as { watched: Watched }).watched);
  const fcp = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  );
  await context.close();
  return { ...view, ...watched, fcp };
}

/**
 * Opens the search and types a word; milliseconds until the first result and the first passage are
 * painted, timed inside the page, and the bytes it took.
 */
export async function measureSearch(browser: Browser, url: string, on: Conditions) {
  const { context, page, client } = await open(browser, on);
  await page.goto(url, { waitUntil: 'networkidle' });
  let bytes = 0;
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const times = await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const until = async <Found>(find: () => Found | null | undefined): Promise<Found> => {
      for (;;) {
        const found = find();
        if (found) return found;
        await frame();
      }
    };
    const root = () => document.querySelector('search-dialog')?.shadowRoot;
    const started = performance.now();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
    const input = await until(() => root()?.querySelector<HTMLInputElement>('dialog[open] input'));
    input.value = 'idempotency';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await until(() => root()?.querySelector('.results li'));
    await frame();
    const first = performance.now() - started;
    await until(() =>
      [...(root()?.querySelectorAll('.kind') ?? [])].find((kind) => kind.textContent === 'Passage'),
    );
    await frame();
    return { first, passage: performance.now() - started };
  });
  await page.waitForLoadState('networkidle');
  await context.close();
  return { ...times, bytes };
}
