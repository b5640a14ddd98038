import { updateProgress, watchProgress } from './progress-store.ts';

/** `<chapter-read>`: the button that marks a chapter as read, or takes the mark back. */
class ChapterRead extends HTMLElement {
  connectedCallback(): void {
    const chapter = this.dataset.chapter!;
    const button = this.querySelector('button')!;
    watchProgress(({ read }) => {
      const isRead = chapter in read;
      button.setAttribute('aria-pressed', String(isRead));
      button.textContent = isRead ? 'Read ✓' : 'Mark as read';
    });
    button.addEventListener('click', () => {
      updateProgress((progress) => {
        const { [chapter]: known, ...rest } = progress.read;
        const read = known ? rest : { ...rest, [chapter]: new Date().toISOString() };
        return { ...progress, read };
      });
    });
  }
}

customElements.define('chapter-read', ChapterRead);
