import { escape } from '../../text/escape.ts';
import type { ChartFile } from '../../../schemas/chart.ts';

/** One row of a chart's query. */
export type ChartRow = Readonly<Record<string, number>>;

/** How much room a chart has: `wide` for a column of text, `narrow` for a phone. */
export type ChartRoom = 'wide' | 'narrow';

const rooms = {
  wide: { width: 640, height: 250, step: 30 },
  narrow: { width: 335, height: 220, step: 60 },
} as const;

/** Space for the axes' words, in pixels. */
const pad = { top: 22, right: 20, bottom: 26 };

/** Width of a digit of the axes' words, at most. */
const digit = 7.7;

/**
 * Draws a chart as SVG in pixels. The first series is a solid line, later ones are dashed, so that
 * they differ without color; colors come from the page's style sheet by class.
 */
export function drawChart(
  chart: ChartFile,
  rows: readonly ChartRow[],
  room: ChartRoom,
  id: string,
) {
  const { width, height, step } = rooms[room];
  const { x, y, series, marks } = chart;
  const sign = y.unit === '%' ? '%' : '';
  const values = ticks(y.from, y.to, niceStep(y.to - y.from));
  const names = values.map((value) => formatNumber(value) + sign);
  const left = Math.max(...names.map((name) => name.length)) * digit + 8;
  const toX = (value: number) =>
    left + ((value - x.from) / (x.to - x.from)) * (width - left - pad.right);
  const toY = (value: number) => {
    const share = (Math.min(value, y.to) - y.from) / (y.to - y.from);
    return height - pad.bottom - share * (height - pad.top - pad.bottom);
  };
  const seen = rows.filter(({ minute = NaN }) => minute >= x.from && minute <= x.to);
  const base = toY(y.from);

  const columns = ticks(x.from, x.to, step).map(
    (value) =>
      `<path class="tick" d="M${round(toX(value))} ${round(base)}v4"/>${write(toTime(value), toX(value), base + 18, 'middle')}`,
  );
  const lines = values.map(
    (value, index) =>
      `<path class="grid" d="M${round(left)} ${round(toY(value))}H${width - pad.right}"/>${write(names[index]!, left - 6, toY(value) + 4, 'end')}`,
  );
  const curves = series.map(({ column }, index) => {
    const points = seen.map(
      (row) => `${round(toX(row.minute!))} ${round(toY(row[column] ?? NaN))}`,
    );
    return `<path class="series n${index + 1}" d="M${points.join('L')}"/>`;
  });
  const notes = marks.map(
    ({ at, label }) =>
      `<path class="mark" d="M${round(toX(at))} ${pad.top - 4}V${round(base)}"/>${write(label, toX(at) + 4, pad.top + 6, 'start', 'halo')}`,
  );
  return [
    `<svg class="drawing ${room}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-${room}">`,
    `<title id="${id}-${room}">${escape(`${chart.title}. ${chart.caption}`)}</title>`,
    ...lines,
    ...columns,
    ...[...curves].reverse(),
    ...notes,
    write(y.unit && !sign ? `${y.label}, ${y.unit}` : y.label, 0, 11, 'start'),
    '</svg>',
  ].join('');
}

/** Minutes after midnight as a time of day: 542 is `09:02`. */
export function toTime(minutes: number): string {
  const pair = (value: number) => String(value).padStart(2, '0');
  return `${pair(Math.floor(minutes / 60))}:${pair(minutes % 60)}`;
}

/** Writes a number with its thousands separated. */
export function formatNumber(value: number): string {
  return value.toLocaleString('en');
}

function ticks(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, i) => first + i * step);
}

/** A step of 1, 2, 2.5 or 5 times a power of ten that gives at most five lines. */
function niceStep(range: number): number {
  const power = 10 ** Math.floor(Math.log10(range / 5));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => range / step <= 5)!;
}

const write = (text: string, x: number, y: number, anchor: string, style = '') =>
  `<text${style && ` class="${style}"`} x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escape(text)}</text>`;

const round = (value: number) => Math.round(value * 10) / 10;
