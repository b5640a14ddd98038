const key = 'starlight-theme';
const system = matchMedia('(prefers-color-scheme: light)');

/** `<theme-choice>`: the reader's theme, kept for the next page. */
class ThemeChoice extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select')!;
    select.value = readTheme();
    select.addEventListener('change', () => {
      try {
        localStorage.setItem(key, select.value);
      } catch {
        // Storage is full or off: the choice lasts for this page.
      }
      apply(select.value);
    });
    system.addEventListener('change', () => {
      if (select.value === '') apply('');
    });
  }
}

function readTheme(): string {
  try {
    const theme = localStorage.getItem(key) ?? '';
    return ['light', 'dark'].includes(theme) ? theme : '';
  } catch {
    return '';
  }
}

function apply(theme: string): void {
  document.documentElement.dataset.theme = theme || (system.matches ? 'light' : 'dark');
  document.querySelectorAll<HTMLSelectElement>('theme-choice select').forEach((select) => {
    select.value = theme;
  });
}

customElements.define('theme-choice', ThemeChoice);
