import type { PythonClient } from '../../labs/python/client.ts';
import type { PythonAnswer, PythonJob } from '../../labs/python/protocol.ts';
import type { PythonTask } from '../../lib/grading/python.ts';
import { once } from '../dom/once.ts';
import { LabElement } from './lab-element.ts';

/** One Python for all labs of a page. */
const openClient = once(async (folder: string): Promise<PythonClient> => {
  const { openPython } = await import('../../labs/python/client.ts');
  return openPython(folder);
});

/** `<python-lab>`: runs Python with the exercise's files. */
export class PythonLab extends LabElement<PythonJob, PythonAnswer> {
  protected override readonly engine = 'Python';
  protected override readonly language = 'python';

  /** Runs what stands in the field and grades it. */
  check(task: PythonTask): Promise<PythonAnswer | 'stopped' | 'broken'> {
    return this.perform({ ...this.toJob(), task });
  }

  protected override toJob(): PythonJob {
    const { files = '', filesFolder = '' } = this.dataset;
    const toFolder = (path: string) => new URL(path, location.href).href;
    return {
      code: this.text,
      files: files.split(' ').filter(Boolean),
      folders: { practice: toFolder(filesFolder), hidden: toFolder(`${filesFolder}hidden/`) },
    };
  }

  protected override load(): Promise<PythonClient> {
    return openClient(new URL(this.dataset.folder!, location.href).href);
  }

  protected override async toLanguage() {
    const { pythonLanguage } = await import('../../labs/python/language.ts');
    return pythonLanguage;
  }

  protected override print(text: string): void {
    let printed = this.output.querySelector('pre');
    if (!printed) {
      printed = document.createElement('pre');
      printed.className = 'printed';
      printed.tabIndex = 0;
      printed.role = 'group';
      printed.ariaLabel = 'Output';
      this.output.append(printed);
    }
    printed.append(text);
  }

  protected override async show(answer: PythonAnswer): Promise<void> {
    const { showAnswer } = await import('./python-output.ts');
    const isSilent = this.output.childElementCount === 0;
    const { elements, status } = showAnswer(answer, isSilent, this.output.clientWidth);
    this.output.append(...elements);
    this.say(status);
  }
}

customElements.define('python-lab', PythonLab);
