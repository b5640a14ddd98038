import type { SqlClient } from '../../labs/sql/client.ts';
import type { SqlAnswer, SqlJob } from '../../labs/sql/protocol.ts';
import type { SqlTask } from '../../lib/grading/sql.ts';
import type { SqlError } from '../../lib/lab/sql/messages.ts';
import { once } from '../dom/once.ts';
import { LabElement } from './lab-element.ts';

/** One PostgreSQL for all labs of a page. */
const openClient = once(async (folder: string): Promise<SqlClient> => {
  const { openSql } = await import('../../labs/sql/client.ts');
  return openSql(folder);
});

/** `<sql-lab>`: runs SQL on the practice database. */
export class SqlLab extends LabElement<SqlJob, SqlAnswer> {
  protected override readonly engine = 'PostgreSQL';
  protected override readonly language = 'sql';

  override connectedCallback(): void {
    super.connectedCallback();
    const drawer = this.querySelector<HTMLDetailsElement>('[data-schema]')!;
    drawer.addEventListener('toggle', () => void this.fillDrawer(drawer));
  }

  private async fillDrawer(drawer: HTMLDetailsElement): Promise<void> {
    if (!drawer.open || drawer.querySelector('[data-table]')) return;
    try {
      const { showSchema } = await import('./schema-drawer.ts');
      await showSchema(drawer);
    } catch {
      drawer.querySelector('div')!.textContent =
        'The tables could not be loaded. Check the connection and open this again.';
    }
  }

  /** Runs what stands in the field and grades it. */
  check(task: SqlTask): Promise<SqlAnswer | 'stopped' | 'broken'> {
    return this.perform({ script: this.text, task });
  }

  /** Says why what stands in the field fails. */
  async explain(error: SqlError): Promise<HTMLElement> {
    const { showError } = await import('./sql-output.ts');
    return showError(this.text, error, await this.fetchTables());
  }

  /** The columns of each table; none where they cannot be fetched, as all else works without them. */
  private async fetchTables(): Promise<Record<string, string[]>> {
    const { fetchColumns } = await import('./schema-drawer.ts');
    const { schema } = this.querySelector<HTMLElement>('[data-schema]')!.dataset;
    return fetchColumns(schema!).catch(() => ({}));
  }

  protected override toJob(): SqlJob {
    return { script: this.text };
  }

  protected override load(): Promise<SqlClient> {
    return openClient(new URL(this.dataset.folder!, location.href).href);
  }

  protected override async toLanguage() {
    const [{ toSqlLanguage }, tables] = await Promise.all([
      import('../../labs/sql/language.ts'),
      this.fetchTables(),
    ]);
    return toSqlLanguage(tables);
  }

  protected override async show(answer: SqlAnswer): Promise<void> {
    const { showAnswer } = await import('./sql-output.ts');
    const tables = answer.error ? await this.fetchTables() : {};
    const { elements, status } = showAnswer(this.text, answer, tables, this.dataset.chart);
    this.output.replaceChildren(...elements);
    this.say(status);
  }
}

customElements.define('sql-lab', SqlLab);
