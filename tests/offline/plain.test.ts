import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patience } from './browsers/browser.ts';
import { startChromium } from './browsers/chromium.ts';
import { checks } from './checks/index.ts';
import { openPlainFiles } from './course.ts';
import type { Visit } from './visit.ts';

// The same checks on the built site as it is, opened as files: they must tell that it does not work.
describe('Chromium, over file://, without the export', () => {
  let visit: Visit;
  beforeAll(async () => {
    patience.seconds = 2;
    visit = { place: await openPlainFiles(), browser: await startChromium() };
  });
  afterAll(async () => {
    await visit?.browser.close();
  });

  for (const { name, run, isPlain } of checks) {
    it(isPlain ? name : `fails: ${name}`, async () => {
      if (isPlain) await run(visit);
      else await expect(run(visit)).rejects.toThrow(/expected: |not within|navigate|ERR_FILE/);
    });
  }
});
