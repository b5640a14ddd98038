import { grade, nodeAt, read } from '../../lib/grading/scenario.ts';
import type { ScenarioAnswer, ScenarioGrade, Step } from '../../lib/grading/scenario.ts';
import type { ScenarioKey } from '../../schemas/activity/scenario.ts';
import type { StoredAnswer } from '../../schemas/progress.ts';
import { ActivityElement } from './activity-element.ts';
import { make } from '../dom/make.ts';

/** `<course-scenario>`: decisions one after the other; evidence costs some of a budget. */
class CourseScenario extends ActivityElement<ScenarioKey, ScenarioAnswer> {
  protected override readonly read = read;
  /** What was looked up and decided, in order. */
  private steps: Step[] = [];
  /** The way so far, as a field: it is kept like what is typed. */
  private readonly draft = make('input', '');
  /** The situation and the evidence as they were at first. */
  private first!: [situation: string, evidence: string];

  override connectedCallback(): void {
    this.first = [this.situation.innerHTML, this.evidence.innerHTML];
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      if (!button) return;
      if ('buy' in button.dataset) {
        void this.look(button.closest<HTMLElement>('[data-evidence]')!).then(() => this.note());
      }
      if (button.dataset.choice) {
        void this.decide(Number(button.dataset.choice)).then(() => this.goOn());
      }
      if ('again' in button.dataset) {
        this.reset();
        this.goOn();
      }
    });
    this.draft.type = 'hidden';
    this.draft.dataset.draft = 'steps';
    this.draft.addEventListener('change', () => void this.replay());
    this.append(this.draft);
    super.connectedCallback();
    this.showLeft();
  }

  protected restore(): void {
    // Whoever has come to an end decides anew from the start.
  }

  private get situation(): HTMLElement {
    return this.querySelector('[data-situation]')!;
  }

  private get evidence(): HTMLElement {
    return this.querySelector('.evidence')!;
  }

  private get spent(): number {
    return this.bought.reduce((sum, { dataset }) => sum + Number(dataset.cost), 0);
  }

  private get bought(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-evidence][data-bought]')];
  }

  private toCost(amount: number): string {
    const unit = this.dataset.unit!;
    return `${amount} ${amount === 1 ? unit.replace(/s$/, '') : unit}`;
  }

  private showLeft(): void {
    const left = Number(this.dataset.budget) - this.spent;
    this.querySelector('[data-left]')!.textContent = `${this.toCost(left)} left.`;
  }

  private async look(evidence: HTMLElement): Promise<void> {
    const left = Number(this.dataset.budget) - this.spent;
    if (Number(evidence.dataset.cost) > left) {
      this.refuse(
        `That costs more than the ${this.toCost(left)} you have left. Decide with what you know.`,
        evidence.querySelector('button')!,
      );
      return;
    }
    const solution = await this.trySolution();
    if (!solution) return;
    const finding = solution.querySelector(
      `[data-finding="${evidence.dataset.evidence!}"] [data-found]`,
    )!;
    evidence.querySelector('button')!.remove();
    evidence.dataset.bought = '';
    evidence.append(finding.cloneNode(true));
    this.steps.push({ evidence: evidence.dataset.evidence! });
    this.showLeft();
    this.say('The finding stands under the question.');
  }

  private async decide(choice: number): Promise<void> {
    const solution = await this.trySolution();
    if (!solution) return;
    const key = await this.key();
    const find = (id: string) => solution.querySelector<HTMLElement>(`[data-node="${id}"]`)!;
    const here = find(nodeAt(key, this.steps));
    const taken = here.querySelectorAll<HTMLElement>('[data-to]')[choice]!;
    const consequence = make('li', '', taken.querySelector('[data-label]')!.cloneNode(true));
    consequence.append(taken.querySelector('[data-why]')!.cloneNode(true));
    this.querySelector('[data-path]')!.append(consequence);
    const node = taken.dataset.to!;
    this.steps.push({ node });
    this.arrive(find(node));
    this.querySelector<HTMLElement>('[data-again]')!.hidden = false;
    if (node in key.ends) this.conclude(grade(key, { steps: this.steps }), solution);
  }

  private arrive(node: HTMLElement): void {
    const choices = [...node.querySelectorAll('[data-to] [data-label]')].map((label, place) => {
      const button = make('button', 'button quiet');
      button.type = 'button';
      button.dataset.choice = String(place);
      button.innerHTML = label.innerHTML;
      return make('li', '', button);
    });
    const list = choices.length > 0 ? [make('ul', '', ...choices)] : [];
    this.situation.replaceChildren(node.querySelector('[data-text]')!.cloneNode(true), ...list);
  }

  /** The debriefing: what the end is worth, which evidence was passed over, what would turn it. */
  private conclude(result: ScenarioGrade, solution: HTMLElement): void {
    const { passed, isGoodEnd, ignored, needless } = result;
    const list = (lead: string, ids: string[]) => {
      const items = ids.map((id) => {
        const finding = solution.querySelector(`[data-finding="${id}"]`)!;
        const part = (name: string) => finding.querySelector(`[data-${name}]`)!.innerHTML;
        return `<li>${part('label')} ${part('why')}</li>`;
      });
      return items.length > 0 ? `<p>${lead}</p><ul>${items.join('')}</ul>` : '';
    };
    const lead = passed
      ? 'A good decision, and you had the evidence for it.'
      : isGoodEnd
        ? 'A good decision, and partly luck: you did not look at what it rests on.'
        : 'This decision costs more than it had to.';
    this.give(
      `<p><b>${lead}</b></p>${list('You passed over what mattered:', ignored)}${list('What you paid for and did not need:', needless)}<p>What would turn the decision:</p>${solution.querySelector('[data-flips]')!.innerHTML}`,
      passed,
      passed ? 'Well decided' : 'Not yet',
    );
    this.record({ steps: this.steps }, result);
  }

  private reset(): void {
    this.steps = [];
    [this.situation.innerHTML, this.evidence.innerHTML] = this.first;
    this.showLeft();
    this.querySelector('[data-path]')!.replaceChildren();
    this.querySelector<HTMLElement>('[data-again]')!.hidden = true;
    this.give('', false);
    this.say('');
  }

  private goOn(): void {
    this.note();
    this.situation.focus();
  }

  /** Keeps the way so far. One that has come to an end is an answer, and kept as such. */
  private note(): void {
    if (!this.situation.querySelector('[data-choice]')) return;
    const way = JSON.stringify({ steps: this.steps });
    if (this.draft.value === way) return;
    this.draft.value = way;
    this.draft.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Goes again, from the start, the way that is kept. */
  private async replay(): Promise<void> {
    const { steps } = toWay(this.draft.value);
    this.reset();
    for (const step of steps) {
      if ('evidence' in step) {
        const evidence = this.querySelector<HTMLElement>(
          `[data-evidence="${CSS.escape(step.evidence)}"]:not([data-bought])`,
        );
        if (evidence) await this.look(evidence);
      } else {
        const here = (await this.solution()).querySelector(
          `[data-node="${nodeAt(await this.key(), this.steps)}"]`,
        );
        const choices = [...(here?.querySelectorAll<HTMLElement>('[data-to]') ?? [])];
        const choice = choices.findIndex(({ dataset }) => dataset.to === step.node);
        if (choice >= 0) await this.decide(choice);
      }
    }
  }
}

/** The way that a text holds; none where it was damaged. */
function toWay(text: string): ScenarioAnswer {
  try {
    return read(JSON.parse(text) as StoredAnswer) ?? { steps: [] };
  } catch {
    return { steps: [] };
  }
}

customElements.define('course-scenario', CourseScenario);
