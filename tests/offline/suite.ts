import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Start } from './browsers/browser.ts';
import { checks as allChecks } from './checks/index.ts';
import type { Place } from './course.ts';
import type { Check, Visit } from './visit.ts';

interface Options {
  /** Why none of it can be run here, if so. */
  reason?: string | false;
  /** What is not to be had there; the checks that need it are left out. */
  without?: (NonNullable<Check['needs']> | 'console')[];
  /** What is checked, unless it is everything. */
  checks?: readonly Check[];
}

/** Seconds after which a check hangs; whatever it waits for has run out of time long before. */
const limit = 240;

/** The checks, in one browser at one place; all share the browser, and none needs another. */
export function describeCourse(
  name: string,
  start: Start,
  openPlace: () => Promise<Place>,
  { reason, without = [], checks = allChecks }: Options = {},
): void {
  describe.skipIf(reason)(reason ? `${name}: ${reason}` : name, () => {
    let visit: Visit;
    beforeAll(async () => {
      visit = { place: await openPlace(), browser: await start() };
      console.log(`${visit.browser.version} at ${decodeURI(visit.place.address(''))}`);
    });
    afterAll(async () => {
      await visit?.browser.close();
      visit?.place.close();
    });

    /** Runs a check; a browser that no longer answers is told of, and makes place for another. */
    async function runWithin({ name: check, run }: Check): Promise<void> {
      let timer: NodeJS.Timeout | undefined;
      const hangs = new Promise<'hangs'>((resolve) => {
        timer = setTimeout(() => resolve('hangs'), limit * 1000);
      });
      const outcome = await Promise.race([run(visit), hangs]).finally(() => clearTimeout(timer));
      if (outcome !== 'hangs') return;
      const { browser } = visit;
      await browser.close();
      visit = { ...visit, browser: await start() };
      throw new Error(`${browser.version} hung for ${limit} seconds in the check “${check}”.`);
    }

    for (const check of checks) {
      if (!check.needs || !without.includes(check.needs)) it(check.name, () => runWithin(check));
    }

    it('has asked for nothing but its own', () => {
      const own = new URL(visit.place.address('')).origin;
      const isOwn = (url: string) =>
        /^(file|blob|data|about):/.test(url) || (own !== 'null' && url.startsWith(`${own}/`));
      expect(visit.browser.requests.filter((url) => !isOwn(url))).toEqual([]);
    });

    if (without.includes('console')) return;
    it('has written no error on the console', () => {
      expect(visit.browser.consoleErrors).toEqual([]);
    });
  });
}
