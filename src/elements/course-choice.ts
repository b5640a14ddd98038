import type { Attempt } from '../schemas/progress.ts';
import { ActivityElement } from './activity.ts';

/** `<course-choice>`: one right option, a reason for each. */
class CourseChoice extends ActivityElement {
  protected override submit(): void {
    const chosen = new FormData(this.querySelector('form')!).get('option');
    if (typeof chosen !== 'string') {
      this.say('Choose an option first.');
      return;
    }
    const passed = this.show(chosen);
    this.record({ answer: chosen, score: passed ? 1 : 0, passed });
  }

  protected restore({ answer }: Attempt): void {
    const option = this.querySelector<HTMLInputElement>(`input[value="${Number(answer)}"]`);
    if (!option) return;
    option.checked = true;
    this.show(option.value);
  }

  /** Shows the reason for an option; true if it is the right one. */
  private show(option: string): boolean {
    const reason = this.querySelector<HTMLElement>(`[data-reason="${option}"]`)!;
    const isRight = 'right' in reason.dataset;
    this.give(reason.innerHTML, isRight);
    return isRight;
  }
}

customElements.define('course-choice', CourseChoice);
