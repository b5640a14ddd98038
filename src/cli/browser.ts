/** Makes sure that there is a Chromium for the end-to-end tests, and says in a sentence if not. */
import { spawnSync } from 'node:child_process';
import { findChromium } from './find-chromium.ts';

const attempts = [
  'playwright install chromium',
  // Playwright's download can be blocked; Debian has a Chromium of its own.
  ...(process.getuid?.() === 0 && isDebian()
    ? ['apt-get update -qq && apt-get install -y -qq chromium']
    : []),
];

while (!findChromium()) {
  const command = attempts.shift();
  if (!command) {
    console.error(
      'No Chromium found: install Chromium or Chrome, or set CHROMIUM_PATH to one, and run again.',
    );
    process.exit(1);
  }
  console.log(`No Chromium yet: ${command}`);
  spawnSync(command, { shell: true, stdio: 'inherit', timeout: 600_000 });
}
console.log(`Chromium: ${findChromium()}`);

function isDebian(): boolean {
  return spawnSync('apt-get', ['--version']).status === 0;
}
