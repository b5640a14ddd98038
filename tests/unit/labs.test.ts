import { describe, expect, it } from 'vitest';
import { drawSimple, describe as describeChart } from '../../src/lib/drawing/chart/simple.ts';
import { toPieces } from '../../src/lib/course/pieces.ts';
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
