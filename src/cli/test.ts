/**
 * Runs every check, stage by stage: `npm test`. `npm run check` leaves out what needs a browser
 * or a build. Stops at the first stage that fails, and ends with one line for all of them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Stage {
  name: string;
  command: string;
  env?: Record<string, string>;
  /** The report in JSON that the command writes, if it counts tests itself. */
  report?: 'vitest' | 'playwright';
}

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const folder = mkdtempSync(join(tmpdir(), 'course-test-'));
const vitest = (project: string) =>
  `vitest run --config tests/vitest.config.ts --project ${project} --reporter=default --reporter=json`;

const fast: Stage[] = [
  { name: 'Types', command: 'astro check --minimumSeverity warning' },
  { name: 'Lint', command: 'eslint . --max-warnings 0' },
  { name: 'Unused code', command: 'knip' },
  { name: 'Format', command: 'prettier --check --log-level warn .' },
  { name: 'Unit tests', command: vitest('unit'), report: 'vitest' },
  { name: 'Content tests', command: vitest('content'), report: 'vitest' },
  { name: 'Practice database tests', command: vitest('slotlark'), report: 'vitest' },
];

const fixture = { COURSE_ROOT: 'tests/fixtures/course', OUT_DIR: './dist-fixture' };
const base = { ...fixture, BASE_PATH: '/course/', OUT_DIR: './dist-base' };
const slow: Stage[] = [
  { name: 'Build under /', command: 'astro build' },
  { name: 'Build of the small course', command: 'astro build', env: fixture },
  { name: 'Build of the small course under /course/', command: 'astro build', env: base },
  { name: 'Site checks under /', command: vitest('site'), report: 'vitest' },
  {
    name: 'Addresses under /course/',
    command: `${vitest('site')} links manifest`,
    report: 'vitest',
    env: base,
  },
  { name: 'Browsers', command: 'node src/cli/browser.ts' },
  { name: 'Offline copy, over file://', command: vitest('offline'), report: 'vitest' },
  {
    name: 'End-to-end tests',
    command: 'playwright test --config tests/playwright.config.ts',
    report: 'playwright',
  },
];

const stages = process.argv.includes('--fast') ? fast : [...fast, ...slow];
const total: Count = { passed: 0, failed: 0, skipped: 0 };
let broken: string | undefined;

for (const [index, stage] of stages.entries()) {
  console.log(`\n[${index + 1}/${stages.length}] ${stage.name}`);
  const started = Date.now();
  const { count, isOk } = run(stage);
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += count[key];
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${isOk ? '✓' : '✗'} ${stage.name}, ${seconds} s`);
  if (!isOk) {
    broken = stage.name;
    break;
  }
}
rmSync(folder, { recursive: true, force: true });

if (broken) console.error(`\n${broken}: broken, see above. The stages after it did not run.`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(broken ? 1 : 0);

function run({ command, env, report }: Stage): { count: Count; isOk: boolean } {
  const file = join(folder, 'report.json');
  const { status } = spawnSync(command, {
    shell: true,
    stdio: 'inherit',
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      ...env,
      VITEST_JSON: file,
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    },
  });
  const isOk = status === 0;
  const alone = { passed: isOk ? 1 : 0, failed: isOk ? 0 : 1, skipped: 0 };
  if (!report) return { count: alone, isOk };
  try {
    const count = readCount(JSON.parse(readFileSync(file, 'utf8')) as Report, report);
    // A runner that stops before it counts has failed all the same.
    return { count: isOk || count.failed > 0 ? count : { ...count, failed: 1 }, isOk };
  } catch {
    return { count: alone, isOk: false };
  } finally {
    rmSync(file, { force: true });
  }
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

function readCount(report: Report, kind: 'vitest' | 'playwright'): Count {
  if (kind === 'vitest') {
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests,
    };
  }
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}
