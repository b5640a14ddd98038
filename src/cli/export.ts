/**
 * `npm run export -- offline [--without-labs]`: packs the whole course for use without a network.
 * Builds the site first where there is none, or where it is older than what it is made from.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { editions } from '../exports/offline/edition.ts';
import { packCopies } from '../exports/offline/index.ts';

const usage = `Usage: npm run export -- offline [--without-labs]

  offline         one archive with the whole course, to be unpacked and opened anywhere
  --without-labs  a small one for those who only read: no SQL, no Python`;

const formats = ['offline'];
const site = process.env.OUT_DIR ?? './dist';
const folder = './dist-export';

const { format, withoutLabs } = readArguments();
if (!format || !formats.includes(format)) {
  console.error(format ? `There is no export "${format}".\n\n${usage}` : usage);
  process.exit(1);
}
if (!isBuilt()) {
  console.log('Building the site first …');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('The site could not be built, so there is nothing to export; see above.');
    process.exit(status ?? 1);
  }
}
console.log('Packing the course:');
mkdirSync(folder, { recursive: true });
const edition = withoutLabs ? editions.withoutLabs : editions.full;
await packCopies(
  site,
  [edition],
  ({ name, bytes, unpacked, files }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const size = (count: number) => `${(count / 1e6).toFixed(1)} MB`;
    console.log(`
${path}
${size(bytes.length)}, unpacked ${size(unpacked)} in ${files} files

Unpack it anywhere, a USB stick included, and open index.html in the new folder.
It needs a browser and nothing else.`);
  },
  (done) => console.log(`  ${done}`),
);

function readArguments(): { format: string | undefined; withoutLabs: boolean } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { 'without-labs': { type: 'boolean', default: false } },
    });
    return { format: positionals[0], withoutLabs: values['without-labs'] };
  } catch (error) {
    console.error(`${(error as Error).message}\n`);
    return { format: undefined, withoutLabs: false };
  }
}

/** Whether there is a built site, newer than everything that it is made from. */
function isBuilt(): boolean {
  const manifest = join(site, 'course.json');
  if (!existsSync(manifest)) return false;
  const made = statSync(manifest).mtimeMs;
  const sources = globSync(['src/**/*', 'content/**/*', 'public/**/*', '*.{json,ts}']);
  return sources.every((path) => statSync(path).mtimeMs <= made);
}
