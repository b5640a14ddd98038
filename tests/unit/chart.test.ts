import { describe, expect, it } from 'vitest';
import { drawChart, toTime } from '../../src/lib/drawing/chart/draw.ts';
import { chartSchema } from '../../src/schemas/chart.ts';

const chart = chartSchema.parse({
  title: 'A < B',
  caption: 'It rises.',
  sql: 'select 1',
  x: { label: 'UTC', from: 510, to: 690, format: 'minutes' },
  y: { label: 'Share', from: 0, to: 100, unit: '%' },
  series: [
    { column: 'now', label: 'Now' },
    { column: 'before', label: 'Before' },
  ],
  marks: [{ at: 542, label: 'release' }],
});
const rows = [480, 510, 600, 690, 700].map((minute) => ({ minute, now: minute / 10, before: 200 }));
const svg = drawChart(chart, rows, 'wide', 'chart');
const pathOf = (name: string) => new RegExp(`class="series ${name}" d="(.*?)"`).exec(svg)![1]!;

describe('drawChart', () => {
  it('draws only what lies between the ends of the axis', () => {
    expect(pathOf('n1').split(/[ML]/).filter(Boolean)).toHaveLength(3);
  });

  it('puts larger values higher, and none above the top of the axis', () => {
    const heights = pathOf('n1')
      .split(/[ML]/)
      .filter(Boolean)
      .map((point) => Number(point.split(' ')[1]));
    expect(heights).toEqual([...heights].sort((a, b) => b - a));
    expect(pathOf('n2')).toMatch(/^M\S+ 22L/);
  });

  it('names its axes, marks and itself', () => {
    expect(svg).toContain('>09:00<');
    expect(svg).toContain('>100%<');
    expect(svg).toContain('>release<');
    expect(svg).toContain('<title id="chart-wide">A &lt; B. It rises.</title>');
  });

  it('has fewer times on a phone', () => {
    const narrow = drawChart(chart, rows, 'narrow', 'chart');
    expect(narrow.split('class="tick"')).toHaveLength(4);
    expect(svg.split('class="tick"')).toHaveLength(8);
  });
});

it('toTime writes a time of day', () => {
  expect([542, 0, 1439].map(toTime)).toEqual(['09:02', '00:00', '23:59']);
});
