import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Start } from './browsers/browser.ts';
import { checks } from './checks/index.ts';
import type { Place } from './course.ts';
import type { Check, Visit } from './visit.ts';

interface Options {
  /** Why none of it can be run here, if so. */
  reason?: string | false;
  /** What is not to be had there; the checks that need it are left out. */
  without?: (NonNullable<Check['needs']> | 'console')[];
}

/** The checks, in one browser at one place; all share the browser, and none needs another. */
export function describeCourse(
  name: string,
  start: Start,
  openPlace: () => Promise<Place>,
  { reason, without = [] }: Options = {},
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

    for (const { name: check, run, needs } of checks) {
      if (!needs || !without.includes(needs)) it(check, () => run(visit));
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
