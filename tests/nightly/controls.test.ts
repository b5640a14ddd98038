import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patience } from '../offline/browsers/browser.ts';
import { startChromium } from '../offline/browsers/chromium.ts';
import { checks } from '../offline/checks/index.ts';
import { openPlainFiles, openSite } from '../offline/course.ts';
import { describeCourse } from '../offline/suite.ts';
import type { Visit } from '../offline/visit.ts';

// What fails here fails by the check or the site, not by the copy in files.
describeCourse('Chromium, over HTTP', startChromium, openSite, { without: ['copy'] });

// The same checks on the built site as it is, opened as files: they must tell that it does not work.
describe('Chromium, over file://, without the export', () => {
  let visit: Visit;
  const { seconds } = patience;
  beforeAll(async () => {
    patience.seconds = 2;
    visit = { place: await openPlainFiles(), browser: await startChromium() };
  });
  afterAll(async () => {
    patience.seconds = seconds;
    await visit?.browser.close();
  });

  for (const { name, run, isPlain } of checks) {
    it(isPlain ? name : `fails: ${name}`, async () => {
      if (isPlain) await run(visit);
      else await expect(run(visit)).rejects.toThrow(/expected: |not within|navigate|ERR_FILE/);
    });
  }
});
