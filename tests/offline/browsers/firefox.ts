import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFirefox } from '../../../src/cli/find-browsers.ts';
import { deadEnd } from './browser.ts';
import type { Start } from './browser.ts';
import { makeProfile, run } from './process.ts';
import { drive } from './puppeteer.ts';

const [host = '', port = ''] = deadEnd.split(':');

/** Settings that keep Firefox quiet. None concerns files. */
const settings = {
  // What Firefox sets for tests lets a file read other files; no reader has that.
  'remote.prefs.recommended': false,
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.enabled': false,
  'network.proxy.type': 1,
  'network.proxy.http': host,
  'network.proxy.http_port': Number(port),
  'network.proxy.ssl': host,
  'network.proxy.ssl_port': Number(port),
};

const toLine = ([name, value]: [string, unknown]) =>
  `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`;

/** Starts Firefox with the settings of a reader. */
export const startFirefox: Start = () => {
  const { profile, remove } = makeProfile();
  writeFileSync(join(profile, 'user.js'), Object.entries(settings).map(toLine).join(''));
  return drive({
    name: 'Firefox',
    protocol: 'webDriverBiDi',
    remove,
    async start() {
      const args = ['--headless', '--no-remote', '--profile', profile, 'about:blank'];
      const size = ['--width', '1300', '--height', '900', '--remote-debugging-port', '0'];
      const wanted = /WebDriver BiDi listening on (ws:\S+)/;
      const running = await run(findFirefox()!, [...size, ...args], profile, wanted);
      return { ...running, endpoint: `${running.found}/session` };
    },
  });
};
