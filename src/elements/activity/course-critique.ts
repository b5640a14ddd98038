import { grade, read } from '../../lib/grading/critique.ts';
import type { CritiqueAnswer } from '../../lib/grading/critique.ts';
import type { CritiqueKey } from '../../schemas/activity/critique.ts';
import { ActivityElement } from './activity-element.ts';

/** `<course-critique>`: regions to mark as flaws, with their gravity and a reason. */
class CourseCritique extends ActivityElement<CritiqueKey, CritiqueAnswer> {
  protected override readonly read = read;

  override connectedCallback(): void {
    this.regions.forEach((region) => {
      boxOf(region).addEventListener('change', () => showVerdict(region));
    });
    super.connectedCallback();
  }

  protected override async submit(): Promise<void> {
    const marked = this.regions.filter((region) => boxOf(region).checked);
    if (marked.length === 0) {
      const list = this.querySelector('.regions')!;
      this.refuse('Mark at least one place first.', boxOf(this.regions[0]!), list);
      return;
    }
    const silent = marked.find((region) => !whyOf(region).value.trim());
    if (silent) {
      this.refuse('Say in a few words why, for every place you marked.', whyOf(silent));
      return;
    }
    const answer = {
      marks: marked.map((region) => ({
        region: toId(region),
        severity: Number(severityOf(region).value),
        why: whyOf(region).value,
      })),
    };
    const result = grade(await this.key(), answer);
    const solution = await this.solution();
    this.regions.forEach((region) => showReason(region, solution));
    const { hits, misses, falseAlarms, sameSeverity, passed } = result;
    const alarms = `${falseAlarms.length} false ${falseAlarms.length === 1 ? 'alarm' : 'alarms'}`;
    this.give(
      `<p><b>${hits.length} found, ${misses.length} missed, ${alarms}.</b> On ${sameSeverity} of those you found, experts see the same gravity. Compare your reasons with theirs, place by place.</p>`,
      passed,
      passed ? 'Passed' : 'Not yet',
    );
    this.record(answer, result);
  }

  protected restore({ marks }: CritiqueAnswer): void {
    for (const mark of marks) {
      const region = this.regions.find((candidate) => toId(candidate) === mark.region);
      if (!region) continue;
      boxOf(region).checked = true;
      severityOf(region).value = String(mark.severity);
      whyOf(region).value = mark.why;
      showVerdict(region);
    }
  }

  private get regions(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-region]')];
  }
}

const toId = (region: HTMLElement) => region.dataset.region!;

const boxOf = (region: HTMLElement): HTMLInputElement =>
  region.querySelector('input[type="checkbox"]')!;

const severityOf = (region: HTMLElement): HTMLSelectElement => region.querySelector('select')!;

const whyOf = (region: HTMLElement): HTMLInputElement =>
  region.querySelector('input[type="text"]')!;

function showVerdict(region: HTMLElement): void {
  region.querySelector<HTMLElement>('.verdict')!.hidden = !boxOf(region).checked;
}

/** Shows beside a region what experts say of it, where they or the learner have marked it. */
function showReason(region: HTMLElement, solution: HTMLElement): void {
  const row = region.querySelector<HTMLElement>('[data-row]')!;
  const id = toId(region);
  const flaw = solution.querySelector(`[data-flaw="${id}"]`);
  const sound = solution.querySelector(`[data-sound="${id}"]`);
  const isMarked = boxOf(region).checked;
  row.hidden = !isMarked && !flaw;
  row.dataset.result = flaw && isMarked ? 'right' : 'wrong';
  const lead = isMarked ? (flaw ? 'Found.' : 'A false alarm.') : 'Missed.';
  const reason =
    (flaw ?? sound)?.innerHTML ?? 'Experts see nothing wrong here: what would break, and for whom?';
  row.innerHTML = `<b>${lead}</b> ${reason}`;
}

customElements.define('course-critique', CourseCritique);
