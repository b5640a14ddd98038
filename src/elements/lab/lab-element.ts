import type { Extension } from '@codemirror/state';
import type { LabClient } from '../../labs/client.ts';
import type { Outcome } from '../../labs/protocol.ts';
import type { Language } from '../../lib/lab/tokens-of-code.ts';
import { colorField } from './field-colors.ts';

/** Seconds after which a run is ended, in case nobody is there to do it. Loading does not count. */
const patience = 60;

/** Seconds without a byte after which the line is said to be slow. */
const quiet = 5;

const toMegabytes = (bytes: number) => (bytes / 1e6).toFixed(0);

/**
 * What all labs share: a plain field that becomes an editor when somebody is about to type, a
 * button that runs it, another that stops it. The engine loads when it is first used.
 */
export abstract class LabElement<Job, Answer> extends HTMLElement {
  /** What the learner reads of the engine: "PostgreSQL". */
  protected abstract readonly engine: string;
  protected abstract readonly language: Language;
  private timer = 0;
  private isWarm = false;
  private running: AbortController | undefined;

  connectedCallback(): void {
    // Where the editor cannot be loaded, the plain field does, and the next focus tries again.
    const setEditor = () => void this.setEditor().catch(waitForFocus);
    const waitForFocus = () => this.field.addEventListener('focus', setEditor, { once: true });
    if (document.activeElement === this.field) setEditor();
    else waitForFocus();
    colorField(this.field, this.language);
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
    this.button('stop').addEventListener('click', () => this.running?.abort('You stopped it.'));
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
      this.say(`Loading ${this.engine} …`);
      this.output.replaceChildren();
      const client = await this.load().catch(() => undefined);
      if (!client) return this.explainUnread('The code of the lab');
      return await this.conclude(await this.hand(client, job));
    } finally {
      clearTimeout(this.timer);
      this.setRunning(false);
    }
  }

  private hand(client: LabClient<Job, Answer>, job: Job): Promise<Outcome<Answer>> {
    const control = new AbortController();
    this.running = control;
    if (client.isBusy) this.say('Another run on this page is under way; this one waits for it …');
    const listener = {
      onProgress: (done: number, total: number, file: string) =>
        this.showProgress(done, total, file),
      onStart: () => {
        this.say('Running …');
        this.later(patience, () => control.abort(`Stopped after ${patience} seconds.`));
      },
      onPrint: (text: string) => this.print(text),
    };
    return client.run(job, listener, control.signal);
  }

  /** Does something after some seconds, unless the run goes on before. */
  private later(seconds: number, act: () => void): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(act, seconds * 1000);
  }

  /** The page's client of the engine. */
  protected abstract load(): Promise<LabClient<Job, Answer>>;

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
    switch (outcome.kind) {
      case 'answer':
        try {
          await this.show(outcome.answer);
        } catch {
          return this.explainUnread('What shows the answer');
        }
        return outcome.answer;
      case 'unread':
        return this.explainUnread(outcome.file);
      case 'stopped':
        this.say(`${outcome.message} Nothing is lost.`);
        return 'stopped';
      case 'broken':
        this.say(
          `${this.engine} broke off: ${outcome.message}. Nothing is lost; the next run starts it anew.`,
        );
        return 'broken';
    }
  }

  private explainUnread(what: string): 'stopped' {
    this.say(
      `${what} could not be loaded: the connection is broken, or too slow. What has come is kept; run it again to go on from there.`,
    );
    return 'stopped';
  }

  private showProgress(done: number, total: number, file: string): void {
    clearTimeout(this.timer);
    const bar = this.querySelector('progress')!;
    bar.hidden = done >= total;
    bar.value = done / total;
    if (done >= total) {
      this.say(`Starting ${this.engine} …`);
      return;
    }
    this.say(`Loading ${this.engine}: ${toMegabytes(done)} of ${toMegabytes(total)} MB, unpacked.`);
    this.later(quiet, () =>
      this.say(
        `Nothing has come for ${quiet} seconds: the connection is slow or broken. Waiting for ${file}.`,
      ),
    );
  }

  private setRunning(isRunning: boolean): void {
    this.button('run').disabled = isRunning;
    this.button('stop').hidden = !isRunning;
    if (!isRunning) this.querySelector('progress')!.hidden = true;
  }
}
