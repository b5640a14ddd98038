import type { SqlClient } from '../../labs/sql/client.ts';
import type { SqlAnswer, SqlJob } from '../../labs/sql/protocol.ts';
import type { SqlTask } from '../../lib/grading/sql.ts';
import { LabElement } from './lab-element.ts';

/** One PostgreSQL for all labs of a page. */
let client: Promise<SqlClient> | undefined;

/** `<sql-lab>`: runs SQL on the practice database. */
export class SqlLab extends LabElement<SqlJob, SqlAnswer> {
  protected override readonly engine = 'PostgreSQL';

  override connectedCallback(): void {
    super.connectedCallback();
    const drawer = this.querySelector<HTMLDetailsElement>('[data-schema]')!;
    drawer.addEventListener(
      'toggle',
      () => void import('./schema-drawer.ts').then(({ showSchema }) => showSchema(drawer)),
      { once: true },
    );
  }

  /** Runs what stands in the field and grades it. */
  check(task: SqlTask): Promise<SqlAnswer | 'stopped' | 'broken'> {
    return this.perform({ script: this.text, task });
  }

  protected override toJob(): SqlJob {
    return { script: this.text };
  }

  protected override load(): Promise<SqlClient> {
    client ??= import('../../labs/sql/client.ts').then(({ openSql }) =>
      openSql(new URL(this.dataset.folder!, location.href).href),
    );
    client.catch(() => (client = undefined));
    return client;
  }

  protected override async toLanguage() {
    const [{ toSqlLanguage }, { fetchColumns }] = await Promise.all([
      import('../../labs/sql/language.ts'),
      import('./schema-drawer.ts'),
    ]);
    const { schema } = this.querySelector<HTMLElement>('[data-schema]')!.dataset;
    return toSqlLanguage(await fetchColumns(schema!));
  }

  protected override async show(answer: SqlAnswer): Promise<void> {
    const { showAnswer } = await import('./sql-output.ts');
    const { elements, status } = showAnswer(this.text, answer, this.dataset.chart);
    this.output.replaceChildren(...elements);
    this.say(status);
  }
}

customElements.define('sql-lab', SqlLab);
