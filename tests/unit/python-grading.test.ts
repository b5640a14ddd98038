import { describe, expect, it } from 'vitest';
import { provePython } from '../../src/lib/grading/prove.ts';
import { gradePython } from '../../src/lib/grading/python.ts';
import type { Seed } from '../../src/lib/grading/sql.ts';
import type { Observation, Plain } from '../../src/lib/lab/python/observation.ts';

describe('gradePython', () => {
  const scripts: Record<string, [practice: Plain, hidden: Plain]> = {
    right: [{ pt: 3.5, ke: 2 }, { pt: 1 }],
    typed: [
      { pt: 3.5, ke: 2 },
      { pt: 3.5, ke: 2 },
    ],
    text: ['3.5', '1'],
    twice: [{ pt: 7, ke: 4 }, { pt: 2 }],
    'alike on one': [{ pt: 7, ke: 4 }, { pt: 1 }],
    extra: [{ pt: 3.5, ke: 2, total: 5.5 }, { pt: 1 }],
  };
  const observe = (code: string, seed: Seed): Promise<Observation> => {
    const error = { type: 'NameError', message: "name 'x' is not defined", lines: [] };
    const value = scripts[code]?.[seed === 'practice' ? 0 : 1];
    const known = value !== undefined;
    return Promise.resolve({
      error: known || code === 'unnamed' ? null : error,
      values: [known ? { value } : { missing: 'costs', names: ['Costs'] }],
      used: code === 'right' ? ['For'] : [],
      charts: [],
    });
  };
  const pythonTask = {
    solution: 'right',
    mistakes: [{ id: 'twice', code: 'twice' }],
    checks: [{ expression: 'costs', means: 'the cost by country' }],
    mustUse: [],
    starter: '',
  };

  it.each([
    ['right', { verdict: 'right' }],
    ['typed', { verdict: 'fixed' }],
    ['twice', { verdict: 'mistake', mistake: 'twice' }],
    ['alike on one', { verdict: 'different' }],
    [
      'text',
      {
        verdict: 'different',
        message: expect.stringContaining('Yours is a text, and a dictionary') as string,
      },
    ],
    [
      'extra',
      { verdict: 'different', message: expect.stringContaining('key `total` too many') as string },
    ],
    [
      'unnamed',
      {
        verdict: 'different',
        message: expect.stringContaining('has the name `costs`. There is `Costs`') as string,
      },
    ],
    ['crash', { verdict: 'error', seed: 'practice' }],
  ])('%s: %j', async (code, grade) => {
    expect(await gradePython(pythonTask, code, observe)).toMatchObject(grade);
  });

  it('asks for what the script must use, once the result is right', async () => {
    const strict = { ...pythonTask, mustUse: [{ node: 'Assert' }] };
    expect(await gradePython(strict, 'right', observe)).toEqual({
      verdict: 'unused',
      node: 'Assert',
    });
    expect((await gradePython(strict, 'twice', observe)).verdict).toBe('mistake');
    const [problem] = await provePython(strict, observe);
    expect(problem?.problem).toBe('The solution does not use Assert itself.');
  });

  it.each<[yours: Plain, wanted: Plain, says: RegExp, decimals?: number]>([
    [43, 43.47, /rounded to a whole number/, 1],
    [43.5, 43.47, /rounded to 1 decimal place/, 2],
    [44.1, 44.19, /decimals cut off/, 2],
    [4347, 43.47, /factor of 100/, 1],
    [43.5, 43.3, /close: .* rounded before/, 1],
    [1, 80, /too small\. The usual reasons/],
    [3, 0.04, /many times too large|too large/, 1],
    [0, 80, /can mean/],
    [12.5, 12, /whole number, and yours has decimals/],
    [{ '\0': 'nan' }, 80, /`nan` is “not a number”/],
    [{ '\0': '<function share at 0x1>' }, 80, /not called/],
    [{ '\0': "dict_keys(['a'])" }, ['a'], /`list\(…\)` makes a list/],
    ['', 0, /^(?!.*right number).*Yours is a text/],
    ['80', 80, /right number as a text/],
    [null, 80, /`return`/],
    ['Paid', 'paid', /capital letters/],
    ['paid ', 'paid', /spaces/],
    ['a', 'b', /two different texts/],
    [true, false, /True and False/],
    [true, 1, /Yours is True or False, and a number/],
    [[1, 2], [1, 3], /place 1/],
    [['b', 'a'], ['a', 'b'], /another order/],
    [{ SMS: 1 }, { sms: 1 }, /`sms` is missing.*`SMS` too many/],
  ])('says of %j instead of %j: %s', async (yours, wanted, says, decimals) => {
    const value = (code: string) => (code === 'yours' ? yours : wanted);
    const grade = await gradePython({ ...pythonTask, mistakes: [], decimals }, 'yours', (code) =>
      Promise.resolve({ error: null, values: [{ value: value(code) }], used: [], charts: [] }),
    );
    expect(grade).toMatchObject({ verdict: 'different', message: expect.stringMatching(says) });
  });

  it('explains an error in a function that a check calls, with its line', async () => {
    const failed = {
      type: 'NameError',
      message: "name 'null' is not defined",
      lines: [{ line: 4, text: '    return null' }],
    };
    const grade = await gradePython(pythonTask, 'yours', (code) =>
      Promise.resolve({
        error: null,
        values: [code === 'yours' ? { failed } : { value: 1 }],
        used: [],
        charts: [],
      }),
    );
    expect(grade).toMatchObject({
      message: expect.stringMatching(/stops in line 4, `return null`\. Python has no `null`/),
    });
  });

  it('refuses an assertion that notices nothing', async () => {
    const strict = { ...pythonTask, mustUse: [{ node: 'For' }, { node: 'Assert' }] };
    const idle = { line: 3, text: 'assert True', isPair: false };
    const withIdle = async (code: string, seed: Seed) => ({
      ...(await observe(code, seed)),
      used: ['For', 'Assert'],
      idle,
    });
    expect(await gradePython(strict, 'right', withIdle)).toMatchObject({
      verdict: 'different',
      message: expect.stringContaining('`assert True`'),
    });
    expect((await provePython(strict, withIdle))[0]?.problem).toContain('`assert True`');
    expect(await gradePython(pythonTask, 'right', withIdle)).toEqual({ verdict: 'right' });
  });

  it('proves an exercise', async () => {
    expect(await provePython(pythonTask, observe)).toEqual([]);
    const twins = { ...pythonTask, mistakes: [...pythonTask.mistakes, { id: 'b', code: 'twice' }] };
    expect((await provePython(twins, observe))[0]?.problem).toContain('gives what "twice" gives');
  });
});
