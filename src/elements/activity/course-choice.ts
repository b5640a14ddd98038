import { grade, read } from '../../lib/grading/choice.ts';
import type { ChoiceAnswer } from '../../lib/grading/choice.ts';
import type { ChoiceKey } from '../../schemas/activity/choice.ts';
import { ActivityElement } from './activity-element.ts';

/** `<course-choice>`: one right option, a reason for each. */
class CourseChoice extends ActivityElement<ChoiceKey, ChoiceAnswer> {
  protected override readonly read = read;

  protected override async submit(): Promise<void> {
    const chosen = this.querySelector<HTMLInputElement>('input:checked');
    if (!chosen) {
      const first = this.querySelector('input')!;
      this.refuse('Choose an option first.', first, first.closest('fieldset')!);
      return;
    }
    const answer = { option: chosen.value };
    const outcome = grade(await this.key(), answer);
    this.give(this.htmlOf(await this.solution(), 'option', answer.option)!, outcome.passed);
    this.record(answer, outcome);
  }

  protected restore({ option }: ChoiceAnswer): void {
    for (const input of this.querySelectorAll('input')) input.checked = input.value === option;
  }
}

customElements.define('course-choice', CourseChoice);
