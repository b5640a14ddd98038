import { grade, read } from '../../lib/grading/explain.ts';
import type { ExplainAnswer } from '../../lib/grading/explain.ts';
import type { ExplainKey } from '../../schemas/activity/explain.ts';
import { ActivityElement } from './activity-element.ts';
import { make } from '../dom/make.ts';

/** Fewer words than this explain nothing. */
const fewest = 12;

/** `<course-explain>`: an explanation that its author compares with three others, point by point. */
class CourseExplain extends ActivityElement<ExplainKey, ExplainAnswer> {
  protected override readonly read = read;

  protected override async submit(): Promise<void> {
    const words = this.field.value.split(/\s+/).filter(Boolean).length;
    if (words < fewest) {
      const text = `Write at least ${fewest} words first; so far there are ${words}.`;
      this.refuse(text, this.field);
      return;
    }
    const solution = await this.solution();
    const points = [...solution.querySelectorAll<HTMLElement>('[data-point]')].map((point) => {
      const box = make('input', '');
      box.type = 'checkbox';
      box.value = point.dataset.point!;
      const text = make('span', '');
      text.innerHTML = point.innerHTML;
      return make('label', 'point', box, text);
    });
    const count = make('button', 'button', 'That is my count');
    count.type = 'button';
    count.addEventListener(
      'click',
      () => void this.rate(points.map((point) => point.querySelector('input')!)),
    );
    const others = [...solution.querySelectorAll('[data-exemplar]')].map((other) =>
      other.cloneNode(true),
    );
    const choice = make(
      'fieldset',
      '',
      make('legend', '', 'Which of these does yours say?'),
      ...points,
    );
    this.place.replaceChildren(...others, choice, count);
    this.say('Three other answers and the points to look for stand below yours.');
    choice.querySelector('input')!.focus();
  }

  protected restore({ text }: ExplainAnswer): void {
    // What was typed before this answered is not overwritten.
    this.field.value ||= text;
  }

  private get field(): HTMLTextAreaElement {
    return this.querySelector('textarea')!;
  }

  private get place(): HTMLElement {
    return this.querySelector('[data-compare]')!;
  }

  private async rate(boxes: HTMLInputElement[]): Promise<void> {
    const made = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    const answer = { text: this.field.value, points: made };
    const result = grade(await this.key(), answer);
    const missed = boxes
      .filter(({ value }) => result.missed.includes(value))
      .map((box) => `<li>${box.nextElementSibling!.innerHTML}</li>`);
    const advice =
      missed.length > 0
        ? `<p>Say these too, in a sentence each:</p><ul>${missed.join('')}</ul>`
        : '';
    this.give(
      `<p><b>${made.length} of ${boxes.length} points, by your own count.</b></p>${advice}`,
      result.passed,
      result.passed ? 'Well said' : 'Not yet',
    );
    this.record(answer, result);
  }
}

customElements.define('course-explain', CourseExplain);
