import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/cli/test/report.ts';
import { schedule } from '../../src/cli/test/schedule.ts';
import { fast, slow } from '../../src/cli/test/stages.ts';
import type { Stage } from '../../src/cli/test/stages.ts';

type Status = 'passed' | 'broken' | 'skipped';

describe('the stages of the suite', () => {
  it('name only stages that come before them', () => {
    const names: string[] = [];
    for (const { name, needs = [], after = [] } of [...fast, ...slow]) {
      expect(names).toEqual(expect.arrayContaining([...needs, ...after]));
      names.push(name);
    }
  });
});

describe('schedule', () => {
  /** Runs stages, of which some break; gives what happened, in order. */
  async function tell(stages: Stage[], broken: string[] = []): Promise<string[]> {
    const log: string[] = [];
    const run = async ({ name }: Stage) => {
      log.push(`${name} starts`);
      for (let turn = 0; turn < 3; turn += 1) await Promise.resolve();
      log.push(`${name} ends`);
      return { status: (broken.includes(name) ? 'broken' : 'passed') as Status };
    };
    const skip = ({ name }: Stage, lacking: string) => {
      log.push(`${name} lacks ${lacking}`);
      return { status: 'skipped' as Status };
    };
    await schedule(stages, 2, run, skip);
    return log;
  }
  const stage = (name: string, rest: Partial<Stage> = {}) => ({ name, command: '', ...rest });

  it('runs two at a time', async () => {
    const log = await tell([stage('a'), stage('b'), stage('c')]);
    expect(log.slice(0, 3)).toEqual(['a starts', 'b starts', 'a ends']);
    expect(log).toHaveLength(6);
  });

  it('waits for what a stage comes after, though it breaks', async () => {
    const log = await tell([stage('a'), stage('b', { after: ['a'] })], ['a']);
    expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends']);
  });

  it('skips what needs a stage that broke, and what needs that', async () => {
    const stages = [stage('a'), stage('b', { needs: ['a'] }), stage('c', { needs: ['b'] })];
    expect(await tell(stages, ['a'])).toEqual(['a starts', 'a ends', 'b lacks a', 'c lacks b']);
  });

  it('runs nothing beside a stage that is to be alone', async () => {
    const log = await tell([stage('a', { isAlone: true }), stage('b'), stage('c')]);
    expect(log.slice(0, 2)).toEqual(['a starts', 'a ends']);
  });
});

describe('readReport', () => {
  it('counts the tests of vitest, and names failures and files that do not load', () => {
    const report = {
      numPassedTests: 2,
      numFailedTests: 1,
      numPendingTests: 3,
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          message: '',
          assertionResults: [
            { status: 'failed', fullName: 'a breaks' },
            { status: 'passed', fullName: 'a holds' },
          ],
        },
        { name: 'b.test.ts', status: 'failed', message: 'No such file', assertionResults: [] },
      ],
    };
    expect(readReport(JSON.stringify(report), 'vitest')).toEqual({
      passed: 2,
      failed: 1,
      skipped: 3,
      failures: ['a breaks', 'b.test.ts: No such file'],
    });
  });

  it('counts the tests of Playwright, and names failures with their suites', () => {
    const specs = [
      { title: 'breaks', ok: false },
      { title: 'holds', ok: true },
    ];
    const report = {
      stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 },
      suites: [{ title: 'a.spec.ts', specs: [], suites: [{ title: 'a page', specs }] }],
    };
    expect(readReport(JSON.stringify(report), 'playwright')).toEqual({
      passed: 2,
      failed: 1,
      skipped: 0,
      failures: ['a.spec.ts › a page › breaks'],
    });
  });
});
