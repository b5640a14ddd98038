import { describe, expect, it } from 'vitest';
import { proveSql } from '../../src/lib/grading/prove.ts';
import { gradeSql } from '../../src/lib/grading/sql.ts';
import type { Ask } from '../../src/lib/grading/sql.ts';

/** A database that knows a few queries: the single value that each gives on the two seeds. */
const toAsk =
  (answers: Record<string, [practice: string, hidden: string]>): Ask =>
  (script, seed) => {
    const answer = answers[script];
    if (!answer) return Promise.reject({ code: '42601', message: `no "${script}"` });
    if (answer[0] === 'nothing') return Promise.resolve([{ columns: [], rows: [], total: 0 }]);
    const value = answer[seed === 'practice' ? 0 : 1];
    return Promise.resolve([
      { columns: [{ name: 'n', isNumber: true }], rows: [[value]], total: 1 },
    ]);
  };

const ask = toAsk({
  right: ['37', '41'],
  alike: ['37', '41'],
  typed: ['37', '37'],
  double: ['74', '82'],
  lucky: ['37', '82'],
  'alike on one': ['74', '41'],
  other: ['5', '6'],
  silent: ['nothing', 'nothing'],
});
const task = {
  solution: 'right',
  mistakes: [{ id: 'pairs-twice', code: 'double' }],
  ordered: false,
};

describe('gradeSql', () => {
  it.each([
    ['right', 'right'],
    ['alike', 'right'],
    ['typed', 'fixed'],
    ['double', 'mistake'],
    ['lucky', 'fixed'],
    ['alike on one', 'different'],
    ['other', 'different'],
    ['silent', 'nothing'],
    ['nonsense', 'error'],
  ])('%s: %s', async (script, verdict) => {
    expect(await gradeSql(task, script, ask)).toMatchObject({ verdict });
  });

  it('looks at the last of several results, and says so', async () => {
    const both: Ask = async (script, seed) =>
      (await Promise.all(script.split(';').map((part) => ask(part, seed)))).flat();
    expect(await gradeSql(task, 'other;right', both)).toEqual({ verdict: 'right' });
    expect(await gradeSql(task, 'right;other', both)).toMatchObject({
      verdict: 'different',
      difference: { what: expect.stringContaining('Of your 2 results the last') as string },
    });
  });

  it('tells an error on the second set from one that is seen', async () => {
    const onHidden: Ask = (script, seed) =>
      ask(seed === 'hidden' && script === 'alike' ? 'none' : script, seed);
    expect(await gradeSql(task, 'alike', onHidden)).toMatchObject({
      verdict: 'error',
      seed: 'hidden',
    });
    expect(await gradeSql(task, 'none', ask)).toMatchObject({ verdict: 'error', seed: 'practice' });
  });

  it('passes on what breaks the engine', async () => {
    const broken: Ask = () => Promise.reject(new RangeError('memory'));
    await expect(gradeSql(task, 'right', broken)).rejects.toThrow('memory');
  });
});

describe('proveSql', () => {
  const prove = async (changes: object) =>
    (await proveSql({ ...task, starter: '', ...changes }, ask)).problems.map(
      ({ problem }) => problem,
    );

  it('finds nothing wrong with a fair exercise', async () => {
    expect(await prove({})).toEqual([]);
  });

  it.each([
    [{ solution: 'nonsense' }, /It fails: no "nonsense"/],
    [{ solution: 'silent' }, /gives no rows/],
    [{ solution: 'typed', mistakes: [{ id: 'a', code: 'other' }] }, /the same on both seeds/],
    [{ mistakes: [{ id: 'a', code: 'alike' }] }, /gives what the solution gives/],
    [
      {
        mistakes: [
          { id: 'a', code: 'double' },
          { id: 'b', code: 'double' },
        ],
      },
      /gives what "a" gives/,
    ],
    [{ starter: 'right' }, /right already/],
  ])('%j: %s', async (changes, problem) => {
    expect((await prove(changes))[0]).toMatch(problem);
  });

  it('leaves a starter with gaps alone', async () => {
    expect(await prove({ starter: 'select ___' })).toEqual([]);
  });
});
