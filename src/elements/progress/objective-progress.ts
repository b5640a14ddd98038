import { describeMastery, mastery, toMastery } from '../../lib/progress/mastery.ts';
import type { EvidenceItem } from '../../lib/progress/mastery.ts';
import { watchProgress } from './progress-store.ts';

/** `<objective-progress>`: what the reader has shown of an objective. */
class ObjectiveProgress extends HTMLElement {
  connectedCallback(): void {
    const items = JSON.parse(this.dataset.items!) as EvidenceItem[];
    const meter = document.createElement('meter');
    meter.max = mastery.window;
    meter.ariaLabel = 'Right among your last first answers';
    const text = document.createElement('span');
    this.replaceChildren(meter, text);
    watchProgress((progress) => {
      const shown = toMastery(progress, items);
      this.dataset.level = shown.level;
      meter.hidden = shown.level === 'new';
      meter.value = shown.right;
      text.textContent = shown.level === 'new' ? '' : describeMastery(shown);
    });
  }
}

customElements.define('objective-progress', ObjectiveProgress);
