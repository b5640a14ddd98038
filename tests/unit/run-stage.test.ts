import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runStage } from '../../src/cli/test/run-stage.ts';
import { skipCode } from '../../src/cli/test/stages.ts';

const folder = mkdtempSync(join(tmpdir(), 'course-stage-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = (command: string, rest: { report?: 'vitest' } = {}) =>
  runStage({ name: 'a stage', command, ...rest }, mkdtempSync(join(folder, 'stage-')));

describe('runStage', () => {
  it('gathers what a command prints', async () => {
    const result = await run('echo one && echo two >&2');
    expect(result).toMatchObject({ status: 'passed', passed: 1, failed: 0, failures: [] });
    expect(result.output.split(/\s+/).sort().join(' ').trim()).toBe('one two');
  });

  it('tells the last lines of one that breaks', async () => {
    const result = await run('echo why && exit 3');
    expect(result).toMatchObject({ status: 'broken', failed: 1, failures: ['why'] });
  });

  it('leaves out one that says it lacks something', async () => {
    const result = await run(`exit ${skipCode}`);
    expect(result).toMatchObject({ status: 'skipped', skipped: 1, failed: 0 });
  });

  it('counts as broken one that passes without its report', async () => {
    const result = await run('exit 0', { report: 'vitest' });
    expect(result).toMatchObject({ status: 'broken', failed: 1 });
  });

  it.skipIf(process.platform === 'win32')(
    'adds up processor time, that of children too',
    async () => {
      const work =
        'const end = process.cpuUsage().user + 2e5; while (process.cpuUsage().user < end);';
      const result = await run(`node -e "${work}"`);
      expect(result.processor).toBeGreaterThanOrEqual(0.2);
    },
  );
});
