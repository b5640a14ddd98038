import { drawItems, mastery } from '../../lib/progress/mastery.ts';
import type { EvidenceItem } from '../../lib/progress/mastery.ts';
import { readProgress } from './progress-store.ts';

/** `<objective-check>`: draws a few items of an objective's check, unseen ones first. */
class ObjectiveCheck extends HTMLElement {
  private readonly drawn = new Set<string>();

  connectedCallback(): void {
    this.querySelector('[data-draw]')!.addEventListener('click', () => {
      this.draw();
      this.querySelector<HTMLElement>('[data-drawn]')!.focus();
    });
    this.draw();
    window.addEventListener('hashchange', () => this.showTarget());
    this.showTarget();
  }

  private draw(): void {
    const items = JSON.parse(this.dataset.items!) as EvidenceItem[];
    // Others than those that were drawn before, as long as there are any.
    if (this.drawn.size + mastery.window > items.length) this.drawn.clear();
    const others = items.filter(({ id }) => !this.drawn.has(id));
    const drawn = drawItems(readProgress(), others);
    for (const id of drawn) this.drawn.add(id);
    for (const { id } of items) document.getElementById(id)!.hidden = !drawn.includes(id);
    this.querySelector('[data-drawn]')!.textContent =
      drawn.length < items.length
        ? `${drawn.length} of ${items.length} items, of different kinds; what you have not seen comes first.`
        : `All ${items.length} items.`;
  }

  /** An item that a link leads to is shown, drawn or not. */
  private showTarget(): void {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !this.contains(target) || !target.hidden) return;
    target.hidden = false;
    target.scrollIntoView();
  }
}

customElements.define('objective-check', ObjectiveCheck);
