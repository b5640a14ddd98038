import { watchProgress } from './progress-store.ts';

interface Link {
  id: string;
  title: string;
  href: string;
}

/** `<continue-button>`: leads to the first chapter that is not marked as read. */
class ContinueButton extends HTMLElement {
  connectedCallback(): void {
    const chapters = JSON.parse(this.dataset.chapters!) as Link[];
    const link = this.querySelector('a')!;
    watchProgress(({ read, attempts }) => {
      const isNew = Object.keys(read).length === 0 && attempts.length === 0;
      const next = chapters.find(({ id }) => !(id in read)) ?? chapters[0];
      if (isNew || !next) return;
      link.href = next.href;
      link.textContent = next.id in read ? `Read again: ${next.title}` : `Continue: ${next.title}`;
    });
  }
}

customElements.define('continue-button', ContinueButton);
