import type { Attempt } from '../../schemas/progress.ts';
import { ActivityElement } from './activity-element.ts';

/** `<course-recall>`: type or think, reveal the model answer, rate yourself. */
class CourseRecall extends ActivityElement {
  protected override readonly isOpenFirst = true;

  override connectedCallback(): void {
    super.connectedCallback();
    this.field.addEventListener('change', () => this.keepDraft(this.field.value));
    this.ratings.forEach((button) => {
      button.addEventListener('click', () => {
        const score = Number(button.value);
        this.mark(score);
        this.record({ answer: this.field.value, score, passed: score === 1 });
      });
    });
  }

  protected override start(): void {
    // What was typed before this answered is not overwritten.
    this.field.value ||= this.draft ?? '';
  }

  protected restore({ answer, score }: Attempt): void {
    if (typeof answer === 'string') this.field.value ||= answer;
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
