import type { Outcome, SqlClient } from '../labs/sql/client.ts';
import { showError, showResults } from './sql-output.ts';

/** Seconds after which a run is ended, in case nobody is there to do it. */
const patience = 60;

/** `<sql-lab>`: runs SQL on the practice database. The engine loads when it is first used. */
class SqlLab extends HTMLElement {
  private client: Promise<SqlClient> | undefined;
  private patience = 0;
  /** Puts a text into the editor, once there is one. */
  private write: ((text: string) => void) | undefined;

  connectedCallback(): void {
    // Where the editor cannot be loaded, the plain field does.
    this.field.addEventListener('focus', () => void this.setEditor().catch(() => undefined), {
      once: true,
    });
    this.field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void this.run();
    });
    this.button('run').addEventListener('click', () => void this.run());
    this.button('stop').addEventListener('click', () => void this.stop('You stopped it.'));
    this.button('reset').addEventListener('click', () => {
      this.field.value = this.field.defaultValue;
      this.write?.(this.field.value);
      this.output.replaceChildren();
      this.say('');
      (this.querySelector<HTMLElement>('.cm-content') ?? this.field).focus();
    });
  }

  private get field(): HTMLTextAreaElement {
    return this.querySelector('textarea')!;
  }

  private get output(): HTMLElement {
    return this.querySelector('.output')!;
  }

  private button(name: string): HTMLButtonElement {
    return this.querySelector(`[data-${name}]`)!;
  }

  private say(text: string): void {
    this.querySelector('.status')!.textContent = text;
  }

  /** Colors, completion and matching brackets come when somebody is about to type. */
  private async setEditor(): Promise<void> {
    const [{ setEditor, setText }, { toSqlLanguage }] = await Promise.all([
      import('../labs/editor.ts'),
      import('../labs/sql/language.ts'),
    ]);
    const tables = JSON.parse(this.querySelector('script')!.textContent) as Record<
      string,
      string[]
    >;
    const editor = setEditor(this.field, toSqlLanguage(tables), () => void this.run());
    this.write = (text) => setText(editor, text);
    this.querySelector('label')!.addEventListener('click', () => editor.focus());
  }

  private async run(): Promise<void> {
    const script = this.field.value;
    if (!script.trim() || this.button('run').disabled) return;
    this.setRunning(true);
    const client = await (this.client ??= this.load()).catch(() => undefined);
    if (!client) {
      this.client = undefined;
      this.setRunning(false);
      this.say('The lab could not be loaded. Check the connection, and open the page again.');
      return;
    }
    this.say(client.isStarting ? 'Loading PostgreSQL and the data …' : 'Running …');
    this.patience = window.setTimeout(
      () => void this.stop(`Stopped after ${patience} seconds.`),
      patience * 1000,
    );
    this.show(script, await client.run(script));
    clearTimeout(this.patience);
    this.setRunning(false);
  }

  private async load(): Promise<SqlClient> {
    const { SqlClient } = await import('../labs/sql/client.ts');
    const bar = this.querySelector('progress')!;
    return new SqlClient(new URL(this.dataset.folder!, location.href).href, (done, total) => {
      bar.hidden = done >= total;
      bar.value = done / total;
      const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);
      this.say(
        done < total
          ? `Loading PostgreSQL and the data: ${megabytes(done)} of ${megabytes(total)} MB, unpacked.`
          : 'Starting PostgreSQL …',
      );
    });
  }

  private async stop(why: string): Promise<void> {
    (await this.client)?.stop(why);
  }

  private setRunning(isRunning: boolean): void {
    this.button('run').disabled = isRunning;
    this.button('stop').hidden = !isRunning;
    if (!isRunning) this.querySelector('progress')!.hidden = true;
  }

  private show(script: string, outcome: Outcome): void {
    switch (outcome.kind) {
      case 'results': {
        const { results, milliseconds } = outcome;
        this.output.replaceChildren(...showResults(results));
        const rows = results.at(-1)?.total ?? 0;
        this.say(
          `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}, ${Math.max(1, Math.round(milliseconds))} ms.`,
        );
        break;
      }
      case 'error':
        this.output.replaceChildren(showError(script, outcome.error));
        this.say('PostgreSQL could not run this.');
        break;
      case 'stopped':
        this.say(
          `${toSentence(outcome.message)} The data is as it was; the next run starts PostgreSQL anew.`,
        );
    }
  }
}

function toSentence(message = 'It was stopped.'): string {
  return /[.!]$/.test(message) ? message : `PostgreSQL broke off: ${message}.`;
}

customElements.define('sql-lab', SqlLab);
