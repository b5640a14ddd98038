import { findChromium } from '../../../src/cli/find-browsers.ts';
import { deadEnd } from './browser.ts';
import type { Start } from './browser.ts';
import { makeProfile, run } from './process.ts';
import { drive } from './puppeteer.ts';

// No flag here may make files more trusted than they are for a reader.
const flags = [
  '--headless',
  '--no-sandbox',
  '--no-first-run',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1300,900',
  '--remote-debugging-port=0',
  `--proxy-server=${deadEnd}`,
];

/** Starts Chromium with the settings of a reader. */
export const startChromium: Start = () => {
  const { profile, remove } = makeProfile();
  return drive({
    name: 'Chromium',
    protocol: 'cdp',
    remove,
    async start() {
      const args = [...flags, `--user-data-dir=${profile}`, 'about:blank'];
      const running = await run(findChromium()!, args, profile, /listening on (ws:\S+)/);
      return { ...running, endpoint: running.found };
    },
  });
};
