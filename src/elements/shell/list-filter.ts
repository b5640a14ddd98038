import { fold } from '../../lib/text/fold.ts';

type Field = HTMLInputElement | HTMLSelectElement;

/**
 * `<list-filter>`: narrows a list while you type. The field named `text` looks in an item's words,
 * every other one in its `data-` attribute of the same name. The filter stands in the address.
 */
class ListFilter extends HTMLElement {
  connectedCallback(): void {
    this.recall();
    this.form.addEventListener('input', () => {
      this.show();
      this.remember();
    });
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.querySelector('[data-reset]')!.addEventListener('click', () => {
      this.form.reset();
      this.show();
      this.remember();
      this.fields.find(({ name }) => name === 'text')?.focus();
    });
  }

  private get form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  private get fields(): Field[] {
    return [...this.form.elements] as Field[];
  }

  /** Takes the filter from the address; a value that a list does not offer is ignored. */
  private recall(): void {
    const query = new URLSearchParams(location.search);
    for (const field of this.fields) {
      field.value = query.get(field.name)?.slice(0, 60) ?? '';
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = '';
    }
    this.show();
  }

  private remember(): void {
    const url = new URL(location.href);
    for (const { name, value } of this.fields) {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    history.replaceState(null, '', url);
  }

  private show(): void {
    const items = [...this.querySelectorAll<HTMLElement>('li[data-text]')];
    const shown = items.filter((item) => {
      const isShown = this.fields.every(({ name, value }) => matches(item, name, value));
      item.hidden = !isShown;
      return isShown;
    });
    const { unit = '' } = this.dataset;
    this.querySelector('[data-count]')!.textContent =
      shown.length === items.length
        ? `${items.length} ${unit}`
        : `${shown.length} of ${items.length} ${unit}`;
    this.querySelector<HTMLElement>('[data-none]')!.hidden = shown.length > 0;
  }
}

function matches(item: HTMLElement, name: string, value: string): boolean {
  if (name !== 'text') return !value || item.dataset[name]!.split(' ').includes(value);
  const words = fold(value).split(' ').filter(Boolean);
  const content = fold(`${item.dataset.text} ${item.textContent}`);
  return words.every((word) => content.includes(word));
}

customElements.define('list-filter', ListFilter);
