import type { SearchIndex } from '../../lib/search/search-index.ts';
import { once } from '../dom/once.ts';

// Its own few lines, not `fetchFile`, which would be bytes more on every page.
const fetchIndex = once(async (address: string): Promise<SearchIndex> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as SearchIndex;
});

/**
 * `<site-search>`: opens the search dialog by button, `/` or Ctrl+K. The dialog's code, its index
 * and the full text's first files set out together, so nothing waits for anything else.
 */
class SiteSearch extends HTMLElement {
  private readonly dialog = once(async (index) => {
    const { SearchDialog } = await import('./search-dialog.ts');
    const { base, textFolder } = this.dataset;
    return new SearchDialog(base!, () => fetchIndex(index), textFolder!);
  });

  /** Letters that come while the dialog is on its way. */
  private typed: string | undefined;

  connectedCallback(): void {
    const button = this.querySelector('a')!;
    button.role = 'button';
    button.ariaKeyShortcuts = '/ Control+K';
    button.addEventListener('click', (event) => {
      event.preventDefault();
      void this.open();
    });
    button.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      void this.open();
    });
    document.addEventListener('keydown', (event) => {
      const { key } = event;
      const isCommand = event.ctrlKey || event.metaKey;
      if (this.typed !== undefined && !isCommand && key.length === 1) {
        this.typed += key;
        event.preventDefault();
        return;
      }
      const isShortcut = isCommand && key === 'k';
      const [target] = event.composedPath() as [Element];
      const isTyping = target.matches('input, textarea, select, [contenteditable]');
      if (!isShortcut && (key !== '/' || isTyping)) return;
      event.preventDefault();
      void this.open();
    });
  }

  private async open(): Promise<void> {
    const { index } = this.dataset;
    void fetchIndex(index!).catch(() => undefined);
    this.typed = '';
    try {
      (await this.dialog(index!)).open(this.typed);
      this.say('');
    } catch {
      this.say('Not loaded: try again');
    }
    this.typed = undefined;
  }

  /** A problem stands in the button's place: that is where the reader looks, and what tries again. */
  private say(problem: string): void {
    let note = this.querySelector('[role=status]');
    if (!note) {
      if (!problem) return;
      note = document.createElement('span');
      note.role = 'status';
      this.querySelector('a')!.append(note);
    }
    note.textContent = problem;
    this.querySelector<HTMLElement>('.label')!.hidden = problem !== '';
  }
}

customElements.define('site-search', SiteSearch);
