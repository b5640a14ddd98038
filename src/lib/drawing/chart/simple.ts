import { escape } from '../../text/escape.ts';
import { formatNumber } from './draw.ts';

/** A few numbers with their labels, as a result or a script gives them. */
export interface SimpleChart {
  kind: 'bar' | 'line';
  title: string;
  labels: readonly string[];
  values: readonly number[];
}

/** More bars than this are no longer read one by one. */
export const mostBars = 40;

const row = 26;
const digit = 7.2;
const pad = 10;

/**
 * Draws bars, one below the other so that their labels have room on a phone, or a line.
 *
 * @param width - room for the drawing, in pixels.
 * @returns SVG whose title tells the extremes; the numbers themselves belong in a table beside it.
 */
export function drawSimple(chart: SimpleChart, width: number): string {
  const draw = chart.kind === 'bar' ? drawBars : drawLine;
  const { body, height } = draw(chart, width);
  return `<svg class="drawing" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(describe(chart))}">${body}</svg>`;
}

/** The chart in one sentence. */
export function describe({ kind, title, labels, values }: SimpleChart): string {
  const most = values.indexOf(Math.max(...values));
  const least = values.indexOf(Math.min(...values));
  const of = (place: number) => `${labels[place] ?? ''} (${formatNumber(values[place] ?? 0)})`;
  const what = kind === 'bar' ? 'Bar chart' : 'Line chart';
  return `${what}${title ? `, ${title}` : ''}: ${values.length} values, the highest ${of(most)}, the lowest ${of(least)}.`;
}

function drawBars({ labels, values }: SimpleChart, width: number) {
  const names = labels.map((label) => shorten(label, 24));
  const numbers = values.map(formatNumber);
  const left = Math.max(...names.map(({ length }) => length)) * digit + pad;
  const right = Math.max(...numbers.map(({ length }) => length)) * digit + pad;
  const low = Math.min(0, ...values);
  const scale = (width - left - right) / (Math.max(0, ...values) - low || 1);
  const toX = (value: number) => left + (value - low) * scale;
  const body = values.map((value, place) => {
    const y = place * row;
    const from = Math.min(toX(0), toX(value));
    const length = Math.max(1, Math.abs(toX(value) - toX(0)));
    return [
      `<text x="${round(left - pad)}" y="${y + 17}" text-anchor="end">${escape(names[place]!)}</text>`,
      `<rect class="bar" x="${round(from)}" y="${y + 4}" width="${round(length)}" height="${row - 8}"/>`,
      `<text x="${round(from + length + 5)}" y="${y + 17}">${numbers[place]!}</text>`,
    ].join('');
  });
  return { body: body.join(''), height: values.length * row };
}

function drawLine({ labels, values }: SimpleChart, width: number) {
  const height = 220;
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const ends = [high, low].map(formatNumber);
  const left = Math.max(...ends.map(({ length }) => length)) * digit + pad;
  const [top, bottom] = [12, height - 30];
  const toX = (place: number) =>
    left + (place / Math.max(1, values.length - 1)) * (width - left - pad);
  const toY = (value: number) => bottom - ((value - low) / (high - low || 1)) * (bottom - top);
  const points = values.map((value, place) => `${round(toX(place))} ${round(toY(value))}`);
  const axis = [high, low].map(
    (value, place) =>
      `<path class="grid" d="M${round(left)} ${round(toY(value))}H${width}"/><text x="${round(left - 6)}" y="${round(toY(value) + 4)}" text-anchor="end">${ends[place]!}</text>`,
  );
  const names = [
    `<text x="${round(left)}" y="${height - 8}">${escape(shorten(labels[0] ?? '', 16))}</text>`,
    `<text x="${width}" y="${height - 8}" text-anchor="end">${escape(shorten(labels.at(-1) ?? '', 16))}</text>`,
  ];
  const line = `<path class="series n1" d="M${points.join('L')}"/>`;
  const dots = points.map((point) => {
    const [x, y] = point.split(' ');
    return `<circle class="dot" cx="${x}" cy="${y}" r="2.5"/>`;
  });
  return { body: [...axis, ...names, line, ...dots].join(''), height };
}

const shorten = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

const round = (value: number) => Math.round(value * 10) / 10;
