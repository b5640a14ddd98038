/**
 * `<site-search>`: opens the search dialog by button, `/` or Ctrl+K. The dialog's code, its index
 * and the full text's first files set out together, so nothing waits for anything else.
 */
class SiteSearch extends HTMLElement {
  private dialog: Promise<{ open: () => void }> | undefined;

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
      const isShortcut = (event.ctrlKey || event.metaKey) && event.key === 'k';
      const [target] = event.composedPath() as [Element];
      const isTyping = target.matches('input, textarea, select, [contenteditable]');
      if (!isShortcut && (event.key !== '/' || isTyping)) return;
      event.preventDefault();
      void this.open();
    });
  }

  private async open(): Promise<void> {
    const { base, index, textFolder } = this.dataset;
    this.dialog ??= (async () => {
      const entries = fetch(index!);
      const { SearchDialog } = await import('./search-dialog.ts');
      return new SearchDialog(base!, entries, textFolder!);
    })();
    (await this.dialog).open();
  }
}

customElements.define('site-search', SiteSearch);
