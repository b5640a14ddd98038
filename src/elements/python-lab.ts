import type { PythonClient } from '../labs/python/client.ts';
import type { PythonAnswer, PythonJob } from '../labs/python/protocol.ts';
import type { PythonError, PythonTask } from '../lib/grading/python.ts';
import { explainPython } from '../lib/python/messages.ts';
import { drawChart } from './drawing.ts';
import { LabElement } from './lab.ts';
import { make, withCode } from './make.ts';

/** One Python for all labs of a page. */
let client: Promise<PythonClient> | undefined;

/** `<python-lab>`: runs Python with the exercise's files. */
export class PythonLab extends LabElement<PythonJob, PythonAnswer> {
  protected override readonly engine = 'Python';

  /** Runs what stands in the field and grades it. */
  check(task: PythonTask): Promise<PythonAnswer | 'stopped' | 'broken'> {
    return this.perform({ ...this.toJob(), task });
  }

  protected override toJob(): PythonJob {
    const { files = '', data = '' } = this.dataset;
    const toFolder = (path: string) => new URL(path, location.href).href;
    return {
      code: this.text,
      files: files.split(' ').filter(Boolean),
      folders: { practice: toFolder(data), hidden: toFolder(`${data}hidden/`) },
    };
  }

  protected override load(): Promise<PythonClient> {
    client ??= import('../labs/python/client.ts').then(({ openPython }) =>
      openPython(new URL(this.dataset.folder!, location.href).href),
    );
    client.catch(() => (client = undefined));
    return client;
  }

  protected override async toLanguage() {
    const { pythonLanguage } = await import('../labs/python/language.ts');
    return pythonLanguage;
  }

  protected override print(text: string): void {
    let printed = this.output.querySelector('pre');
    if (!printed) {
      printed = make('pre', 'printed');
      printed.tabIndex = 0;
      printed.role = 'group';
      printed.ariaLabel = 'Output';
      this.output.append(printed);
    }
    printed.append(text);
  }

  protected override show({ observation, milliseconds }: PythonAnswer): void {
    const { error, charts } = observation;
    const room = this.output.clientWidth;
    this.output.append(...charts.map((chart) => drawChart(chart, room)));
    if (error) {
      this.output.append(showPythonError(error));
      this.say('Python stopped at an error.');
      return;
    }
    const isSilent = this.output.childElementCount === 0;
    const note = isSilent ? ' It printed nothing: print() shows a value.' : '';
    this.say(`Done in ${Math.max(1, Math.round(milliseconds))} ms.${note}`);
  }
}

/** An error in one plain sentence, the learner's lines that led to it, and Python's own words. */
export function showPythonError(error: PythonError): HTMLElement {
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

customElements.define('python-lab', PythonLab);
