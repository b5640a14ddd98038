import { readJson } from '../dom/read-json.ts';
import { findDue, nextDays, secondsACard } from '../../lib/progress/review.ts';
import type { DueCard } from '../../lib/progress/review.ts';
import type { Rating } from '../../schemas/progress.ts';
import { fetchPage } from '../dom/fetch-file.ts';
import { make } from '../dom/make.ts';
import { load } from '../activity/load-near.ts';
import { readProgress, updateProgress, watchProgress } from './progress-store.ts';

interface Term {
  id: string;
  chapter: string;
  term: string;
  definition: string;
  contrast: string;
  href: string;
}

interface Catalog {
  terms: Term[];
  /** Address of the page it stands on, by activity. */
  activities: { id: string; page: string }[];
}

const labels = ['Again', 'Hard', 'Good', 'Easy'];

/** `<course-review>`: what is due today, one card after the other, by keyboard alone if wanted. */
class CourseReview extends HTMLElement {
  private catalog!: Catalog;
  private queue: DueCard[] = [];
  private isRunning = false;
  private done = 0;
  /** How many questions could not be loaded. */
  private lost = 0;

  connectedCallback(): void {
    this.catalog = readJson<Catalog>(this, 'catalog');
    this.querySelector('[data-start]')!.addEventListener('click', () => void this.next());
    this.addEventListener('keydown', (event) => this.press(event));
    this.addEventListener('course:attempt', () => this.offerNext());
    // Another tab, another day, a page back from memory: what is due may have changed.
    watchProgress(() => this.begin());
    for (const type of ['pageshow', 'focus']) window.addEventListener(type, () => this.begin());
    document.addEventListener('visibilitychange', () => this.begin());
  }

  private get card(): HTMLElement {
    return this.querySelector('[data-card]')!;
  }

  /** Says what is due, unless somebody is at it. */
  private begin(): void {
    if (this.isRunning) return;
    this.queue = findDue(readProgress(), this.catalog, new Date());
    const { length } = this.queue;
    if (length === 0 && this.done > 0) return;
    const minutes = Math.max(1, Math.round((length * secondsACard) / 60));
    const fresh = this.queue.filter(({ isNew }) => isNew).length;
    this.say(
      length === 0
        ? 'Nothing is due today. Terms come here once you have marked their chapter as read, questions once you have answered them.'
        : `${length} ${length === 1 ? 'card is' : 'cards are'} due${fresh > 0 ? `, ${fresh} of them new` : ''}: about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. You may stop after any card.`,
    );
    this.querySelector<HTMLElement>('[data-start]')!.hidden = length === 0;
  }

  private say(text: string): void {
    this.querySelector('[data-summary]')!.textContent = text;
  }

  private async next(): Promise<void> {
    this.querySelector<HTMLElement>('[data-start]')!.hidden = true;
    const card = this.queue.shift();
    this.isRunning = card !== undefined;
    const lost = this.lost > 0 ? ` ${this.lost} could not be loaded, and come again.` : '';
    if (!card) {
      this.card.replaceChildren();
      this.say(`Done for today: ${this.done} ${this.done === 1 ? 'card' : 'cards'}.${lost}`);
      return;
    }
    this.say(`${this.done} done, ${this.queue.length + 1} to go.${lost}`);
    if (card.kind === 'term') this.showTerm(this.catalog.terms.find(({ id }) => id === card.id)!);
    else await this.showActivity(card.id);
  }

  private showTerm(term: Term): void {
    const show = make('button', 'button', 'Show');
    show.type = 'button';
    const back = make('div', 'back');
    const title = make('h2', '', term.term);
    const ask = make(
      'p',
      'keys',
      'What does it mean? Say it to yourself, then look. (Enter shows it.)',
    );
    show.addEventListener('click', () => {
      show.remove();
      back.innerHTML = `${term.definition}${term.contrast}`;
      const link = make('a', '', 'The whole entry');
      link.href = term.href;
      back.append(make('p', '', link), this.toRatings(term.id));
      back.querySelector('button')!.focus();
    });
    this.card.replaceChildren(make('section', 'card', title, ask, show, back));
    show.focus();
  }

  private toRatings(term: string): HTMLElement {
    const looks = readProgress().reviews.filter((review) => review.term === term);
    const now = new Date();
    const buttons = nextDays(looks, now).map((day, place) => {
      const days = Math.round((day.getTime() - now.getTime()) / 86_400_000);
      const when = place === 0 ? 'today' : days <= 1 ? 'tomorrow' : `in ${days} days`;
      const button = make(
        'button',
        'button quiet',
        `${place + 1} ${labels[place]!} `,
        make('small', '', when),
      );
      button.type = 'button';
      button.dataset.rating = String(place + 1);
      button.addEventListener('click', () => this.rate(term, (place + 1) as Rating));
      return button;
    });
    const group = make('div', 'actions', ...buttons);
    group.role = 'group';
    group.ariaLabel = 'How well did you know it?';
    return group;
  }

  private rate(term: string, rating: Rating): void {
    const review = { term, at: new Date().toISOString(), rating };
    const isSaved = updateProgress((progress) => ({
      ...progress,
      reviews: [...progress.reviews, review],
    }));
    this.done += 1;
    // What was not known comes back at the end of the session.
    if (rating === 1) this.queue.push({ kind: 'term', id: term, isNew: false });
    void this.next().then(() => {
      if (!isSaved) {
        this.say(
          'Not stored: this browser’s storage is full or off. Export your progress before you close the page.',
        );
      }
    });
  }

  /** An activity comes from its own page, as a fresh element. */
  private async showActivity(id: string): Promise<void> {
    const { page } = this.catalog.activities.find((activity) => activity.id === id)!;
    try {
      const source = await fetchPage(page);
      const activity = source.getElementById(id)!.cloneNode(true) as HTMLElement;
      activity.hidden = false;
      activity.dataset.fresh = '';
      await load(activity);
      this.card.replaceChildren(activity);
      activity.querySelector<HTMLElement>('input, select, textarea, button')!.focus();
    } catch {
      this.lost += 1;
      await this.next();
    }
  }

  private offerNext(): void {
    if (this.card.querySelector('[data-next]')) return;
    this.done += 1;
    const button = make('button', 'button', 'Next card');
    button.type = 'button';
    button.dataset.next = '';
    button.addEventListener('click', () => void this.next(), { once: true });
    this.card.append(make('p', 'next-card', button));
  }

  /** 1 to 4 rate a term that is shown. */
  private press({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
    if (ctrlKey || metaKey || altKey || (target as Element).matches('input, textarea, select'))
      return;
    this.querySelector<HTMLElement>(
      `[data-rating="${/^[1-4]$/.test(key) ? key : 'none'}"]`,
    )?.click();
  }
}

customElements.define('course-review', CourseReview);
