import type { PythonAnswer } from '../../labs/python/protocol.ts';
import { toDrawn } from '../../lib/lab/python/observation.ts';
import type { PythonError, PythonStep } from '../../lib/lab/python/observation.ts';
import { explainPython } from '../../lib/lab/python/messages.ts';
import { addStyle } from '../dom/add-style.ts';
import { drawChart } from './lab-chart.ts';
import style from './lab-output.css?inline';
import { make, withCode } from '../dom/make.ts';

addStyle(style);

/**
 * What a script left behind besides its output.
 *
 * @param isSilent - whether it printed nothing.
 * @param room - width for charts, in pixels.
 */
export function showAnswer(
  { observation, milliseconds }: PythonAnswer,
  isSilent: boolean,
  room: number,
): { elements: HTMLElement[]; status: string } {
  const { error, charts } = observation;
  // A script can speak in the worker's name: what it sends is drawn only if it is a chart.
  const drawn = charts.flatMap((data) => {
    const chart = toDrawn(data);
    return chart ? [drawChart(chart, room)] : [];
  });
  if (error) {
    return { elements: [...drawn, showError(error)], status: 'Python stopped at an error.' };
  }
  const note = isSilent && drawn.length === 0 ? ' It printed nothing: print() shows a value.' : '';
  return { elements: drawn, status: `Done in ${Math.max(1, Math.round(milliseconds))} ms.${note}` };
}

/** An error in one plain sentence, the learner's lines that led to it, and Python's own words. */
export function showError(error: PythonError): HTMLElement {
  const box = make('div', 'error', make('p', '', ...withCode(explainPython(error))));
  error.lines.forEach((step, place) => {
    const isLast = place === error.lines.length - 1;
    const code = isLast ? make('mark', '', step.text.trim()) : step.text.trim();
    box.append(make('p', 'keys', toLead(step)), make('pre', '', make('code', '', code)));
  });
  const known = ['NoKeyboard', 'TooMuchOutput', 'TooManyItems'].includes(error.type);
  if (!known) {
    const own = make('p', '', `${error.type}: ${error.message}`);
    box.append(make('details', '', make('summary', '', 'Python’s own words'), own));
  }
  return box;
}

/** Where a step is, and how often it stands there. */
function toLead({ line, times = 1, leftOut = 0 }: PythonStep): string {
  const before = leftOut > 0 ? `… ${leftOut.toLocaleString('en')} more steps … ` : '';
  const often = times > 1 ? `, ${times.toLocaleString('en')} times` : '';
  return `${before}Line ${line}${often}:`;
}
