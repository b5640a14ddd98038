import { grade, read } from '../../lib/grading/predict.ts';
import type { PredictAnswer } from '../../lib/grading/predict.ts';
import type { PredictKey } from '../../schemas/activity/predict.ts';
import { ActivityElement } from './activity-element.ts';

const names = ['outcome', 'reason'] as const;

/** `<course-predict>`: an outcome and its reason, which count only together. */
class CoursePredict extends ActivityElement<PredictKey, PredictAnswer> {
  protected override readonly read = read;

  protected override async submit(): Promise<void> {
    const [outcome, reason] = names.map((name) => this.chosen(name));
    if (outcome === undefined || reason === undefined) {
      const name = outcome ? 'reason' : 'outcome';
      const first = this.querySelector<HTMLInputElement>(`input[name="${name}"]`)!;
      const text = outcome ? 'Choose the reason, too.' : 'Choose what will happen first.';
      this.refuse(text, first, first.closest('fieldset')!);
      return;
    }
    const answer = { outcome, reason };
    const result = grade(await this.key(), answer);
    const { passed, isOutcomeRight, isReasonRight } = result;
    const solution = await this.solution();
    const aboutOutcome = this.htmlOf(solution, 'outcome', outcome)!;
    const aboutReason = this.htmlOf(solution, 'reason', reason)!;
    const parts = passed
      ? [aboutOutcome]
      : isOutcomeRight
        ? ['<b>Right outcome, for a reason that would mislead you next time.</b>', aboutReason]
        : [aboutOutcome, ...(isReasonRight ? [] : [aboutReason])];
    const actual = solution.querySelector('[data-actual]')!.innerHTML;
    this.give(`<p>${parts.join('</p><p>')}</p>${actual}`, passed);
    this.record(answer, result);
  }

  protected restore(answer: PredictAnswer): void {
    for (const input of this.querySelectorAll('input')) {
      input.checked = input.value === answer[input.name as (typeof names)[number]];
    }
  }

  private chosen(name: string): string | undefined {
    return this.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value;
  }
}

customElements.define('course-predict', CoursePredict);
