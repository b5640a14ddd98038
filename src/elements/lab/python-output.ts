import type { PythonAnswer } from '../../labs/python/protocol.ts';
import type { PythonError } from '../../lib/lab/python/observation.ts';
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
  const drawn = charts.map((chart) => drawChart(chart, room));
  if (error) {
    return { elements: [...drawn, showError(error)], status: 'Python stopped at an error.' };
  }
  const note = isSilent && drawn.length === 0 ? ' It printed nothing: print() shows a value.' : '';
  return { elements: drawn, status: `Done in ${Math.max(1, Math.round(milliseconds))} ms.${note}` };
}

/** An error in one plain sentence, the learner's lines that led to it, and Python's own words. */
function showError(error: PythonError): HTMLElement {
  const box = make('div', 'error', make('p', '', ...withCode(explainPython(error))));
  error.lines.forEach(({ line, text }, place) => {
    const isLast = place === error.lines.length - 1;
    const code = isLast ? make('mark', '', text.trim()) : text.trim();
    box.append(make('p', 'keys', `Line ${line}:`), make('pre', '', make('code', '', code)));
  });
  const known = ['NoKeyboard', 'TooMuchOutput'].includes(error.type);
  if (!known) {
    const own = make('p', '', `${error.type}: ${error.message}`);
    box.append(make('details', '', make('summary', '', 'Python’s own words'), own));
  }
  return box;
}
