import { readItem, watchItem, writeItem } from '../progress/storage.ts';

const name = 'theme';
const system = matchMedia('(prefers-color-scheme: light)');

/** `<theme-choice>`: the reader's theme, kept for the next page. */
class ThemeChoice extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select')!;
    apply(readTheme());
    select.addEventListener('change', () => {
      // Where storage is full or off, the choice lasts for this page.
      writeItem(name, select.value);
      apply(select.value);
    });
    watchItem(name, () => apply(readTheme()));
    system.addEventListener('change', () => {
      if (select.value === '') apply('');
    });
  }
}

function readTheme(): string {
  const theme = readItem(name) ?? '';
  return ['light', 'dark'].includes(theme) ? theme : '';
}

function apply(theme: string): void {
  document.documentElement.dataset.theme = theme || (system.matches ? 'light' : 'dark');
  document.querySelectorAll<HTMLSelectElement>('theme-choice select').forEach((select) => {
    select.value = theme;
  });
}

customElements.define('theme-choice', ThemeChoice);
