/**
 * `npm run bench`: measures a chapter and the home page of the built site in Chromium, beside each
 * page's own floor, in one run. Prints medians as Markdown. The site must be built first.
 */
import { rmSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findChromium } from '../find-browsers.ts';
import { measureNext, openBarePage } from './bare-browser.ts';
import { conditions, median } from './conditions.ts';
import type { Conditions } from './conditions.ts';
import { measureSearch, measureView } from './measure.ts';
import type { View } from './measure.ts';
import { serveForBench } from './site.ts';

const runs = Number(process.env.RUNS ?? 5);
const chapter = 'chapters/follow-one-booking/';
const site = await serveForBench('dist', ['', chapter]);
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: [
    site.trust,
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
const round = (value: number) => value.toFixed(0);
const ratio = (value: number) => value.toFixed(2);

console.log(`\nMedians of ${runs} runs.\n`);
console.log(
  '| Page | Conditions | FCP | LCP | LCP ÷ floor | Blocking | Shift | kB until idle, fonts aside | JavaScript kB | Fonts kB | Requests |',
);
console.log('|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|');
for (const on of conditions) {
  for (const [name, path] of [
    ['Chapter', chapter],
    ['Home', ''],
  ] as const) {
    const { page, floor } = await interleave(path, on);
    const middle = (key: keyof View, views: View[]) => median(views.map((view) => view[key]));
    const bare = middle('lcp', floor);
    const lcp = middle('lcp', page);
    const total = median(page.map((view) => view.total - view.font));
    console.log(
      `| ${name} | ${on.name} | ${round(middle('fcp', page))} | ${round(lcp)} | ${ratio(lcp / bare)} | ${round(middle('blocking', page))} | ${middle('shift', page).toFixed(3)} | ${kilobytes(total)} | ${kilobytes(middle('script', page))} | ${kilobytes(middle('font', page))} | ${middle('requests', page)} |`,
    );
    console.log(
      `| ${name}, floor | ${on.name} | ${round(middle('fcp', floor))} | ${round(bare)} | 1 | ${round(middle('blocking', floor))} | ${middle('shift', floor).toFixed(3)} | ${kilobytes(middle('total', floor))} | 0 | 0 | ${middle('requests', floor)} |`,
    );
  }
}

const [phone] = conditions as [Conditions];
const searches = await repeat(() => measureSearch(browser, `${site.origin}/${chapter}`, phone));
const first = median(searches.map((search) => search.first));
const nexts = await repeat(() => nextFrom(chapter, '.pagination a[rel="next"]'));
const floorNexts = await repeat(() => nextFrom('floor/', `a[href="/${chapter}"]`));
console.log(`\n| Slow phone | Figure | ÷ |
|---|--:|--:|
| Search opened to first result, ms; ÷ one round trip | ${round(first)} | ${ratio(first / phone.latency)} |
| Search opened to first passage, ms | ${round(median(searches.map((search) => search.passage)))} | |
| Search, kB after opening | ${kilobytes(median(searches.map((search) => search.bytes)))} | |
| Next page, click to first paint, ms | ${round(median(nexts))} | |
| The same link from a floor page, ms | ${round(median(floorNexts))} | ${ratio(median(nexts) / median(floorNexts))} |`);

await browser.close();
site.close();
rmSync(site.folder, { recursive: true, force: true });

/** Measures a page and its floor in turn, so that a slow minute meets both. */
async function interleave(path: string, on: Conditions) {
  const page: View[] = [];
  const floor: View[] = [];
  for (let run = 0; run < runs; run += 1) {
    page.push(await measureView(browser, `${site.origin}/${path}`, on));
    floor.push(await measureView(browser, `${site.origin}/floor/${path}`, on));
  }
  return { page, floor };
}

/** Time to the next page from a link on a page, in a browser that has seen neither. */
async function nextFrom(path: string, link: string): Promise<number> {
  const executable = executablePath ?? chromium.executablePath();
  const page = await openBarePage(executable, site.trust, phone);
  const time = await measureNext(page, `${site.origin}/${path}`, link);
  await page.close();
  return time;
}

async function repeat<Result>(measure: () => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let run = 0; run < runs; run += 1) results.push(await measure());
  return results;
}
