import { escape } from '../../lib/text/escape.ts';
import { findEntries, mendQuery } from '../../lib/search/find.ts';
import type { SearchIndex, SearchKind } from '../../lib/search/search-index.ts';
import { toFullText } from './full-text.ts';
import type { FullText } from './full-text.ts';
import style from './search-dialog.css?inline';

const kinds = {
  term: 'Term',
  chapter: 'Chapter',
  objective: 'Objective',
  document: 'Document',
  source: 'Source',
  text: 'Passage',
} as const;
type Kind = SearchKind | 'text';

interface Result {
  kind: Kind;
  title: string;
  href: string;
  /** HTML of the excerpt: marks are ours or Pagefind's, everything else is escaped. */
  excerpt: string;
}

/** The search: terms, chapters, objectives and sources at once, passages as soon as they arrive. */
export class SearchDialog {
  private readonly dialog = document.createElement('dialog');
  private readonly index: () => Promise<SearchIndex>;
  private readonly fullText: FullText;
  private readonly base: string;
  private readonly root: ShadowRoot;
  private kind: Kind | '' = '';
  private asked = 0;

  /**
   * @param base - base path of the site, with its closing slash.
   * @param index - fetches the compact index, or hands on what is here; what failed, the next call tries again.
   * @param textFolder - address of Pagefind's folder.
   */
  constructor(base: string, index: () => Promise<SearchIndex>, textFolder: string) {
    this.base = base;
    this.index = index;
    this.fullText = toFullText(base, textFolder);
    // A tree of its own: opening it makes the browser style the dialog, not the whole chapter anew.
    const host = document.createElement('search-dialog');
    this.root = host.attachShadow({ mode: 'open' });
    const sheet = document.createElement('style');
    sheet.textContent = style;
    this.root.append(sheet, this.dialog);
    this.dialog.setAttribute('aria-label', 'Search the course');
    this.dialog.innerHTML = `
      <form role="search" method="dialog">
        <input class="field" type="search" aria-label="Search the course" autocomplete="off" enterkeyhint="search" maxlength="100" placeholder="A term, a question, a name" />
        <button class="button quiet" value="close">Close</button>
      </form>
      <div class="kinds" role="group" aria-label="Show only">
        ${['', ...Object.keys(kinds)].map((kind) => `<button type="button" class="chip" data-kind="${kind}" aria-pressed="${kind === ''}">${kind ? `${kinds[kind as Kind]}s` : 'All'}</button>`).join('')}
      </div>
      <p class="note" role="status"></p>
      <ol class="results"></ol>`;
    document.body.append(host);
    this.listen();
  }

  /** @param typed - letters that were typed while the dialog was on its way. */
  open(typed = ''): void {
    if (!this.dialog.open) this.dialog.showModal();
    this.input.select();
    if (!typed) return;
    this.input.value = typed;
    void this.search();
  }

  private get input(): HTMLInputElement {
    return this.dialog.querySelector('input')!;
  }

  private listen(): void {
    this.input.addEventListener('input', () => void this.search());
    // A selection that is dragged out of the dialog ends in a click on it.
    let pressed: EventTarget | null = null;
    this.dialog.addEventListener('pointerdown', ({ target }) => (pressed = target));
    this.dialog.addEventListener('click', (event) => {
      const target = event.target as Element;
      const isBeside = target === this.dialog && pressed === this.dialog;
      if (isBeside || target.closest('.results a')) this.dialog.close();
      const chip = target.closest<HTMLElement>('[data-kind]');
      if (!chip) return;
      this.kind = chip.dataset.kind as Kind | '';
      this.dialog.querySelectorAll('[data-kind]').forEach((other) => {
        other.setAttribute('aria-pressed', String(other === chip));
      });
      void this.search();
    });
    this.dialog.querySelector('form')!.addEventListener('submit', (event) => {
      if (event.submitter?.getAttribute('value') === 'close' && !this.isEnter) return;
      event.preventDefault();
      this.links[0]?.click();
    });
    this.dialog.addEventListener('keydown', (event) => {
      // While letters are composed, keys belong to what composes them.
      if (event.isComposing) return;
      this.isEnter = event.key === 'Enter' && event.target === this.input;
      // Chromium would empty the field first and close the dialog only at the second press.
      if (event.key === 'Escape') {
        event.preventDefault();
        this.dialog.close();
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const stops = [this.input, ...this.links];
      const at = stops.indexOf(this.root.activeElement as HTMLAnchorElement);
      stops[Math.max(0, Math.min(at + step, stops.length - 1))]?.focus();
    });
  }

  /** Enter in the field opens the first result; the form would take it for its close button. */
  private isEnter = false;

  private get links(): HTMLAnchorElement[] {
    return [...this.dialog.querySelectorAll<HTMLAnchorElement>('.results a')];
  }

  private async search(): Promise<void> {
    const request = (this.asked += 1);
    const typed = this.input.value.trim();
    const index = await this.index().catch(() => undefined);
    if (request !== this.asked) return;
    if (!index) {
      this.show(
        [],
        '',
        'The search could not be loaded. Check the connection and type on: it tries again.',
      );
      return;
    }
    if (typed.length < 2 && !/^[^\p{L}\p{N}\s]$/u.test(typed)) {
      this.show([], '', '');
      return;
    }
    const mended = mendQuery(index, typed);
    const query = mended ?? typed;
    const entries = findEntries(index, query)
      .slice(0, 12)
      .map(({ kind, title, path, text }) => ({
        kind,
        title,
        href: this.base + path,
        excerpt: escape(text),
      }));
    const note = mended ? `Nothing has “${typed}”. Showing “${mended}”.` : '';
    this.show(entries, query, note || 'Looking through the full text …');
    const passages = await this.fullText.find(query).catch(() => undefined);
    if (request !== this.asked) return;
    const results = [
      ...entries,
      ...(passages ?? [])
        .filter(({ href }) => !entries.some((entry) => entry.href === href.split('#')[0]))
        .map((passage) => ({ ...passage, kind: 'text' as const })),
    ];
    const missing = passages
      ? ''
      : 'The full text could not be loaded; these are the titles that match. Type on: it tries again.';
    this.show(results, query, note || missing);
  }

  private show(results: Result[], query: string, note: string): void {
    const shown = results.filter(({ kind }) => !this.kind || kind === this.kind);
    const isDone = query !== '' && !note.endsWith('…');
    const advice = `Nothing found${this.kind ? ' of this kind' : ''}. Try one word, or another word for it; the glossary lists all terms.`;
    this.dialog.querySelector('.note')!.textContent = shown.length === 0 && isDone ? advice : note;
    // Passages arrive late: whoever has walked to a result meanwhile stays on it.
    const focused = this.root.activeElement?.getAttribute('href');
    this.dialog.querySelector('.results')!.innerHTML = shown
      .map(
        ({ kind, title, href, excerpt }) =>
          `<li><a href="${href}"><span class="kind">${kinds[kind]}</span><b>${escape(title)}</b><span class="excerpt">${excerpt}</span></a></li>`,
      )
      .join('');
    if (focused) this.links.find((link) => link.getAttribute('href') === focused)?.focus();
  }
}
