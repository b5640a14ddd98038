import type { Attempt } from '../../schemas/progress.ts';
import { ActivityElement } from './activity-element.ts';

/** `<course-choice>`: one right option, a reason for each. */
class CourseChoice extends ActivityElement {
  protected override async submit(): Promise<void> {
    const chosen = this.querySelector<HTMLInputElement>('input:checked');
    if (!chosen) {
      this.say('Choose an option first.');
      return;
    }
    const solution = await this.solution();
    const reason = solution.querySelector<HTMLElement>(`[data-reason="${chosen.value}"]`)!;
    const passed = 'right' in reason.dataset;
    this.give(reason.innerHTML, passed);
    this.record({ answer: chosen.value, score: passed ? 1 : 0, passed });
  }

  protected restore({ answer }: Attempt): void {
    const option = this.querySelector<HTMLInputElement>(`input[value="${Number(answer)}"]`);
    if (option) option.checked = true;
  }
}

customElements.define('course-choice', CourseChoice);
