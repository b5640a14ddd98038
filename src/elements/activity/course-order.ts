import { grade, read } from '../../lib/grading/order.ts';
import type { OrderAnswer } from '../../lib/grading/order.ts';
import type { OrderKey } from '../../schemas/activity/order.ts';
import { make } from '../dom/make.ts';
import { ActivityElement } from './activity-element.ts';

/** `<course-order>`: pieces to be moved up and down, some of them to be left out. */
class CourseOrder extends ActivityElement<OrderKey, OrderAnswer> {
  protected override readonly read = read;

  /** The order so far, as a field: it is kept like what is typed. */
  private readonly draft = make('input', '');

  override connectedCallback(): void {
    this.draft.type = 'hidden';
    this.draft.dataset.draft = 'pieces';
    this.draft.addEventListener('change', () =>
      this.restore({ pieces: this.draft.value.split(' ') }),
    );
    this.append(this.draft);
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      const piece = button?.closest<HTMLElement>('[data-piece]');
      if (!button || !piece) return;
      if (button.dataset.move) this.move(piece, Number(button.dataset.move), button);
      if ('leave' in button.dataset) this.leave(piece, button.ariaPressed !== 'true');
      this.draft.value = this.kept.map(toId).join(' ');
      this.draft.dispatchEvent(new Event('input', { bubbles: true }));
    });
    super.connectedCallback();
  }

  protected override async submit(): Promise<void> {
    const answer = { pieces: this.kept.map(toId) };
    const result = grade(await this.key(), answer);
    const solution = await this.solution();
    this.pieces.forEach((piece) => piece.removeAttribute('data-result'));
    const { first, missing, passed } = result;
    const reason = first && this.htmlOf(solution, 'reason', first.id);
    if (first) this.find(first.id).dataset.result = 'wrong';
    if (passed) {
      const why = solution.querySelector('[data-explanation]')!.innerHTML;
      this.give(`<p><b>In order.</b></p>${why}`, true);
    } else if (first?.fault === 'spare') {
      this.give(`<p><b>One of these does not belong.</b> ${reason!}</p>`, false);
    } else {
      const lead = this.toLead(first?.id, missing.length);
      const advice = reason ?? 'Say aloud what each step needs to have before it.';
      this.give(`<p><b>${lead}</b> ${advice}</p>`, false);
    }
    this.record(answer, result);
  }

  protected restore({ pieces }: OrderAnswer): void {
    const known = pieces.filter((id) => this.pieces.some((piece) => toId(piece) === id));
    this.list.prepend(...known.map((id) => this.find(id)));
    this.pieces.forEach((piece) => {
      if (this.querySelector('[data-leave]')) this.leave(piece, !known.includes(toId(piece)));
    });
    this.say('');
  }

  private toLead(first: string | undefined, missing: number): string {
    if (!first) {
      return missing === 1 ? 'One piece is missing.' : `${missing} pieces are missing.`;
    }
    const place = this.kept.findIndex((piece) => toId(piece) === first);
    if (place === 0) return 'It does not begin with this.';
    return `The first ${place === 1 ? 'piece is' : `${place} are`} right; number ${place + 1} comes too early.`;
  }

  private get list(): HTMLElement {
    return this.querySelector('.pieces')!;
  }

  private get pieces(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-piece]')];
  }

  private get kept(): HTMLElement[] {
    return this.pieces.filter((piece) => !isLeft(piece));
  }

  private find(id: string): HTMLElement {
    return this.pieces.find((piece) => toId(piece) === id)!;
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

const toId = (piece: HTMLElement) => piece.dataset.piece!;

const isLeft = (piece: HTMLElement) => 'left' in piece.dataset;

customElements.define('course-order', CourseOrder);
