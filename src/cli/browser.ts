/**
 * Makes sure that there is a Chromium for the tests in a browser, and a Firefox if it can be had.
 * What needs a browser that is not to be had is left out, and that is said in a sentence.
 */
import { spawnSync } from 'node:child_process';
import { findChromium, findFirefox, findWebKit } from './find-browsers.ts';
import { skipCode } from './test/stages.ts';

const isDebianRoot = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;

/** Debian has browsers of its own; Playwright's downloads can be blocked. */
const debian = (name: string): string[] =>
  isDebianRoot ? [`apt-get update -qq && apt-get install -y -qq ${name}`] : [];

const chromium = provide('Chromium', findChromium, [
  'playwright install chromium',
  ...debian('chromium'),
]);
const firefox = provide('Firefox', findFirefox, debian('firefox-esr'));
const webKit = findWebKit();

if (!chromium) {
  console.error(
    'Chromium: none, so no test in a browser is run; install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  );
  process.exit(skipCode);
}
console.log(`Chromium: ${chromium}`);
console.log(`Firefox: ${firefox ?? 'none, so its tests are skipped; FIREFOX_PATH can name one'}`);
console.log(
  `WebKitGTK: ${webKit ?? 'none, so its tests are skipped; Debian has it as webkit2gtk-driver and xvfb'}`,
);

/** Looks for a browser, and tries one command after the other until it is there. */
function provide(
  name: string,
  find: () => string | undefined,
  commands: string[],
): string | undefined {
  for (const command of commands) {
    if (find()) break;
    console.log(`No ${name} yet: ${command}`);
    spawnSync(command, { shell: true, stdio: 'inherit', timeout: 600_000 });
  }
  return find();
}
