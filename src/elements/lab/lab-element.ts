import type { Extension } from '@codemirror/state';
import type { LabClient } from '../../labs/client.ts';
import type { Outcome } from '../../labs/protocol.ts';

/** Seconds after which a run is ended, in case nobody is there to do it. */
const patience = 60;

const toMegabytes = (bytes: number) => (bytes / 1e6).toFixed(0);

/**
 * What all labs share: a plain field that becomes an editor when somebody is about to type, a
 * button that runs it, another that stops it. The engine loads when it is first used.
 */
export abstract class LabElement<Job, Answer> extends HTMLElement {
  /** What the learner reads of the engine: "PostgreSQL". */
  protected abstract readonly engine: string;
  private patience = 0;
  private isWarm = false;
  private running: LabClient<unknown, Job, Answer> | undefined;

  connectedCallback(): void {
    // Where the editor cannot be loaded, the plain field does.
    const setEditor = () => void this.setEditor().catch(() => undefined);
    if (document.activeElement === this.field) setEditor();
    else this.field.addEventListener('focus', setEditor, { once: true });
    // Whoever types will run it: the engine can load meanwhile. Only people's own input counts.
    this.addEventListener('input', ({ isTrusted }) => {
      if (!isTrusted || this.isWarm) return;
      this.isWarm = true;
      void this.load()
        .then((client) => client.warm())
        .catch(() => (this.isWarm = false));
    });
    this.field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void this.run();
    });
    this.button('run').addEventListener('click', () => void this.run());
    this.button('stop').addEventListener('click', () => this.running?.stop('You stopped it.'));
    this.button('reset').addEventListener('click', () => {
      this.text = this.field.defaultValue;
      this.output.replaceChildren();
      this.say('');
      (this.querySelector<HTMLElement>('.cm-content') ?? this.field).focus();
    });
  }

  /** What stands in the field. */
  get text(): string {
    return this.field.value;
  }

  set text(text: string) {
    this.field.value = text;
    this.field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Puts in what was written on an earlier visit, unless something new was typed already. */
  fill(text: string): void {
    if (this.field.value === this.field.defaultValue) this.text = text;
  }

  /** Runs what stands in the field, and shows what comes of it. */
  async run(): Promise<void> {
    await this.perform(this.toJob());
  }

  /**
   * Does a job and shows what comes of it.
   *
   * @returns the answer, or why there is none: `stopped` by the learner, or no engine at all.
   */
  protected async perform(job: Job): Promise<Answer | 'stopped' | 'broken'> {
    if (!this.text.trim()) {
      this.say('There is nothing to run yet.');
      return 'stopped';
    }
    if (this.button('run').disabled) return 'stopped';
    this.setRunning(true);
    try {
      const client = await this.load();
      this.running = client;
      this.say(client.isStarting ? `Loading ${this.engine} …` : 'Running …');
      this.output.replaceChildren();
      this.patience = window.setTimeout(
        () => client.stop(`Stopped after ${patience} seconds.`),
        patience * 1000,
      );
      const outcome = await client.run(job, {
        onProgress: (done, total) => this.showProgress(done, total),
        onPrint: (text) => this.print(text),
      });
      return await this.conclude(outcome);
    } catch {
      this.say('The lab could not be loaded. Check the connection, and open the page again.');
      return 'broken';
    } finally {
      clearTimeout(this.patience);
      this.setRunning(false);
    }
  }

  /** The page's client of the engine. */
  protected abstract load(): Promise<LabClient<unknown, Job, Answer>>;

  /** What the editor must know of the language. */
  protected abstract toLanguage(): Promise<Extension>;

  protected abstract toJob(): Job;

  /** Shows an answer, and says in the status line how it went. */
  protected abstract show(answer: Answer): Promise<void>;

  /** Shows what a script prints while it runs. */
  protected print(text: string): void {
    this.output.append(text);
  }

  protected get output(): HTMLElement {
    return this.querySelector('.output')!;
  }

  protected say(text: string): void {
    this.querySelector('.lab-status')!.textContent = text;
  }

  private get field(): HTMLTextAreaElement {
    return this.querySelector('textarea')!;
  }

  private button(name: string): HTMLButtonElement {
    return this.querySelector(`[data-${name}]`)!;
  }

  /** Colors, completion and matching brackets come when somebody is about to type. */
  private async setEditor(): Promise<void> {
    const [{ setEditor }, language] = await Promise.all([
      import('../../labs/editor.ts'),
      this.toLanguage(),
    ]);
    const editor = setEditor(this.field, language, () => void this.run());
    this.querySelector('label')!.addEventListener('click', () => editor.focus());
  }

  private async conclude(outcome: Outcome<Answer>): Promise<Answer | 'stopped' | 'broken'> {
    if (outcome.kind === 'answer') {
      await this.show(outcome.answer);
      return outcome.answer;
    }
    const { isBroken, message } = outcome;
    const why = isBroken ? `${this.engine} broke off: ${message}.` : message;
    this.say(`${why} Nothing is lost; the next run starts ${this.engine} anew.`);
    return isBroken ? 'broken' : 'stopped';
  }

  private showProgress(done: number, total: number): void {
    const bar = this.querySelector('progress')!;
    bar.hidden = done >= total;
    bar.value = done / total;
    this.say(
      done < total
        ? `Loading ${this.engine}: ${toMegabytes(done)} of ${toMegabytes(total)} MB, unpacked.`
        : `Starting ${this.engine} …`,
    );
  }

  private setRunning(isRunning: boolean): void {
    this.button('run').disabled = isRunning;
    this.button('stop').hidden = !isRunning;
    if (!isRunning) this.querySelector('progress')!.hidden = true;
  }
}
