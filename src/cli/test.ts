/**
 * Runs every check, in the stages of `test/stages.ts`: `npm test`. `npm run check` leaves out what
 * needs a browser or a build. `--times` adds the seconds of every stage. What broke is told again at
 * the end, and the last line counts all tests.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countAlone, runStage } from './test/run-stage.ts';
import type { Result } from './test/run-stage.ts';
import { schedule } from './test/schedule.ts';
import { fast, slow } from './test/stages.ts';
import type { Stage } from './test/stages.ts';

const { values } = parseArgs({
  options: {
    fast: { type: 'boolean', default: false },
    times: { type: 'boolean', default: false },
  },
});
const stages = values.fast ? fast : [...fast, ...slow];
const folder = mkdtempSync(join(tmpdir(), 'course-test-'));
const marks = { passed: '✓', broken: '✗', skipped: '–' };

const results = await schedule(stages, Math.min(2, availableParallelism()), run, skip);
rmSync(folder, { recursive: true, force: true });

const all = [...results.values()];
const sum = (valueOf: (result: Result) => number) =>
  all.reduce((total, result) => total + valueOf(result), 0);
if (values.times) printTimes();
printBroken();
const [passed, failed, skipped] = (['passed', 'failed', 'skipped'] as const).map((key) =>
  sum((result) => result[key]),
);
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(all.some(({ status }) => status === 'broken') ? 1 : 0);

async function run(stage: Stage): Promise<Result> {
  console.log(`${numberOf(stage)} ${stage.name} …`);
  const result = await runStage(stage, mkdtempSync(join(folder, 'stage-')));
  // Printed whole, so that two stages which run together can be told apart.
  if (result.output) {
    console.log(`\n${numberOf(stage)} ${stage.name}\n${result.output.trimEnd()}`);
  }
  console.log(`${marks[result.status]} ${stage.name}, ${result.wall.toFixed(1)} s\n`);
  return result;
}

function skip(stage: Stage, lacking: string): Result {
  console.log(`${numberOf(stage)} ${stage.name}: skipped, it needs “${lacking}”\n`);
  const count = countAlone('skipped');
  return { status: 'skipped', ...count, wall: 0, processor: 0, output: '', failures: [] };
}

function numberOf(stage: Stage): string {
  return `[${stages.indexOf(stage) + 1}/${stages.length}]`;
}

function printTimes(): void {
  const print = (name: string, wall: number, processor: number | undefined) =>
    console.log(
      `${name.padEnd(36)}${wall.toFixed(1).padStart(9)}${processor?.toFixed(1).padStart(12) ?? ''}`,
    );
  console.log(`${'Seconds'.padEnd(36)}  on clock   processor`);
  for (const [{ name }, { wall, processor }] of results) print(name, wall, processor);
  const isKnown = all.every(({ processor }) => processor !== undefined);
  print(
    'Sum',
    sum(({ wall }) => wall),
    isKnown ? sum(({ processor }) => processor!) : undefined,
  );
}

function printBroken(): void {
  for (const [{ name }, { status, failures }] of results) {
    if (status !== 'broken') continue;
    console.error(`\n✗ ${name}`);
    for (const failure of failures) console.error(`    ${failure}`);
  }
}
