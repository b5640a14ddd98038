import { grade, read } from '../../lib/grading/recall.ts';
import type { RecallAnswer } from '../../lib/grading/recall.ts';
import type { Attempt } from '../../schemas/progress.ts';
import { ActivityElement } from './activity-element.ts';

/** `<course-recall>`: type or think, reveal the model answer, rate yourself. */
class CourseRecall extends ActivityElement<object, RecallAnswer> {
  protected override readonly isOpenFirst = true;
  protected override readonly read = read;

  override connectedCallback(): void {
    super.connectedCallback();
    this.ratings.forEach((button) => {
      button.addEventListener('click', () => {
        const answer = { text: this.field.value, rating: Number(button.value) };
        this.mark(answer.rating);
        this.record(answer, grade({}, answer));
      });
    });
  }

  protected restore({ text }: RecallAnswer, { score }: Attempt): void {
    // What was typed before this answered is not overwritten.
    this.field.value ||= text;
    this.mark(score);
  }

  private get field(): HTMLTextAreaElement {
    return this.querySelector('textarea')!;
  }

  private get ratings(): NodeListOf<HTMLButtonElement> {
    return this.querySelectorAll('button[name="rating"]');
  }

  private mark(score: number): void {
    this.ratings.forEach((button) => {
      button.setAttribute('aria-pressed', String(Number(button.value) === score));
    });
  }
}

customElements.define('course-recall', CourseRecall);
