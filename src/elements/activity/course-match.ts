import type { Attempt } from '../../schemas/progress.ts';
import { ActivityElement } from './activity-element.ts';

/** `<course-match>`: a target for every entry, a reason beside each after checking. */
class CourseMatch extends ActivityElement {
  override connectedCallback(): void {
    const template = this.querySelector('template')!;
    this.querySelectorAll('.entry').forEach((entry) => {
      const select = template.content.cloneNode(true) as DocumentFragment;
      select.firstElementChild!.setAttribute('aria-labelledby', entry.firstElementChild!.id);
      entry.append(select);
    });
    super.connectedCallback();
  }

  protected override async submit(): Promise<void> {
    const { selects } = this;
    const open = selects.filter((select) => select.value === '');
    if (open.length > 0) {
      this.say(`${open.length} of ${selects.length} still to choose.`);
      open[0]?.focus();
      return;
    }
    const solution = await this.solution();
    const right = selects.filter((select, index) => showReason(select, index, solution)).length;
    const needed = Math.ceil(Number(this.dataset.pass) * selects.length);
    const passed = right >= needed;
    const advice = passed
      ? 'Passed.'
      : `${needed} are needed. Read the reasons beside the others, change them and check again.`;
    this.give(`<p><b>${right} of ${selects.length} right.</b> ${advice}</p>`, passed);
    const answer = selects.map((select) => select.value);
    this.record({ answer, score: right / selects.length, passed });
  }

  protected restore({ answer }: Attempt): void {
    this.selects.forEach((select, index) => {
      select.value = answer[index] ?? '';
    });
  }

  private get selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll('select')];
  }
}

/** Shows beside an entry why its target is right or wrong; true if it is right. */
function showReason(select: HTMLSelectElement, index: number, solution: HTMLElement): boolean {
  const reason = solution.querySelector<HTMLElement>(`[data-reason="${index}"]`)!;
  const isRight = select.value === reason.dataset.target;
  const own = solution.querySelector(`[data-instead="${index} ${select.value}"]`);
  const row = select.closest('li')!.querySelector<HTMLElement>('[data-row]')!;
  row.hidden = false;
  row.dataset.result = isRight ? 'right' : 'wrong';
  row.innerHTML = ((!isRight && own) || reason).innerHTML;
  return isRight;
}

customElements.define('course-match', CourseMatch);
