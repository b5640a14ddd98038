import type { SqlAnswer } from '../../labs/sql/protocol.ts';
import type { Result } from '../../lib/lab/sql/result.ts';
import { explainError, toPlace } from '../../lib/lab/sql/messages.ts';
import type { SqlError } from '../../lib/lab/sql/messages.ts';
import type { PlanStep } from '../../lib/lab/sql/plan.ts';
import { addStyle } from '../dom/add-style.ts';
import { drawResult } from './lab-chart.ts';
import style from './lab-output.css?inline';
import { make, withCode } from '../dom/make.ts';

addStyle(style);

/**
 * What a run gave, or why it failed.
 *
 * @param tables - the columns of each table, by which misspelled names are recognized.
 * @param chart - draws the last result, too: `bar` or `line`.
 */
export function showAnswer(
  script: string,
  { results, error, milliseconds }: SqlAnswer,
  tables: Record<string, string[]>,
  chart: string | undefined,
): { elements: HTMLElement[]; status: string } {
  if (error) {
    return {
      elements: [showError(script, error, tables)],
      status: 'PostgreSQL could not run this.',
    };
  }
  const elements = showResults(results);
  const last = results.at(-1);
  if (last && chart) elements.push(...drawResult(last, chart as 'bar' | 'line'));
  const rows = last?.total ?? 0;
  const count = `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`;
  return { elements, status: `${count}, ${Math.max(1, Math.round(milliseconds))} ms.` };
}

/** Results as tables, one a statement. NULL shows as NULL; what is not shown is counted. */
function showResults(results: readonly Result[]): HTMLElement[] {
  return results.map((result, index) => {
    const { columns, rows, total } = result;
    const figure = make('div', 'result');
    if (result.plan) {
      figure.append(make('ul', 'plan', toStep(result.plan)));
      return figure;
    }
    if (columns.length === 0) {
      const done =
        total === 0
          ? 'Done, and undone'
          : `${total.toLocaleString('en')} ${total === 1 ? 'row' : 'rows'} changed, and changed back`;
      figure.append(`${done}: every run starts from the same data.`);
      return figure;
    }
    const scroll = make('div', 'rows', toTable(result));
    scroll.tabIndex = 0;
    // Values and names are what the database says, in any language.
    scroll.translate = false;
    scroll.role = 'group';
    scroll.ariaLabel = results.length > 1 ? `Result ${index + 1}` : 'Result';
    figure.append(scroll);
    if (total > rows.length) {
      figure.append(
        make('p', 'keys', `The first ${rows.length} of ${total.toLocaleString('en')} rows.`),
      );
    }
    return figure;
  });
}

/** A step of a plan, and under it the steps that it takes its rows from. */
function toStep({ what, type, expected, actual, from }: PlanStep): HTMLElement {
  const rows = (number: number) =>
    `${number.toLocaleString('en')} ${number === 1 ? 'row' : 'rows'}`;
  const measured = actual && `, ${rows(actual.rows)} came in ${actual.milliseconds.toFixed(1)} ms`;
  const note = make('small', '', `${type}: ${rows(expected)} expected${measured ?? ''}`);
  const item = make('li', '', `${what}. `, note);
  if (from.length > 0) item.append(make('ul', '', ...from.map(toStep)));
  return item;
}

function toTable({ columns, rows }: Result): HTMLTableElement {
  const isNumber = (index: number) => (columns[index]?.isNumber ? 'number' : '');
  const head = make('tr', '');
  columns.forEach(({ name }, index) => {
    const cell = make('th', isNumber(index), name);
    cell.scope = 'col';
    head.append(cell);
  });
  const body = rows.map((row) =>
    make(
      'tr',
      '',
      ...row.map((value, index) =>
        make('td', isNumber(index), value === null ? make('i', '', 'NULL') : value),
      ),
    ),
  );
  return make('table', 'grid', make('thead', '', head), make('tbody', '', ...body));
}

/** An error in one plain sentence, its place marked, PostgreSQL's own words one click away. */
export function showError(
  script: string,
  error: SqlError,
  tables: Record<string, string[]>,
): HTMLElement {
  const { says, at } = explainError(error, script, tables);
  const box = make('div', 'error', make('p', '', ...withCode(says)));
  if (at !== undefined && at >= 0 && at < script.length) {
    const { line, column } = toPlace(script, at);
    const text = script.split('\n')[line - 1] ?? '';
    const from = column - 1;
    const word = /^(?:[\p{L}\p{N}_]+|.)/u.exec(text.slice(from))?.[0] ?? '';
    const rest = text.slice(from + word.length);
    const code = make('code', '', text.slice(0, from), make('mark', '', word), rest);
    box.append(make('p', 'keys', `Line ${line}:`), make('pre', '', code));
  }
  if (error.code) {
    const own = make('p', '', `${error.message} (${error.code})`);
    const details = make('details', '', make('summary', '', 'PostgreSQL’s own words'), own);
    if (error.hint) details.append(make('p', '', error.hint));
    box.append(details);
  }
  return box;
}
