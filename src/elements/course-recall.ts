import type { Attempt } from '../schemas/progress.ts';
import { ActivityElement } from './activity.ts';
import { readProgress, updateProgress } from './progress-store.ts';

/** `<course-recall>`: type or think, reveal the model answer, rate yourself. */
class CourseRecall extends ActivityElement {
  protected override readonly isOpenFirst = true;

  override connectedCallback(): void {
    super.connectedCallback();
    this.field.value ||= readProgress().drafts[this.id]?.text ?? '';
    this.field.addEventListener('change', () => {
      const draft = { text: this.field.value, at: new Date().toISOString() };
      updateProgress((progress) => ({
        ...progress,
        drafts: { ...progress.drafts, [this.id]: draft },
      }));
    });
    this.ratings.forEach((button) => {
      button.addEventListener('click', () => {
        const score = Number(button.value);
        this.mark(score);
        this.record({ answer: this.field.value, score, passed: score === 1 });
      });
    });
  }

  protected restore({ answer, score }: Attempt): void {
    if (typeof answer === 'string') this.field.value = answer;
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
