import type { PythonAnswer } from '../../labs/python/protocol.ts';
import type { SqlAnswer } from '../../labs/sql/protocol.ts';
import { eitherWay, isRightOnOne } from '../../lib/grading/either-way.ts';
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

/** `<course-code>`: a query or a script, graded by what it gives. */
class CourseCode extends ActivityElement<SqlTask | PythonTask, CodeAnswer> {
  protected override readonly read = read;

  override connectedCallback(): void {
    super.connectedCallback();
    // The verdict stands under the button, ahead of results that may be long.
    this.querySelector('.lab .actions')!.after(this.querySelector('[data-feedback]')!);
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
      await this.showFailure(answer);
      return;
    }
    const outcome = toOutcome(grade);
    this.give(toFeedback(grade, await this.solution()), outcome.passed);
    this.record({ code: lab.text }, outcome);
  }

  protected restore({ code }: CodeAnswer): void {
    this.lab.fill(code);
  }

  private get lab(): SqlLab | PythonLab {
    return this.querySelector<SqlLab | PythonLab>('.lab')!;
  }

  /** Without an engine nothing can be graded; the answer may be read all the same. */
  private giveUp(): void {
    this.give(
      '<p><b>This browser cannot run the exercise.</b> The line below says why. Write your answer all the same, then compare it with the solution below; it does not count as evidence.</p>',
      false,
    );
    this.openWay();
  }

  private async showFailure({ grade }: SqlAnswer | PythonAnswer): Promise<void> {
    if (grade?.verdict !== 'error' || grade.seed === 'practice') {
      this.give(
        '<p><b>It does not run yet.</b> The message below says why. This does not count as an attempt.</p>',
        false,
      );
      return;
    }
    const { error } = grade;
    const lead = make(
      'b',
      '',
      'It runs on the data you see, and fails on a second set of the same shape.',
    );
    const why =
      'code' in error
        ? await (this.lab as SqlLab).explain(error)
        : (await import('../lab/python-output.ts')).showError(error);
    const hint =
      'That has other values: a missing one, another name, another length. Look at what the code takes for granted.';
    this.give([make('p', '', lead, ' ', ...('code' in error ? [] : [hint])), why], false);
  }
}

function toFeedback(grade: SqlGrade | PythonGrade, solution: HTMLElement): string | HTMLElement[] {
  const quote = (selector: string) => `<p>${solution.querySelector(selector)!.innerHTML}</p>`;
  switch (grade.verdict) {
    case 'right':
      return '<p>On the data you see, and on a second set.</p>';
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
  const isFixed = grade.verdict === 'fixed';
  // What a difference usually means does not hold for an answer that was typed in.
  const say = (lead: string, rest: string) =>
    make('p', '', make('b', '', ...withCode(lead)), ' ', ...withCode(rest));
  if ('message' in grade) {
    const { message } = grade;
    return [
      isFixed
        ? say(isRightOnOne, `${eitherWay} On the second set: ${message}`)
        : make('p', '', ...withCode(message)),
    ];
  }
  const { what, why, row } = grade.difference;
  const says = isFixed
    ? say(isRightOnOne, `${eitherWay} On the second set: ${what}`)
    : say(what, why);
  return [says, ...(row ? [showRows(row)] : [])];
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
