import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport } from './report.ts';
import type { Count } from './report.ts';
import { skipCode } from './stages.ts';
import type { Stage } from './stages.ts';

/** What came of a stage. */
export interface Result extends Count {
  status: 'passed' | 'broken' | 'skipped';
  /** Seconds on the clock. */
  wall: number;
  /** Seconds of processors, its own and those of all it started; unknown on Windows. */
  processor: number | undefined;
  /** What it printed, unless it printed while it ran. */
  output: string;
}

/**
 * Runs a stage.
 *
 * @param folder - a folder of its own, for reports.
 */
export async function runStage(stage: Stage, folder: string): Promise<Result> {
  const report = join(folder, 'report.json');
  const times = join(folder, 'times');
  const started = Date.now();
  const { code, output } = await run(withTimes(stage.command, times), stage.isAlone ?? false, {
    ...stage.env,
    VITEST_JSON: report,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  const wall = (Date.now() - started) / 1000;
  const status = code === 0 ? 'passed' : code === skipCode ? 'skipped' : 'broken';
  const result = { status, wall, processor: readTimes(times), output } as const;
  const text = stage.report && read(report);
  if (!stage.report || (text === undefined && status !== 'passed')) {
    return {
      ...result,
      ...countAlone(status),
      failures: status === 'broken' ? lastLines(output) : [],
    };
  }
  if (text === undefined) {
    return {
      ...result,
      ...countAlone('broken'),
      status: 'broken',
      failures: ['It wrote no report.'],
    };
  }
  const count = readReport(text, stage.report);
  // A runner that stops before it counts has failed all the same.
  const failed = status === 'broken' ? Math.max(count.failed, 1) : count.failed;
  return { ...result, ...count, failed };
}

/** How a stage counts that has no report, as one test. */
export const countAlone = (status: Result['status']): Omit<Count, 'failures'> => ({
  passed: status === 'passed' ? 1 : 0,
  failed: status === 'broken' ? 1 : 0,
  skipped: status === 'skipped' ? 1 : 0,
});

/** Runs a command; what it prints is gathered, or shown at once. */
function run(
  command: string,
  isShown: boolean,
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const colors = process.stdout.isTTY && { FORCE_COLOR: '1' };
  const child = spawn(command, {
    shell: true,
    stdio: [
      'ignore',
      ...(isShown ? (['inherit', 'inherit'] as const) : (['pipe', 'pipe'] as const)),
    ],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...colors, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** A POSIX shell knows the processor times of all it waited for, and of what those waited for. */
const withTimes = (command: string, file: string): string =>
  process.platform === 'win32' ? command : `(${command}); code=$?; times > '${file}'; exit $code`;

/** Adds up the times of the children, as in `1m2.5s 0m0.25s`, in the second line. */
function readTimes(file: string): number | undefined {
  const parts = read(file)
    ?.split('\n')[1]
    ?.matchAll(/(\d+)m([\d.]+)s/g);
  return parts && [...parts].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
}

const lastLines = (output: string) => output.trimEnd().split('\n').slice(-8);

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
