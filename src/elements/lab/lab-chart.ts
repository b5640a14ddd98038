import { drawSimple, mostBars } from '../../lib/drawing/chart/simple.ts';
import type { SimpleChart } from '../../lib/drawing/chart/simple.ts';
import type { Result } from '../../lib/lab/sql/result.ts';
import { addStyle } from '../dom/add-style.ts';
import style from './lab-chart.css?inline';
import { make } from '../dom/make.ts';

/** A chart as a figure, with its numbers in a table one click away. */
export function drawChart(chart: SimpleChart, room: number): HTMLElement {
  addStyle(style);
  const drawing = make('div', '');
  drawing.innerHTML = drawSimple(chart, Math.max(280, Math.min(640, room)));
  const figure = make('figure', 'lab-chart', drawing);
  if (chart.title) figure.append(make('figcaption', '', chart.title));
  const rows = chart.labels.map((label, place) =>
    make('tr', '', make('td', '', label), make('td', 'number', String(chart.values[place] ?? ''))),
  );
  const table = make('table', 'grid', make('tbody', '', ...rows));
  figure.append(make('details', '', make('summary', '', 'The numbers'), table));
  return figure;
}

/** A result as a chart: the first column gives the labels, the second the values. */
export function drawResult({ columns, rows }: Result, kind: 'bar' | 'line'): HTMLElement[] {
  if (columns.length < 2 || rows.length === 0 || !columns[1]!.isNumber) {
    const advice = 'A chart needs two columns: labels first, then numbers.';
    return [make('p', 'keys', advice)];
  }
  const shown = rows
    .filter((row) => Number.isFinite(Number(row[1] ?? NaN)))
    .slice(0, kind === 'bar' ? mostBars : 200);
  const chart = {
    kind,
    title: `${columns[1]!.name} by ${columns[0]!.name}`,
    labels: shown.map(([label]) => label ?? 'NULL'),
    values: shown.map(([, value]) => Number(value)),
  };
  return [drawChart(chart, document.documentElement.clientWidth - 60)];
}
