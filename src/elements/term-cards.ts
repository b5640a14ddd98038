/**
 * `<term-cards>`: shows the card of a term while it is pointed at, focused or tapped. The card
 * stands in the margin beside its line; on narrow screens at the edge of the screen away from it.
 */
class TermCards extends HTMLElement {
  private shown!: HTMLElement;
  private link: HTMLAnchorElement | undefined;
  private closing = 0;

  connectedCallback(): void {
    this.shown = this.querySelector('[data-shown]')!;
    const linkOf = (event: Event) =>
      event.target instanceof Element
        ? (event.target.closest<HTMLAnchorElement>('a[data-term]') ?? undefined)
        : undefined;

    document.addEventListener('pointerover', (event) => {
      const link = linkOf(event);
      if (event.pointerType !== 'touch' && link) this.open(link);
      else if (this.shown.contains(event.target as Node)) clearTimeout(this.closing);
      else this.closeSoon();
    });
    document.addEventListener('focusin', (event) => {
      const link = linkOf(event);
      if (link) this.open(link);
      else if (!this.shown.contains(event.target as Node)) this.close();
    });
    document.addEventListener('click', (event) => {
      const link = linkOf(event);
      // A finger cannot hover: its first tap shows the card, which has the link.
      const isTap = event instanceof PointerEvent && event.pointerType === 'touch';
      if (!link) {
        if (!this.shown.contains(event.target as Node)) this.close();
      } else if (isTap) {
        event.preventDefault();
        this.open(link);
      }
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  private open(link: HTMLAnchorElement): void {
    clearTimeout(this.closing);
    if (this.link === link) return;
    this.close();
    const card = this.querySelector<HTMLTemplateElement>(`[data-card="${link.dataset.term}"]`);
    if (!card) return;
    this.link = link;
    link.dataset.open = '';
    this.shown.replaceChildren(card.content.cloneNode(true));
    const [definition] = this.shown.querySelectorAll('p');
    definition!.id = 'term-definition';
    link.setAttribute('aria-describedby', 'term-definition');
    this.shown.hidden = false;
    this.place(link);
  }

  private place(link: HTMLAnchorElement): void {
    const line = link.getBoundingClientRect();
    const { style } = this.shown;
    style.cssText = '';
    if (getComputedStyle(this.shown).position === 'fixed') {
      const isLow = line.top > innerHeight / 2;
      style[isLow ? 'top' : 'bottom'] = isLow ? 'calc(var(--sl-nav-height) + 0.5rem)' : '0.75rem';
      return;
    }
    const text = document.querySelector('.prose')!.getBoundingClientRect();
    const gutter = parseFloat(getComputedStyle(document.body).fontSize) * 2.4;
    const lowest = innerHeight - this.shown.offsetHeight - 12;
    style.left = `${text.right + scrollX + gutter}px`;
    style.top = `${Math.max(Math.min(line.top - 14, lowest), 64) + scrollY}px`;
  }

  private closeSoon(): void {
    if (!this.link || document.activeElement === this.link) return;
    clearTimeout(this.closing);
    this.closing = window.setTimeout(() => this.close(), 200);
  }

  private close(): void {
    clearTimeout(this.closing);
    this.link?.removeAttribute('aria-describedby');
    if (this.link) delete this.link.dataset.open;
    this.link = undefined;
    this.shown.hidden = true;
  }
}

customElements.define('term-cards', TermCards);
