import { beforeAll, describe, expect, it } from 'vitest';
import { openPython } from '../../src/load/open-python.ts';
import { toDrawn } from '../../src/lib/lab/python/observation.ts';

let observe: Awaited<ReturnType<typeof openPython>>;

function run(code: string, expressions: string[] = [], files: Record<string, string> = {}) {
  let printed = '';
  const observation = observe({ code, files, expressions }, (text) => (printed += text));
  return { ...observation, printed };
}

beforeAll(async () => void (observe = await openPython()));

describe('a run of a script', () => {
  it.each([
    ['a function of Python’s', 'import builtins\nbuiltins.open = builtins.len = None'],
    ['a module', 'import json\njson.dumps = json.loads = lambda *_, **__: "{}"'],
    ['a class', 'import json\njson.JSONEncoder.encode = lambda *_: "{}"'],
    ['where modules come from', 'import sys\nsys.path.clear()\nsys.meta_path.clear()'],
    ['the modules', 'import sys\nsys.modules.clear()'],
    ['the precision', 'import decimal\ndecimal.getcontext().prec = 3'],
    ['the folder', 'import os\nos.mkdir("in")\nos.chdir("in")'],
    ['files elsewhere', 'open("/tmp/left", "w").close()'],
    ['the recursion limit', 'import sys\nsys.setrecursionlimit(100)'],
    ['where output goes', 'import sys\nsys.stdout = sys.stderr = None'],
    ['the environment', 'import os\nos.environ["LEFT"] = "1"'],
    ['warnings', 'import warnings\nwarnings.simplefilter("error")'],
    ['the log', 'import logging\nlogging.basicConfig(level=1)\nlogging.disable()'],
    ['chance', 'import random\nrandom.seed(1)\nrandom.random = lambda: 0'],
    ['the lab’s own names', 'import __main__\nfor name in list(vars(__main__)): pass'],
    [
      'the lab’s own functions',
      'import sys\nframe = sys._getframe()\nwhile frame.f_back: frame = frame.f_back\nfor name in ("plain", "value_of", "restore"): sys._getframe(1).f_globals[name] = None',
    ],
  ])('changes for itself only: %s', (_, harm) => {
    run(harm);
    const { error, values, printed, isSpent } = run(
      `import decimal, json, logging, os, random, sys, warnings
rows = json.loads(open("rows.json").read())
total = len(rows)
ratio = str(decimal.Decimal(1) / 3)
state = [os.listdir("."), os.listdir("/tmp"), "LEFT" in os.environ, sys.getrecursionlimit() > 900]
text = json.dumps(rows)
warnings.warn("on standard error")
logging.warning("logged")
chance = random.random() not in (0, 0.13436424411240122)
print("seen")`,
      ['total', 'ratio', 'state', 'text', 'chance'],
      { 'rows.json': '[1, 2]' },
    );
    expect(error).toBeNull();
    expect(values).toEqual([
      { value: 2 },
      { value: '0.3333333333333333333333333333' },
      { value: [['rows.json'], [], false, true] },
      { value: '[1, 2]' },
      { value: true },
    ]);
    for (const text of ['on standard error', 'WARNING:root:logged', 'seen']) {
      expect(printed).toContain(text);
    }
    expect(isSpent).toBe(false);
  });

  it.each([
    ['len = lambda _: 3\nrows = [1]'],
    ['import builtins\nbuiltins.len = lambda _: 3\nrows = [1]'],
    ['import json\njson.dumps = lambda *_, **__: \'{"values": [{"value": 3}]}\'\nrows = [1]'],
  ])('cannot answer for the checks: %s', (code) => {
    expect(run(code, ['len(rows)']).values).toEqual([{ value: 1 }]);
  });

  it('tells where it has done what cannot be undone', async () => {
    const own = await openPython();
    const code =
      'import os, sys\nos.remove(next(path for path in sys.path if path.endswith(".zip")))';
    expect(own({ code, files: {}, expressions: [] }, () => undefined).isSpent).toBe(true);
  });

  it.each([
    ['import sys\nprint("why", file=sys.stderr)', 'why\n'],
    ['import sys\nsys.exit("why")', 'why\n'],
    ['import sys\nsys.exit(0)', ''],
  ])('shows what goes to standard error: %s', (code, printed) => {
    expect(run(code)).toMatchObject({ error: null, printed });
  });

  it.each([['print(list(range(1_000_000)))'], ['while True:\n    print("x" * 99)']])(
    'cuts output that is too long: %s',
    (code) => {
      const { error, printed } = run(code);
      expect(error?.type).toBe('TooMuchOutput');
      expect(printed.length).toBeLessThan(100_100);
      expect(printed.slice(-60)).toMatch(/cut here, after 100,000 characters\n$/);
    },
  );

  it('tells a recursion once, and of a long way the two ends', () => {
    expect(run('def f(n):\n    return f(n + 1)\nf(1)').error?.lines).toEqual([
      { line: 3, text: 'f(1)', times: 1 },
      { line: 2, text: '    return f(n + 1)', times: expect.any(Number) },
    ]);
    const mutual = 'def f(n):\n    return g(n)\ndef g(n):\n    return f(n)\nf(1)';
    const { lines } = run(mutual).error!;
    expect(lines.length).toBeLessThan(20);
    expect(lines.some(({ leftOut = 0 }) => leftOut > 900)).toBe(true);
  });

  it('tells a value as what it is', () => {
    const code = `class Odd:
    def isoformat(self): return 3
class Broken:
    def __repr__(self): raise KeyError("no")
odd, broken, huge, many, nothing = Odd(), Broken(), 10**5000, [0] * 1_000_000, float("nan")
loop = []
loop.append(loop)`;
    const names = ['odd', 'broken', 'huge', 'many', 'nothing', 'loop'];
    const failed = (type: string, message: string) => ({
      failed: expect.objectContaining({ type, message: expect.stringContaining(message) }),
    });
    expect(run(code, names).values).toEqual([
      { value: { '\0': expect.stringContaining('Odd object') } },
      failed('KeyError', 'no'),
      { value: { '\0': 'a whole number of about 5,001 digits' } },
      failed('TooManyItems', '1,000,000 items'),
      { value: { '\0': 'nan' } },
      failed('RecursionError', ''),
    ]);
  });

  it('tells an error in a function of the script from a name that is missing', () => {
    const code = 'def share(limit):\n    return limit / totl\nTotal = 5';
    expect(run(code, ['share(2)', 'total']).values).toEqual([
      {
        failed: expect.objectContaining({
          type: 'NameError',
          lines: [{ line: 2, text: '    return limit / totl', times: 1 }],
        }),
      },
      { missing: 'total', names: ['share', 'Total'] },
    ]);
  });

  it.each([
    ['assert total == sum(parts.values())', false],
    ['assert total == sum(parts.values()), "parts"', false],
    ['difference = total - 5\nassert difference == 0', false],
    ['agrees = total == 5\nassert agrees', false],
    ['if total != 5:\n    raise ValueError\nassert total == 5', false],
    ['def check(whole):\n    assert whole == 5\ncheck(total)', false],
    ['assert True', true],
    ['assert "checked"', true],
    ['assert 1 == 1', true],
    ['assert total == total', true],
    ['assert total > 0', true],
    ['assert (total == 5, "parts")', true],
  ])('knows whether an assertion would notice: %s', (code, isIdle) => {
    const { idle } = run(`parts = {"a": 2, "b": 3}\ntotal = 5\n${code}`);
    expect(Boolean(idle)).toBe(isIdle);
    if (idle) expect(idle.isPair).toBe(code.includes('('));
  });
});

describe('charts', () => {
  it('are handed on as they were drawn', () => {
    const { charts, values } = run('import chart\nchart.bars(["a"], [1])', ['len(chart.drawn)']);
    expect(charts).toEqual([{ kind: 'bar', labels: ['a'], values: [1], title: '' }]);
    expect(values).toEqual([{ value: 1 }]);
    expect(run('import chart').charts).toEqual([]);
  });

  it.each(['nan', 'inf', '-inf'])('of %s are refused', (value) => {
    const { error } = run(`import chart\nchart.bars(["a"], [float("${value}")])`);
    expect(error).toMatchObject({ type: 'ValueError', message: `${value} at 'a' cannot be drawn` });
  });

  it.each(['"<img>"', '{"kind": "bar"}', '3', '[1]'])('are nothing else: %s', (item) => {
    const { error, charts } = run(`import chart\nchart.drawn.append(${item})`);
    expect(error?.message).toContain('chart.drawn holds something');
    expect(charts).toEqual([]);
  });

  it.each([
    [null],
    ['<img>'],
    [{ kind: 'bar', labels: ['a'], values: ['<img src=x onerror=alert(1)>'], title: '' }],
    [{ kind: 'bar', labels: ['a'], values: [1, 2], title: '' }],
    [{ kind: 'pie', labels: ['a'], values: [1], title: '' }],
    [{ kind: 'bar', labels: ['a'], values: [Infinity], title: '' }],
  ])('from a worker are checked: %j', (data) => {
    expect(toDrawn(data)).toBeUndefined();
  });
});

describe('a script and the page', () => {
  it.each([
    ['the network', 'import js\njs.fetch("https://example.org")', 'AttributeError'],
    ['the worker', 'import js\njs.postMessage("mine")', 'AttributeError'],
    ['JavaScript', 'from pyodide.code import run_js\nrun_js("1")', 'ImportError'],
  ])('it does not reach %s', (_, code, type) => {
    expect(run(code).error?.type).toBe(type);
  });
});
