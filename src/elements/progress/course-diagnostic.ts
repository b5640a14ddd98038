import { readJson } from '../dom/read-json.ts';
import { begin, findOpen, finish, joinTakings, limit } from '../../lib/progress/diagnostic.ts';
import type { DiagnosticItem } from '../../lib/progress/diagnostic.ts';
import { advise, lastResults } from '../../lib/progress/route.ts';
import type { RouteChapter } from '../../lib/progress/route.ts';
import type { ChoiceKey } from '../../schemas/activity/choice.ts';
import type { Diagnostic } from '../../schemas/progress.ts';
import { fetchPage } from '../dom/fetch-file.ts';
import { make } from '../dom/make.ts';
import { readProgress, updateProgress, watchProgress } from './progress-store.ts';

interface Catalog {
  items: DiagnosticItem[];
  objectives: Record<string, { title: string; href: string }>;
  chapters: (RouteChapter & { title: string; href?: string })[];
}

const toClock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** `<course-diagnostic>`: one question after the other, and a route at the end. */
class CourseDiagnostic extends HTMLElement {
  private catalog!: Catalog;
  private taking: Diagnostic | undefined;
  private timer = 0;

  connectedCallback(): void {
    this.catalog = readJson<Catalog>(this, 'catalog');
    this.find('[data-start]').addEventListener('click', () => this.start());
    this.find('[data-unsure]').addEventListener('click', () => this.answer(''));
    this.find('[data-pause]').addEventListener('click', () => this.pause());
    this.find('form').addEventListener('submit', (event) => {
      event.preventDefault();
      const chosen = this.current?.querySelector<HTMLInputElement>('input:checked');
      if (chosen) this.answer(chosen.value);
      else this.say('Choose an option, or say “Not sure”.');
    });
    window.addEventListener('pagehide', () => {
      if (this.isRunning) this.keep();
    });
    // Another tab may have gone on.
    watchProgress(() => {
      if (!this.isRunning) this.rest();
    });
  }

  private get isRunning(): boolean {
    return this.timer !== 0;
  }

  private find(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector)!;
  }

  private say(text: string): void {
    this.find('[data-summary]').textContent = text;
  }

  /** What is still to be asked; the course may have dropped an item since it was drawn. */
  private get open(): string[] {
    const { items = [], answers = {} } = this.taking ?? {};
    return items.filter((id) => !(id in answers) && document.getElementById(id));
  }

  private get current(): HTMLElement | undefined {
    const [id] = this.open;
    return id === undefined ? undefined : document.getElementById(id)!;
  }

  /** Nothing is being asked: the way in, and the newest result. */
  private rest(): void {
    const progress = readProgress();
    // One that the course has no questions of any more cannot go on.
    const open = findOpen(progress);
    this.taking = open?.items.some((id) => document.getElementById(id)) ? open : undefined;
    this.show(undefined);
    const start = this.find('[data-start]');
    start.hidden = false;
    if (this.taking) {
      start.textContent = 'Go on';
      this.say(
        `${this.open.length} questions are left, and ${toClock(limit - this.taking.seconds)} minutes.`,
      );
      return;
    }
    const results = lastResults(progress.diagnostics);
    start.textContent = results ? 'Take it again, with other questions' : 'Start';
    if (results) this.showRoute(results);
  }

  private start(): void {
    this.taking ??= begin(readProgress(), this.catalog.items, new Date());
    this.find('[data-start]').hidden = true;
    this.find('[data-result]').replaceChildren();
    this.timer = window.setInterval(() => this.tick(), 1000);
    this.keep();
    // All may be answered already, where only the right answers did not load.
    if (this.current) this.ask();
    else void this.end();
  }

  private stopClock(): void {
    clearInterval(this.timer);
    this.timer = 0;
  }

  private pause(): void {
    this.keep();
    this.stopClock();
    this.rest();
    this.find('[data-start]').focus();
  }

  private tick(): void {
    const { taking } = this;
    if (!taking || document.hidden) return;
    taking.seconds += 1;
    this.showClock();
    if (taking.seconds >= limit) void this.end();
  }

  private showClock(): void {
    this.find('[data-clock]').textContent =
      `${toClock(Math.max(0, limit - this.taking!.seconds))} left`;
  }

  private ask(): void {
    const { taking, current } = this;
    if (!taking || !current) return;
    this.show(current);
    this.showClock();
    this.say(`Question ${taking.items.length - this.open.length + 1} of ${taking.items.length}`);
    current.querySelector<HTMLElement>('input')!.focus();
  }

  private answer(option: string): void {
    const [id] = this.open;
    if (!this.taking || id === undefined) return;
    this.taking.answers[id] = option;
    this.keep();
    if (this.taking.results) {
      // It has ended in another tab.
      this.stopClock();
      this.rest();
    } else if (this.current) this.ask();
    else void this.end();
  }

  /** Stores the taking, with what another tab has stored of it. */
  private keep(): void {
    const { taking } = this;
    if (!taking) return;
    const isThis = ({ started }: Diagnostic) => started === taking.started;
    const isSaved = updateProgress((progress) => {
      const joined = joinTakings(progress.diagnostics.find(isThis), taking);
      this.taking = joined;
      const now = { ...joined, at: new Date().toISOString() };
      const others = progress.diagnostics.filter((other) => !isThis(other));
      return { ...progress, diagnostics: [...others, now] };
    });
    if (!isSaved)
      this.say('Not stored: this browser’s storage is full or off. Do not close the page.');
  }

  private async end(): Promise<void> {
    this.stopClock();
    this.show(undefined);
    try {
      const keys = await loadKeys(this.dataset.answers!);
      this.taking = finish(this.taking!, this.catalog.items, keys, new Date());
      this.keep();
      this.rest();
      this.find('[data-result]').focus();
    } catch {
      this.rest();
      this.say('The answers could not be loaded. Check the connection; your answers are kept.');
    }
  }

  private show(item: HTMLElement | undefined): void {
    this.querySelectorAll<HTMLElement>('[data-item]').forEach((other) => {
      other.hidden = other !== item;
    });
    this.find('[data-clock]').hidden = !item;
    this.find('[data-moves]').hidden = !item;
  }

  private showRoute(results: NonNullable<Diagnostic['results']>): void {
    const counts = Object.values(results);
    const sum = (key: 'right' | 'asked') => counts.reduce((total, count) => total + count[key], 0);
    this.say(`You had ${sum('right')} of ${sum('asked')} right.`);
    const chapters = this.catalog.chapters.map((chapter) => {
      const { way, reason } = advise(chapter, results);
      const verdict = make('b', '', way);
      verdict.dataset.way = way;
      return make('li', '', toLink(chapter), ': ', verdict, `. ${reason}`);
    });
    const skills = Object.entries(this.catalog.objectives).flatMap(([id, link]) => {
      const result = results[id];
      return result ? [make('li', '', toLink(link), `: ${result.right} of ${result.asked}`)] : [];
    });
    const map = make('a', '', 'See it on the map');
    map.href = this.dataset.map!;
    const place = this.find('[data-result]');
    place.tabIndex = -1;
    place.replaceChildren(
      make('h2', '', 'Your route'),
      make('p', '', 'A few questions tell a little, so take it as advice. ', map),
      make('ul', '', ...chapters),
      make('h2', '', 'By skill'),
      make('ul', '', ...skills),
    );
  }
}

function toLink({ title, href }: { title: string; href?: string }): HTMLElement | string {
  if (!href) return title;
  const link = make('a', '', title);
  link.href = href;
  return link;
}

/** The right option of each item, from the answers page. */
async function loadKeys(address: string): Promise<Map<string, string>> {
  const page = await fetchPage(address);
  const solutions = [...page.querySelectorAll<HTMLElement>('[data-solution-for]')];
  return new Map(
    solutions.map((solution) => [
      solution.dataset.solutionFor!,
      readJson<ChoiceKey>(solution, 'key').right,
    ]),
  );
}

customElements.define('course-diagnostic', CourseDiagnostic);
