/**
 * `npm run export -- <format>`: packs the course to be taken along. Which formats there are, and what
 * they can be asked for, `src/exports/formats.ts` says. Builds the site first where there is none, or
 * where it is older than what it is made from.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Format } from '../exports/format.ts';
import { formats } from '../exports/formats.ts';
import { loadCourse } from '../load/load-course.ts';
import { BuiltSite } from '../exports/site/built-site.ts';

const root = process.env.OUT_DIR ?? './dist';
const folder = './dist-export';

const [id = '', ...rest] = process.argv.slice(2);
const format = formats.find((known) => known.id === id);
if (!format) stop(id && `There is no export "${id}".`);
const options = readOptions(format);
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
await format.export(
  { site: new BuiltSite(root), course: () => loadCourse(), options },
  ({ name, bytes, note }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    console.log(`\n${path}\n${(bytes.length / 1e6).toFixed(1)} MB. ${note}`);
  },
  (done) => console.log(`  ${done}`),
);

/** Ends with what can be asked for. */
function stop(problem: string): never {
  const usage = ['Usage: npm run export -- <format> [options]', ...formats.map(describe)];
  console.error([problem, ...usage].filter(Boolean).join('\n\n'));
  process.exit(1);
}

function describe({ id, purpose, options }: Format): string {
  const lines: (readonly [string, string])[] = [
    [id, purpose],
    ...Object.entries(options).map(([name, option]) => [`  --${name}`, option.purpose] as const),
  ];
  return lines.map(([name, text]) => `  ${name.padEnd(18)}${text}`).join('\n');
}

function readOptions({ options }: Format) {
  try {
    return parseArgs({ args: rest, options }).values;
  } catch (error) {
    return stop((error as Error).message);
  }
}

/** Whether there is a built site, newer than everything that it is made from. */
function isBuilt(): boolean {
  const manifest = join(root, 'course.json');
  if (!existsSync(manifest)) return false;
  const made = statSync(manifest).mtimeMs;
  const sources = globSync(['src/**/*', 'content/**/*', 'public/**/*', '*.{json,ts}']);
  return sources.every((path) => statSync(path).mtimeMs <= made);
}
