/**
 * `<term-cards>`: shows the card of a term while it is pointed at, focused or tapped. The card
 * stands in the margin beside its line; on narrow screens at the edge of the screen away from it.
 */
class TermCards extends HTMLElement {
  private shown!: HTMLElement;
  private link: Element | undefined;
  private closing = 0;
  private cards: Promise<DocumentFragment> | undefined;

  connectedCallback(): void {
    this.shown = this.querySelector('[data-shown]')!;
    // The first movement on the page fetches the cards, so that they are here when one is wanted.
    for (const event of ['pointerover', 'focusin', 'touchstart', 'scroll']) {
      document.addEventListener(event, () => void this.load().catch(() => undefined), {
        once: true,
        passive: true,
      });
    }
    const linkOf = (event: Event) => (event.target as Element).closest?.('a[data-term]');
    const isInside = (event: Event) => this.shown.contains(event.target as Node);

    document.addEventListener('pointerover', (event) => {
      const link = linkOf(event);
      if (event.pointerType !== 'touch' && link) void this.open(link);
      else if (isInside(event)) clearTimeout(this.closing);
      else this.closeSoon();
    });
    document.addEventListener('focusin', (event) => {
      const link = linkOf(event);
      if (link) void this.open(link);
      else if (!isInside(event)) this.close();
    });
    document.addEventListener('click', (event) => {
      const link = linkOf(event);
      if (!link) {
        if (!isInside(event)) this.close();
        return;
      }
      // A finger cannot hover: its tap shows the card, which has the link.
      if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') return;
      event.preventDefault();
      void this.open(link);
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  // Its own few lines, not `fetchFile`: an import would be requests more in every chapter.
  private load(): Promise<DocumentFragment> {
    this.cards ??= fetchCards(this.dataset.cards!);
    this.cards.catch(() => (this.cards = undefined));
    return this.cards;
  }

  private async open(link: Element): Promise<void> {
    clearTimeout(this.closing);
    if (this.link === link) return;
    this.close();
    this.link = link;
    const cards = await this.load().catch(() => undefined);
    const card = cards
      ? cards.querySelector(`[data-card="${link.getAttribute('data-term')}"]`)?.cloneNode(true)
      : toFragment(unreachable);
    if (!card || this.link !== link) return;
    link.setAttribute('data-open', '');
    this.shown.replaceChildren(card);
    this.shown.querySelector('p')!.id = 'term-definition';
    link.setAttribute('aria-describedby', 'term-definition');
    this.shown.hidden = false;
    this.place(link);
  }

  private place(link: Element): void {
    const line = link.getBoundingClientRect();
    const { style } = this.shown;
    style.cssText = '';
    if (getComputedStyle(this.shown).position === 'fixed') {
      const isLow = line.top > innerHeight / 2;
      style[isLow ? 'top' : 'bottom'] = isLow ? 'calc(var(--sl-nav-height) + 0.5rem)' : '0.75rem';
      return;
    }
    const text = document.querySelector('.prose')!.getBoundingClientRect();
    const gutter = 0.06 * text.width;
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
    this.link?.removeAttribute('data-open');
    this.link = undefined;
    this.shown.hidden = true;
  }
}

const unreachable = '<div class="term-card"><p>The card could not be loaded.</p></div>';

const toFragment = (html: string) => document.createRange().createContextualFragment(html);

async function fetchCards(address: string): Promise<DocumentFragment> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(address);
  return toFragment(await response.text());
}

customElements.define('term-cards', TermCards);
