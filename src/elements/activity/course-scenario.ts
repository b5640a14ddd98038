import type { Attempt } from '../../schemas/progress.ts';
import { ActivityElement } from './activity-element.ts';
import { make } from '../dom/make.ts';

/** `<course-scenario>`: decisions one after the other; evidence costs some of a budget. */
class CourseScenario extends ActivityElement {
  /** What was looked up and decided, in order: ids of evidence, and of the situations reached. */
  private path: string[] = [];
  /** The situation and the evidence as they were at first. */
  private first!: [situation: string, evidence: string];

  override connectedCallback(): void {
    this.first = [this.situation.innerHTML, this.evidence.innerHTML];
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      if (!button) return;
      if ('buy' in button.dataset) void this.look(button.closest<HTMLElement>('[data-evidence]')!);
      if (button.dataset.choice) void this.decide(Number(button.dataset.choice));
      if ('again' in button.dataset) this.reset();
    });
    super.connectedCallback();
    this.showLeft();
  }

  protected restore({ answer }: Attempt): void {
    if (typeof answer !== 'string') this.say(`Your last way had ${answer.length} steps.`);
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

  private get node(): string {
    return this.path.findLast((step) => step.startsWith('→'))?.slice(1) ?? this.dataset.start!;
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
      this.say(
        `That costs more than the ${this.toCost(left)} you have left. Decide with what you know.`,
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
    this.path.push(evidence.dataset.evidence!);
    this.showLeft();
    this.say('The finding stands under the question.');
  }

  private async decide(choice: number): Promise<void> {
    const solution = await this.trySolution();
    if (!solution) return;
    const from = solution.querySelector(`[data-node="${this.node}"]`)!;
    const taken = from.querySelectorAll<HTMLElement>('[data-to]')[choice]!;
    const consequence = make('li', '', taken.querySelector('[data-label]')!.cloneNode(true));
    consequence.append(taken.querySelector('[data-why]')!.cloneNode(true));
    this.querySelector('[data-path]')!.append(consequence);
    this.path.push(`→${taken.dataset.to!}`);
    const node = solution.querySelector<HTMLElement>(`[data-node="${taken.dataset.to!}"]`)!;
    this.arrive(node);
    this.querySelector<HTMLElement>('[data-again]')!.hidden = false;
    if (node.dataset.score !== undefined) this.conclude(Number(node.dataset.score), solution);
    this.situation.focus();
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
  private conclude(score: number, solution: HTMLElement): void {
    const seen = this.bought.map(({ dataset }) => dataset.evidence!);
    const findings = [...solution.querySelectorAll<HTMLElement>('[data-finding]')];
    const of = (isSeen: boolean, matters: boolean) =>
      findings
        .filter(
          ({ dataset }) =>
            seen.includes(dataset.finding!) === isSeen && 'matters' in dataset === matters,
        )
        .map((finding) => {
          const part = (name: string) => finding.querySelector(`[data-${name}]`)!.innerHTML;
          return `<li>${part('label')} ${part('why')}</li>`;
        });
    const list = (lead: string, items: string[]) =>
      items.length > 0 ? `<p>${lead}</p><ul>${items.join('')}</ul>` : '';
    // A good end reached without the evidence for it was luck.
    const ignored = of(false, true);
    const passed = score >= 0.75 && ignored.length === 0;
    const lead =
      score >= 0.75
        ? ignored.length > 0
          ? 'A good decision, and partly luck: you did not look at what it rests on.'
          : 'A good decision, and you had the evidence for it.'
        : 'This decision costs more than it had to.';
    this.give(
      `<p><b>${lead}</b></p>${list('You passed over what mattered:', ignored)}${list('What you paid for and did not need:', of(true, false))}<p>What would turn the decision:</p>${solution.querySelector('[data-flips]')!.innerHTML}`,
      passed,
    );
    this.record({ answer: this.path, score: passed ? score : Math.min(score, 0.5), passed });
  }

  private reset(): void {
    this.path = [];
    [this.situation.innerHTML, this.evidence.innerHTML] = this.first;
    this.showLeft();
    this.querySelector('[data-path]')!.replaceChildren();
    this.querySelector<HTMLElement>('[data-again]')!.hidden = true;
    this.give('', false);
    this.say('');
    this.situation.focus();
  }
}

customElements.define('course-scenario', CourseScenario);
