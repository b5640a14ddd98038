import type { Attempt } from '../schemas/progress.ts';
import { ActivityElement } from './activity.ts';

/** `<course-match>`: a target for every entry, a reason beside each after checking. */
class CourseMatch extends ActivityElement {
  private get selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll('select')];
  }

  protected override submit(): void {
    const open = this.selects.filter((select) => select.value === '');
    if (open.length > 0) {
      this.say(`${open.length} of ${this.selects.length} still to choose.`);
      open[0]?.focus();
      return;
    }
    const share = this.show();
    const passed = share >= Number(this.dataset.pass);
    const answer = this.selects.map((select) => select.value);
    this.record({ answer, score: share, passed });
  }

  protected restore({ answer }: Attempt): void {
    this.selects.forEach((select, index) => {
      select.value = answer[index] ?? '';
    });
    if (this.selects.every((select) => select.value !== '')) this.show();
  }

  /** Shows the reason beside every entry; the share of right ones, 0 to 1. */
  private show(): number {
    const { selects } = this;
    const right = selects.filter((select) => {
      const isRight = select.value === select.dataset.target;
      const row = select.closest('li')!;
      const own = !isRight && row.querySelector(`template[data-instead="${select.value}"]`);
      const reason = row.querySelector<HTMLElement>('[data-row]')!;
      reason.hidden = false;
      reason.dataset.result = isRight ? 'right' : 'wrong';
      reason.innerHTML = (own || this.querySelector(`[data-reason="${select.name}"]`)!).innerHTML;
      return isRight;
    }).length;
    const needed = Math.ceil(Number(this.dataset.pass) * selects.length);
    const isPassed = right >= needed;
    this.give(
      `<p><b>${right} of ${selects.length} right.</b> ${
        isPassed ? 'Passed.' : `${needed} are needed. Read the reasons beside the others, change them and check again.`
      }</p>`,
      isPassed,
    );
    return right / selects.length;
  }
}

customElements.define('course-match', CourseMatch);
