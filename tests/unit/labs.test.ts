import { describe, expect, it } from 'vitest';
import { drawSimple, describe as describeChart } from '../../src/lib/drawing/chart/simple.ts';
import { toPieces } from '../../src/lib/course/pieces.ts';
import { explainPython } from '../../src/lib/lab/python/messages.ts';
import { toPlan } from '../../src/lib/lab/sql/plan.ts';
import { printResult } from '../../src/lib/lab/sql/print.ts';

describe('toPlan', () => {
  const scan = {
    'Node Type': 'Seq Scan',
    'Relation Name': 'bookings',
    Filter: "(status = 'no_show'::text)",
    'Plan Rows': 2316,
  };
  const read = (node: object) => toPlan(JSON.stringify([{ Plan: node }]));

  it('says in words what is read and kept', () => {
    expect(read(scan)).toEqual({
      what: "Reads all of bookings, row by row and keeps those where status = 'no_show'",
      type: 'Seq Scan',
      expected: 2316,
      from: [],
    });
  });

  it('counts the rows and the time of all rounds', () => {
    const measured = { ...scan, 'Actual Rows': 2, 'Actual Total Time': 0.5, 'Actual Loops': 10 };
    expect(read(measured).actual).toEqual({ rows: 20, milliseconds: 5 });
  });

  it('keeps the order of the steps, and names those it has no words for', () => {
    const join = { 'Node Type': 'Gather', 'Plan Rows': 1, Plans: [scan, scan] };
    expect(read(join)).toMatchObject({ what: 'Gather', from: [{ type: 'Seq Scan' }, {}] });
  });
});

describe('printResult', () => {
  it('sets columns side by side and counts rows', () => {
    const columns = ['status', 'n'].map((name) => ({ name, isNumber: false }));
    const rows = [
      ['no_show', '2316'],
      [null, '4'],
    ];
    expect(printResult({ columns, rows, total: 2 })).toBe(
      'status   n\nno_show  2316\nNULL     4\n(2 rows)',
    );
  });
});

describe('charts of a few numbers', () => {
  const chart = {
    kind: 'bar' as const,
    title: 'Cost <by> country',
    labels: ['Portugal', 'Kenya & more'],
    values: [4, -1.5],
  };

  it('are told in one sentence', () => {
    expect(describeChart(chart)).toBe(
      'Bar chart, Cost <by> country: 2 values, the highest Portugal (4), the lowest Kenya & more (-1.5).',
    );
  });

  it.each(['bar', 'line'] as const)('are drawn as a %s, whatever the labels hold', (kind) => {
    const svg = drawSimple({ ...chart, kind }, 320);
    expect(svg).toContain('Kenya &amp; more');
    expect(svg).not.toMatch(/NaN|<by>/);
    expect(svg).toContain('role="img"');
  });

  it.each([[[0, 0]], [[5]], [[-3, -4]]])('are drawn for %j', (values) => {
    const labels = values.map(String);
    for (const kind of ['bar', 'line'] as const) {
      const svg = drawSimple({ kind, title: '', labels, values }, 320);
      expect(svg).not.toMatch(/NaN|Infinity/);
      expect(svg).not.toMatch(/width="-/);
    }
  });
});

describe('toPieces', () => {
  const item = (id: string) => ({
    id,
    type: 'parsons' as const,
    title: 'x',
    role: 'practice' as const,
    bloom: 'apply' as const,
    objectives: ['o'],
    pool: 'p',
    prompt: 'x',
    hints: ['x'],
    explanation: 'x',
    language: 'sql' as const,
    lines: ['select 1', 'from a', 'where b'].map((text, place) => ({ id: 'abc'[place]!, text })),
    alternatives: [],
    distractors: [{ id: 'd', text: 'drop a', why: 'No.' }],
  });

  it('shows the same order every time, never the right one', () => {
    for (let n = 0; n < 200; n += 1) {
      const pieces = toPieces(item(`item-${n}`));
      expect(pieces).toEqual(toPieces(item(`item-${n}`)));
      const places = pieces.flatMap(({ place }) => place ?? []);
      expect(places).not.toEqual([0, 1, 2]);
      expect(pieces.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd']);
    }
  });
});

describe('explainPython', () => {
  it.each([
    [
      'NameError',
      "name 'Total' is not defined. Did you mean: 'total'?",
      /`Total`; there is `total`/,
    ],
    ['NameError', "name 'cost' is not defined", /Nothing has the name `cost` yet/],
    ['IndentationError', 'unexpected indent', /indented further/],
    [
      'IndentationError',
      "expected an indented block after 'for' statement on line 1",
      /at least one indented line/,
    ],
    ['SyntaxError', "expected ':'", /colon is missing/],
    ['SyntaxError', 'unterminated string literal (detected at line 1)', /closing quote/],
    ['SyntaxError', "'(' was never closed", /bracket `\(` is never closed/],
    ['SyntaxError', "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", /write ==/],
    [
      'SyntaxError',
      "Missing parentheses in call to 'print'. Did you mean print(...)?",
      /print\(total\)/,
    ],
    ['SyntaxError', 'invalid syntax', /cannot read this line/],
    [
      'TypeError',
      'can only concatenate str (not "int") to str',
      /Text and a number cannot be added/,
    ],
    ['TypeError', "unsupported operand type(s) for +: 'int' and 'str'", /Text and a number/],
    ['TypeError', "'NoneType' object is not iterable", /None, the value of/],
    [
      'TypeError',
      "cost() missing 1 required positional argument: 'country'",
      /`cost\(\)`|needs more than/,
    ],
    ['TypeError', "'int' object is not callable", /holds a value/],
    ['ValueError', "could not convert string to float: '1,20'", /`1,20` cannot become a number/],
    ['ValueError', "could not convert string to float: ''", /empty text/],
    ['ValueError', 'not enough values to unpack (expected 2, got 1)', /another number of names/],
    ['KeyError', "'segments'", /no key `segments`/],
    ['IndexError', 'list index out of range', /first item has the place 0/],
    ['AttributeError', "'list' object has no attribute 'length'", /type `list` has no `length`/],
    ['ModuleNotFoundError', "No module named 'pandas'", /no module `pandas` here/],
    [
      'FileNotFoundError',
      "[Errno 44] No such file or directory: 'reminder.csv'",
      /no file `reminder.csv`/,
    ],
    ['ZeroDivisionError', 'division by zero', /divided by zero/],
    ['AssertionError', '', /condition is false/],
    ['AssertionError', 'rows lost', /rows lost/],
    ['NoKeyboard', '', /input\(\) waits for a keyboard/],
    ['TooMuchOutput', '', /more than 100,000 characters/],
    ['OSError', 'disk full', /Python says: OSError: disk full/],
  ])('%s: %s', (type, message, sentence) => {
    expect(explainPython({ type, message, lines: [] })).toMatch(sentence);
  });
});
