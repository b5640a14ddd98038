import { fold } from '../lib/search/fold.ts';

const names = ['text', 'topic', 'chapter', 'letter'] as const;

/** `<glossary-filter>`: narrows the cards while you type. The filter stands in the address. */
class GlossaryFilter extends HTMLElement {
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
      this.field('text').focus();
    });
  }

  private get form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  private field(name: (typeof names)[number]): HTMLInputElement | HTMLSelectElement {
    return this.form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
  }

  /** Takes the filter from the address; a value that a list does not offer is ignored. */
  private recall(): void {
    const query = new URLSearchParams(location.search);
    for (const name of names) {
      const field = this.field(name);
      field.value = query.get(name)?.slice(0, 60) ?? '';
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = '';
    }
    this.show();
  }

  private remember(): void {
    const url = new URL(location.href);
    for (const name of names) {
      const { value } = this.field(name);
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    history.replaceState(null, '', url);
  }

  private show(): void {
    const [text, topic, chapter, letter] = names.map((name) => this.field(name).value);
    const words = fold(text ?? '')
      .split(' ')
      .filter(Boolean);
    const cards = [...this.querySelectorAll<HTMLElement>('li[data-text]')];
    const shown = cards.filter((card) => {
      const content = fold(`${card.dataset.text} ${card.textContent}`);
      const isShown =
        words.every((word) => content.includes(word)) &&
        (!topic || card.dataset.topic === topic) &&
        (!chapter || card.dataset.chapter === chapter) &&
        (!letter || card.dataset.letter === letter);
      card.hidden = !isShown;
      return isShown;
    });
    const isAll = shown.length === cards.length;
    this.querySelector('[data-count]')!.textContent = isAll
      ? `${cards.length} terms`
      : `${shown.length} of ${cards.length} terms`;
    this.querySelector<HTMLElement>('[data-none]')!.hidden = shown.length > 0;
  }
}

customElements.define('glossary-filter', GlossaryFilter);
