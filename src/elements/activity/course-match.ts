import { grade, read } from '../../lib/grading/match.ts';
import type { MatchAnswer } from '../../lib/grading/match.ts';
import type { MatchKey } from '../../schemas/activity/match.ts';
import { ActivityElement } from './activity-element.ts';

/** `<course-match>`: a target for every entry, a reason beside each after checking. */
class CourseMatch extends ActivityElement<MatchKey, MatchAnswer> {
  protected override readonly read = read;

  override connectedCallback(): void {
    const template = this.querySelector('template')!;
    this.querySelectorAll('.entry').forEach((entry) => {
      const copy = template.content.cloneNode(true) as DocumentFragment;
      const select = copy.querySelector('select')!;
      select.setAttribute('aria-labelledby', entry.firstElementChild!.id);
      select.dataset.draft = entry.closest<HTMLElement>('[data-entry]')!.dataset.entry!;
      entry.append(copy);
    });
    super.connectedCallback();
  }

  protected override async submit(): Promise<void> {
    const { entries } = this;
    const open = entries.filter((entry) => selectOf(entry).value === '');
    if (open.length > 0) {
      this.refuse(`${open.length} of ${entries.length} still to choose.`, selectOf(open[0]!));
      return;
    }
    const answer = {
      targets: Object.fromEntries(entries.map((entry) => [toId(entry), selectOf(entry).value])),
    };
    const result = grade(await this.key(), answer);
    const { right, needed, passed } = result;
    const solution = await this.solution();
    for (const entry of entries) this.showReason(entry, right.includes(toId(entry)), solution);
    const advice = passed
      ? 'The reasons stand beside them.'
      : `${needed} are needed. Read the reasons beside the others, change them and check again.`;
    const word = passed ? 'Passed' : 'Not yet';
    this.give(`<p><b>${right.length} of ${entries.length} right.</b> ${advice}</p>`, passed, word);
    this.record(answer, result);
  }

  protected restore({ targets }: MatchAnswer): void {
    for (const entry of this.entries) selectOf(entry).value = targets[toId(entry)] ?? '';
  }

  private get entries(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-entry]')];
  }

  /** Shows beside an entry why its target is right, or what the one chosen instead means. */
  private showReason(entry: HTMLElement, isRight: boolean, solution: HTMLElement): void {
    const reason = this.htmlOf(solution, 'reason', toId(entry))!;
    const own = this.htmlOf(solution, 'instead', `${toId(entry)} ${selectOf(entry).value}`);
    const row = entry.querySelector<HTMLElement>('[data-row]')!;
    row.hidden = false;
    row.dataset.result = isRight ? 'right' : 'wrong';
    // Where nothing is said of the target that was chosen, the reason is that of the right one.
    const lead = isRight ? 'Right.' : own ? 'Not this one.' : 'Another one, because:';
    row.innerHTML = `<b>${lead}</b> ${isRight ? reason : (own ?? reason)}`;
    selectOf(entry).addEventListener('input', () => (row.hidden = true), { once: true });
  }
}

const toId = (entry: HTMLElement) => entry.dataset.entry!;

const selectOf = (entry: HTMLElement): HTMLSelectElement => entry.querySelector('select')!;

customElements.define('course-match', CourseMatch);
