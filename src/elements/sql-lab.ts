import type { SqlClient } from '../labs/sql/client.ts';
import type { SqlAnswer, SqlJob } from '../labs/sql/protocol.ts';
import type { SqlTask } from '../lib/grading/sql.ts';
import { drawResult } from './drawing.ts';
import { LabElement } from './lab.ts';
import { fetchSchema, showSchema } from './schema.ts';
import { showError, showResults } from './sql-output.ts';

/** One PostgreSQL for all labs of a page. */
let client: Promise<SqlClient> | undefined;

/** `<sql-lab>`: runs SQL on the practice database. */
export class SqlLab extends LabElement<SqlJob, SqlAnswer> {
  protected override readonly engine = 'PostgreSQL';

  override connectedCallback(): void {
    super.connectedCallback();
    const drawer = this.querySelector<HTMLDetailsElement>('[data-schema]')!;
    drawer.addEventListener('toggle', () => void showSchema(drawer), { once: true });
  }

  /** Runs what stands in the field and grades it. */
  check(task: SqlTask): Promise<SqlAnswer | 'stopped' | 'broken'> {
    return this.perform({ script: this.text, task });
  }

  protected override toJob(): SqlJob {
    return { script: this.text };
  }

  protected override load(): Promise<SqlClient> {
    client ??= import('../labs/sql/client.ts').then(({ openSql }) =>
      openSql(new URL(this.dataset.folder!, location.href).href),
    );
    client.catch(() => (client = undefined));
    return client;
  }

  protected override async toLanguage() {
    const [{ toSqlLanguage }, tables] = await Promise.all([
      import('../labs/sql/language.ts'),
      fetchSchema(this.querySelector<HTMLElement>('[data-schema]')!.dataset.schema!),
    ]);
    return toSqlLanguage(
      Object.fromEntries([...tables].map(([name, { columns }]) => [name, columns])),
    );
  }

  protected override show({ results, error, milliseconds }: SqlAnswer): void {
    if (error) {
      this.output.replaceChildren(showError(this.text, error));
      this.say('PostgreSQL could not run this.');
      return;
    }
    this.output.replaceChildren(...showResults(results));
    const last = results.at(-1);
    const { chart } = this.dataset;
    if (last && chart) this.output.append(...drawResult(last, chart as 'bar' | 'line'));
    const rows = last?.total ?? 0;
    this.say(
      `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}, ${Math.max(1, Math.round(milliseconds))} ms.`,
    );
  }
}

customElements.define('sql-lab', SqlLab);
