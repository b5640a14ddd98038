import { advise, lastResults } from '../../lib/progress/route.ts';
import type { RouteChapter } from '../../lib/progress/route.ts';
import { watchProgress } from './progress-store.ts';

interface Link extends RouteChapter {
  title: string;
  href: string;
}

/**
 * `<continue-button>`: leads to the first chapter that is not marked as read, and that the
 * diagnostic does not advise to skip.
 */
class ContinueButton extends HTMLElement {
  connectedCallback(): void {
    const chapters = JSON.parse(this.dataset.chapters!) as Link[];
    const link = this.querySelector('a')!;
    watchProgress(({ read, attempts, diagnostics }) => {
      const results = lastResults(diagnostics);
      const isNew = Object.keys(read).length === 0 && attempts.length === 0 && !results;
      const route = results
        ? chapters.filter((chapter) => advise(chapter, results).way !== 'skip')
        : chapters;
      const next = route.find(({ id }) => !(id in read)) ?? chapters[0];
      if (isNew || !next) return;
      link.href = next.href;
      link.textContent = next.id in read ? `Read again: ${next.title}` : `Continue: ${next.title}`;
    });
  }
}

customElements.define('continue-button', ContinueButton);
