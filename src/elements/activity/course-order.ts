import { gradeOrder } from '../../lib/grading/order.ts';
import type { Attempt } from '../../schemas/progress.ts';
import { ActivityElement } from './activity-element.ts';

/** `<course-order>`: pieces to be moved up and down, some of them to be left out. */
class CourseOrder extends ActivityElement {
  override connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      const piece = button?.closest<HTMLElement>('[data-piece]');
      if (!button || !piece) return;
      if (button.dataset.move) this.move(piece, Number(button.dataset.move), button);
      if ('leave' in button.dataset) this.leave(piece, button.ariaPressed !== 'true');
    });
    super.connectedCallback();
  }

  protected override async submit(): Promise<void> {
    const solution = await this.solution();
    const { dataset } = solution.querySelector<HTMLElement>('[data-orders]')!;
    const keys = this.pieces.filter((piece) => !isLeft(piece)).map(toKey);
    const grade = gradeOrder(keys, JSON.parse(dataset.orders!) as string[][]);
    this.pieces.forEach((piece) => piece.removeAttribute('data-result'));
    const { first, missing, passed } = grade;
    if (passed) {
      const why = solution.querySelector('[data-explanation]')!.innerHTML;
      this.give(`<p><b>In order.</b></p>${why}`, true);
    } else if (first?.fault === 'spare') {
      const reason = solution.querySelector(`[data-reason="${first.key}"]`)!.innerHTML;
      this.give(`<p><b>One of these does not belong.</b> ${reason}</p>`, false);
      this.find(first.key).dataset.result = 'wrong';
    } else {
      const lead = this.toLead(first?.key, missing.length);
      const why = first && solution.querySelector(`[data-reason="${first.key}"]`)?.innerHTML;
      const advice = why ?? 'Say aloud what each step needs to have before it.';
      this.give(`<p><b>${lead}</b> ${advice}</p>`, false);
      if (first) this.find(first.key).dataset.result = 'wrong';
    }
    this.record({ answer: keys, score: grade.score, passed });
  }

  protected restore({ answer }: Attempt): void {
    if (typeof answer === 'string') return;
    const known = answer.filter((key) => this.pieces.some((piece) => toKey(piece) === key));
    this.list.prepend(...known.map((key) => this.find(key)));
    this.pieces.forEach((piece) => {
      if (this.querySelector('[data-leave]')) this.leave(piece, !known.includes(toKey(piece)));
    });
    this.say('');
  }

  private toLead(first: string | undefined, missing: number): string {
    if (!first) {
      return missing === 1 ? 'One piece is missing.' : `${missing} pieces are missing.`;
    }
    const place = this.pieces
      .filter((piece) => !isLeft(piece))
      .findIndex((p) => toKey(p) === first);
    if (place === 0) return 'It does not begin with this.';
    return `The first ${place === 1 ? 'piece is' : `${place} are`} right; number ${place + 1} comes too early.`;
  }

  private get list(): HTMLElement {
    return this.querySelector('.pieces')!;
  }

  private get pieces(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-piece]')];
  }

  private find(key: string): HTMLElement {
    return this.pieces.find((piece) => toKey(piece) === key)!;
  }

  private move(piece: HTMLElement, by: number, button: HTMLElement): void {
    const { pieces } = this;
    const place = pieces.indexOf(piece);
    const other = pieces[place + by];
    if (!other) return;
    if (by < 0) other.before(piece);
    else other.after(piece);
    button.focus();
    this.say(`Moved to place ${place + by + 1} of ${pieces.length}.`);
  }

  private leave(piece: HTMLElement, isLeaving: boolean): void {
    const button = piece.querySelector('[data-leave]')!;
    button.ariaPressed = String(isLeaving);
    button.textContent = isLeaving ? 'Take back' : 'Leave out';
    piece.toggleAttribute('data-left', isLeaving);
  }
}

const toKey = (piece: HTMLElement) => piece.dataset.piece!;

const isLeft = (piece: HTMLElement) => 'left' in piece.dataset;

customElements.define('course-order', CourseOrder);
