import type { Attempt } from '../../schemas/progress.ts';
import { ActivityElement } from './activity-element.ts';

const names = ['outcome', 'reason'] as const;

/** `<course-predict>`: an outcome and its reason, which count only together. */
class CoursePredict extends ActivityElement {
  protected override async submit(): Promise<void> {
    const answer = names.map((name) => this.chosen(name));
    const open = answer.findIndex((value) => value === undefined);
    if (open >= 0) {
      this.say(open === 0 ? 'Choose what will happen first.' : 'Choose the reason, too.');
      return;
    }
    const solution = await this.solution();
    const [outcome, reason] = names.map((name, place) =>
      solution.querySelector<HTMLElement>(`[data-of="${name}"][data-reason="${answer[place]!}"]`)!,
    ) as [HTMLElement, HTMLElement];
    const isRight = (element: HTMLElement) => 'right' in element.dataset;
    const passed = isRight(outcome) && isRight(reason);
    const actual = solution.querySelector('[data-actual]')!.innerHTML;
    const parts = passed
      ? [outcome.innerHTML]
      : isRight(outcome)
        ? ['<b>Right outcome, for a reason that would mislead you next time.</b>', reason.innerHTML]
        : [outcome.innerHTML, ...(isRight(reason) ? [] : [reason.innerHTML])];
    this.give(`<p>${parts.join('</p><p>')}</p>${actual}`, passed);
    const score = passed ? 1 : isRight(outcome) ? 0.5 : 0;
    this.record({ answer: answer as string[], score, passed });
  }

  protected restore({ answer }: Attempt): void {
    names.forEach((name, place) => {
      const option = this.querySelector<HTMLInputElement>(
        `input[name="${name}"][value="${Number(answer[place])}"]`,
      );
      if (option) option.checked = true;
    });
  }

  private chosen(name: string): string | undefined {
    return this.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value;
  }
}

customElements.define('course-predict', CoursePredict);
