/**
 * `npm run bench:offline`: how long a reader waits in the offline copy, beside the same over HTTP from
 * this machine, each time with a browser that has never seen the course. Also times the packing of
 * the copies. The site must be built first. Firefox is measured where `FIREFOX_PATH` or the system
 * has one.
 */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import puppeteer from 'puppeteer-core';
import type { Page } from 'puppeteer-core';
import { editions } from '../../exports/offline/edition.ts';
import { packCopies } from '../../exports/offline/index.ts';
import { BuiltSite } from '../../exports/site/built-site.ts';
import { findChromium, findFirefox } from '../find-browsers.ts';
import { serve } from '../server.ts';
import { median } from './conditions.ts';

const runs = Number(process.env.RUNS ?? 3);
const folder = mkdtempSync(join(tmpdir(), 'course-bench-'));

for (const edition of Object.values(editions)) {
  const started = performance.now();
  await packCopies(new BuiltSite('./dist'), [edition], ({ name, bytes, unpacked, files }) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const size = (count: number) => (count / 1e6).toFixed(1);
    console.log(
      `${name}: ${size(bytes.length)} MB, unpacked ${size(unpacked)} MB in ${files} files, packed in ${seconds} s`,
    );
    if (edition.id === 'full') unpack(bytes);
  });
}

const { url, server } = await serve({ folder: './dist', base: '/' }, 4380);
const places = {
  http: (path: string) => url + path,
  file: (path: string) =>
    pathToFileURL(join(folder, 'technical-product-manager', path, 'index.html')).href,
};

/** Milliseconds from the press of a button until the status line tells that all is done. */
const waitForLab = (page: Page, lab: string) =>
  page.evaluate(async (selector) => {
    const element = document.querySelector(selector)!;
    element.scrollIntoView();
    while (!element.matches(':defined')) await new Promise(requestAnimationFrame);
    const started = performance.now();
    element.querySelector<HTMLButtonElement>('[data-run]')!.click();
    while (!element.querySelector('.lab-status')!.textContent.includes(' ms.')) {
      await new Promise(requestAnimationFrame);
    }
    return performance.now() - started;
  }, lab);

/** Milliseconds from the opening of the search until it shows a passage of the full text. */
const waitForPassage = (page: Page) =>
  page.evaluate(async () => {
    await customElements.whenDefined('site-search');
    const started = performance.now();
    document.querySelector<HTMLElement>('site-search a')!.click();
    const find = (selector: string) =>
      document.querySelector('search-dialog')?.shadowRoot?.querySelector(selector);
    while (!find('input')) await new Promise(requestAnimationFrame);
    const field = find('input') as HTMLInputElement;
    field.value = 'idempotency';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    while (!find('.results')!.textContent.includes('Passage')) {
      await new Promise(requestAnimationFrame);
    }
    return performance.now() - started;
  });

const measures: Record<string, { path: string; measure: (page: Page) => Promise<number> }> = {
  'First passage found': { path: 'glossary/', measure: waitForPassage },
  'First SQL': { path: 'company/data/', measure: (page) => waitForLab(page, 'sql-lab') },
  'First Python': {
    path: 'chapters/small-python/',
    measure: (page) => waitForLab(page, 'python-lab'),
  },
};

const browsers = Object.entries({ chrome: findChromium(), firefox: findFirefox() }).flatMap(
  ([kind, path]) => (path ? [{ kind: kind as 'chrome' | 'firefox', path }] : []),
);
const header = browsers.map(({ kind }) => `${kind}, http | ${kind}, file`).join(' | ');
console.log(`\nMilliseconds, medians of ${runs} runs.\n\n| | ${header} |`);
console.log(`|---|${'--:|'.repeat(2 * browsers.length)}`);
for (const [name, { path, measure }] of Object.entries(measures)) {
  const cells: string[] = [];
  for (const browser of browsers) {
    const times: Record<keyof typeof places, number[]> = { http: [], file: [] };
    for (let run = 0; run < runs; run += 1) {
      for (const place of ['http', 'file'] as const) {
        times[place].push(await time(browser, places[place](path), measure));
      }
    }
    cells.push(median(times.http).toFixed(0), median(times.file).toFixed(0));
  }
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}
server.close();
server.closeAllConnections();
rmSync(folder, { recursive: true, force: true });

/** Measures once, in a fresh profile. */
async function time(
  { kind, path }: (typeof browsers)[number],
  address: string,
  measure: (page: Page) => Promise<number>,
): Promise<number> {
  const browser = await puppeteer.launch({
    browser: kind,
    executablePath: path,
    args: kind === 'chrome' ? ['--no-sandbox', '--disable-background-networking'] : [],
    // Puppeteer lets files of Firefox see each other; readers' browsers do not.
    extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true },
  });
  try {
    const page = await browser.newPage();
    // The installed site fetches itself in the background, which is another matter.
    await page.evaluateOnNewDocument(() => {
      delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
    });
    await page.goto(address);
    return await measure(page);
  } finally {
    await browser.close();
  }
}

function unpack(bytes: Uint8Array): void {
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
