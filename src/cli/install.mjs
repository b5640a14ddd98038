/**
 * Installs the dependencies when package-lock.json has changed since the last time, or never was
 * installed. Plain JavaScript and no imports but Node's: it runs before anything is there, on any
 * Node from 20 up. From then on npm's scripts run on the Node that the dependencies bring along.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter } from 'node:path';

const stamp = 'node_modules/.installed';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
const isInstalled = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

if (!isInstalled) {
  console.log('Installing dependencies …');
  // The system's Node must do it: installing replaces the one in node_modules.
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter);
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('The dependencies could not be installed; npm says why above.');
    process.exit(status ?? 1);
  }
  writeFileSync(stamp, wanted);
}
