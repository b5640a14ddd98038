import type { PythonAnswer } from '../../labs/python/protocol.ts';
import type { SqlAnswer } from '../../labs/sql/protocol.ts';
import type { Difference } from '../../lib/grading/difference.ts';
import type { PythonGrade, PythonTask } from '../../lib/grading/python.ts';
import type { SqlGrade, SqlTask } from '../../lib/grading/sql.ts';
import { read, toOutcome } from '../../lib/grading/written.ts';
import type { CodeAnswer } from '../../lib/grading/written.ts';
import { ActivityElement } from './activity-element.ts';
import { make, withCode } from '../dom/make.ts';
import '../lab/python-lab.ts';
import type { PythonLab } from '../lab/python-lab.ts';
import '../lab/sql-lab.ts';
import type { SqlLab } from '../lab/sql-lab.ts';

/** Milliseconds without a keystroke after which the code is kept. */
const pause = 600;

const fixed =
  'Right on the data you see, and wrong on a second set of the same shape. Something is typed in that the code should work out: a number, a name or a date that only fits these rows.';

/** `<course-code>`: a query or a script, graded by what it gives. */
class CourseCode extends ActivityElement<SqlTask | PythonTask, CodeAnswer> {
  protected override readonly read = read;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.keepDraft(this.lab.text), pause);
    });
    window.addEventListener('pagehide', () => {
      if (this.timer && this.lab.text !== (this.draft ?? '')) this.keepDraft(this.lab.text);
    });
  }

  protected override async submit(): Promise<void> {
    const task = await this.key();
    const { lab } = this;
    const answer = await (lab.localName === 'sql-lab'
      ? (lab as SqlLab).check(task as SqlTask)
      : (lab as PythonLab).check(task as PythonTask));
    if (answer === 'stopped') return;
    if (answer === 'broken') {
      this.giveUp();
      return;
    }
    const { grade } = answer;
    // A query that PostgreSQL cannot run is no answer yet.
    if (!grade || grade.verdict === 'error') {
      this.showFailure(answer);
      return;
    }
    const outcome = toOutcome(grade);
    this.give(toFeedback(grade, await this.solution()), outcome.passed);
    this.record({ code: lab.text }, outcome);
  }

  protected restore({ code }: CodeAnswer): void {
    this.lab.fill(this.draft ?? code);
  }

  protected override start(): void {
    if (this.draft !== undefined) this.lab.fill(this.draft);
  }

  private get lab(): SqlLab | PythonLab {
    return this.querySelector<SqlLab | PythonLab>('.lab')!;
  }

  /** Without an engine nothing can be graded; the answer may be read all the same. */
  private giveUp(): void {
    this.give(
      '<p><b>This browser cannot run the exercise.</b> The line above says why. Write your answer all the same, then compare it with the solution below; it does not count as evidence.</p>',
      false,
    );
    this.openWay();
  }

  private showFailure(answer: SqlAnswer | PythonAnswer): void {
    const isHidden =
      answer.grade?.verdict === 'error' && 'seed' in answer.grade && answer.grade.seed === 'hidden';
    this.give(
      isHidden
        ? '<p><b>It runs on the files you see, and fails on others of the same kind.</b> The second set has other values: a missing one, another name, another length. Look at what the code takes for granted.</p>'
        : '<p><b>It does not run yet.</b> The message above says why. This does not count as an attempt.</p>',
      false,
    );
  }
}

function toFeedback(grade: SqlGrade | PythonGrade, solution: HTMLElement): string | HTMLElement[] {
  const quote = (selector: string) => `<p>${solution.querySelector(selector)!.innerHTML}</p>`;
  switch (grade.verdict) {
    case 'right':
      return '<p><b>Right</b>, on the data you see and on a second set.</p>';
    case 'mistake':
      return quote(`[data-mistake="${grade.mistake}"]`);
    case 'unused':
      return quote(`[data-use="${grade.node}"]`);
    case 'nothing':
      return '<p><b>There is no result to look at.</b> End with a SELECT.</p>';
    case 'different':
    case 'fixed':
      return explain(grade);
    case 'error':
      return [];
  }
}

type Wrong = Extract<SqlGrade | PythonGrade, { verdict: 'different' | 'fixed' }>;

function explain(grade: Wrong): HTMLElement[] {
  const lead = grade.verdict === 'fixed' ? fixed : 'Not yet.';
  // What a difference usually means does not hold for an answer that was typed in.
  const isTyped = grade.verdict === 'fixed';
  if ('message' in grade) {
    const text = isTyped ? [] : [' ', ...withCode(grade.message)];
    return [make('p', '', make('b', '', lead), ...text)];
  }
  const { message, row } = grade.difference;
  const text = isTyped ? '' : ` ${message}`;
  return [make('p', '', make('b', '', lead), text), ...(row ? [showRows(row)] : [])];
}

/** The first row that differs, and the one that should be there. */
function showRows({ yours, wanted, column }: NonNullable<Difference['row']>): HTMLElement {
  const toRow = (label: string, values: readonly (string | null)[]) => {
    const head = make('th', '', label);
    head.scope = 'row';
    const cells = values.map((value, place) =>
      make('td', place === column ? 'differs' : '', value ?? make('i', '', 'NULL')),
    );
    return make('tr', '', head, ...cells);
  };
  const rows = [
    ...(yours ? [toRow(wanted ? 'Yours' : 'One of yours too many', yours)] : []),
    ...(wanted ? [toRow(yours ? 'Wanted' : 'One that is missing', wanted)] : []),
  ];
  const scroll = make('div', 'scroll', make('table', 'grid', make('tbody', '', ...rows)));
  scroll.tabIndex = 0;
  scroll.role = 'group';
  scroll.ariaLabel = 'The row that differs';
  return scroll;
}

customElements.define('course-code', CourseCode);
