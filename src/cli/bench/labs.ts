/**
 * `npm run bench:labs`: how long a reader waits for the labs of the built site, from the press of a
 * button to the answer on the page, over localhost. Prints medians as Markdown. The site must be
 * built first.
 */
import { chromium } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { findChromium } from '../find-browsers.ts';
import { serve } from '../server.ts';
import { median } from './conditions.ts';

const runs = Number(process.env.RUNS ?? 5);
const labs = {
  SQL: {
    chapter: 'chapters/ask-one-table/',
    id: 'task-callum-in-kenya',
    code: "select name, town, plan from merchants where country = 'KE' and plan <> 'solo'",
  },
  Python: {
    chapter: 'chapters/small-python/',
    id: 'load-the-open-tickets',
    code: 'print(sum(range(10)))',
  },
};

const { url, server } = await serve({ folder: './dist', base: '/' }, 4380);
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
});

/** Milliseconds from a press of a button until the status line tells that all is done. */
async function wait(page: Page, id: string, button: string): Promise<number> {
  return page.evaluate(
    async ([item, selector]) => {
      const element = document.getElementById(item)!;
      const status = element.querySelector('.lab-status')!;
      const run = element.querySelector<HTMLButtonElement>('[data-run]')!;
      status.textContent = '';
      const started = performance.now();
      element.querySelector<HTMLButtonElement>(selector)!.click();
      await new Promise<void>((resolve) => {
        const look = () => {
          if (!run.disabled && status.textContent.includes(' ms.')) resolve();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      return performance.now() - started;
    },
    [id, button] as const,
  );
}

async function open(context: BrowserContext, { chapter, id, code }: typeof labs.SQL) {
  const page = await context.newPage();
  await page.goto(url + chapter);
  await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  await page.waitForFunction((name) => document.getElementById(name)!.matches(':defined'), id);
  await page.locator(`#${id} textarea`).fill(code);
  return page;
}

console.log(`\nMilliseconds, medians of ${runs} runs.\n`);
console.log(
  '| Lab | First run, cold cache | First run, next page | Run again | First check | Check again |',
);
console.log('|---|--:|--:|--:|--:|--:|');
for (const [name, lab] of Object.entries(labs)) {
  const times: Record<'cold' | 'cached' | 'again' | 'check' | 'checkAgain', number[]> = {
    ...{ cold: [], cached: [], again: [], check: [], checkAgain: [] },
  };
  for (let run = 0; run < runs; run += 1) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await open(context, lab);
    times.cold.push(await wait(page, lab.id, '[data-run]'));
    times.again.push(await wait(page, lab.id, '[data-run]'));
    times.check.push(await wait(page, lab.id, '[type="submit"]'));
    times.checkAgain.push(await wait(page, lab.id, '[type="submit"]'));
    await page.close();
    const next = await open(context, lab);
    times.cached.push(await wait(next, lab.id, '[data-run]'));
    await context.close();
  }
  const { cold, cached, again, check, checkAgain } = times;
  const cells = [cold, cached, again, check, checkAgain].map((list) => median(list).toFixed(0));
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}
await browser.close();
server.close();
server.closeAllConnections();
