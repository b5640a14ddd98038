import { countingAttempt } from '../lib/progress/progress.ts';
import { watchProgress } from './progress-store.ts';

/** `<objective-progress>`: how much of an objective's check the reader has passed. */
class ObjectiveProgress extends HTMLElement {
  connectedCallback(): void {
    const items = this.dataset.items!.split(' ').filter(Boolean);
    watchProgress((progress) => {
      const attempts = items.flatMap((item) => countingAttempt(progress, item) ?? []);
      const passed = attempts.filter((attempt) => attempt.passed && !attempt.solutionSeen).length;
      this.textContent =
        attempts.length > 0 ? `You had ${passed} of ${items.length} at the first try.` : '';
    });
  }
}

customElements.define('objective-progress', ObjectiveProgress);
