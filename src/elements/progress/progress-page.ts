import { readJson } from '../dom/read-json.ts';
import {
  emptyProgress,
  largestFile,
  lastAttempt,
  parseProgress,
  retestAt,
} from '../../lib/progress/progress.ts';
import { countByWeek } from '../../lib/progress/weeks.ts';
import { mergeProgress } from '../../lib/progress/merge.ts';
import { drawChart } from '../lab/lab-chart.ts';
import { make } from '../dom/make.ts';
import { toWork } from '../../lib/progress/drafts.ts';
import type { Progress } from '../../schemas/progress.ts';
import {
  dropUnreadable,
  readProgress,
  readUnreadable,
  updateProgress,
  watchProgress,
} from './progress-store.ts';
import { saveData, saveProgress } from './save-progress.ts';

interface Link {
  title: string;
  href: string;
}

interface Catalog {
  activities: Record<string, Link & { retest: number; isWork: boolean }>;
  chapters: Record<string, Link>;
}

/** `<progress-page>`: what the reader has done, and the way to take it along or erase it. */
class ProgressPage extends HTMLElement {
  private catalog!: Catalog;

  connectedCallback(): void {
    this.catalog = readJson<Catalog>(this, 'catalog');
    watchProgress((progress) => this.show(progress));
    this.find('[data-export]').addEventListener('click', () => {
      saveProgress(readProgress());
    });
    const input = this.find('[data-import]') as HTMLInputElement;
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) void this.preview(file).finally(() => (input.value = ''));
    });
    this.find('[data-erase]').addEventListener('click', () => this.confirmErase());
    this.offerUnreadable();
  }

  private find(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector)!;
  }

  private show(progress: Progress): void {
    const { attempts, read } = progress;
    const answered = new Set(attempts.map(({ activity }) => activity)).size;
    const chapters = Object.entries(this.catalog.chapters);
    const readCount = chapters.filter(([id]) => id in read).length;
    this.find('[data-summary]').textContent =
      attempts.length === 0 && readCount === 0
        ? 'Nothing yet. It starts with the first answer you give.'
        : `${readCount} of ${chapters.length} finished chapters read, ${answered} activities answered in ${attempts.length} attempts.`;

    this.find('[data-chapters]').replaceChildren(
      ...chapters.map(([id, link]) => {
        const at = read[id];
        return toItem(link, at ? ` read on ${formatDay(new Date(at))}` : ' not read yet');
      }),
    );
    this.showDue(progress);
    this.showWeeks(progress);
    this.showWork(progress);
  }

  private showWeeks({ attempts, reviews }: Progress): void {
    const weeks = countByWeek(
      [...attempts, ...reviews].map(({ at }) => at),
      new Date(),
    );
    const section = this.find('[data-weeks]');
    section.hidden = attempts.length + reviews.length === 0;
    const chart = {
      kind: 'bar' as const,
      title: 'Answers and reviews in the week of',
      labels: weeks.map(({ label }) => label),
      values: weeks.map(({ count }) => count),
    };
    section.querySelector('div')!.replaceChildren(drawChart(chart, this.clientWidth));
  }

  private showDue(progress: Progress): void {
    const due = Object.entries(this.catalog.activities).filter(([id, { retest }]) => {
      const attempt = retest > 0 ? lastAttempt(progress, id) : undefined;
      return attempt && retestAt(attempt, retest) <= new Date();
    });
    this.find('[data-due]').hidden = due.length === 0;
    this.find('[data-due] ul').replaceChildren(...due.map(([, link]) => toItem(link)));
  }

  private showWork(progress: Progress): void {
    const work = Object.entries(this.catalog.activities)
      .map(([id, link]) => [link, link.isWork ? toWork(progress, id) : ''] as const)
      .filter(([, text]) => text);
    this.find('[data-work]').hidden = work.length === 0;
    this.find('[data-work] div').replaceChildren(
      ...work.flatMap(([link, text]) => [toLink(link), make('blockquote', '', text)]),
    );
  }

  /** Reads a file and asks before anything changes. */
  private async preview(file: File): Promise<void> {
    // A file far too large is refused by its start; reading all of it could freeze the page.
    const parsed = parseProgress(await file.slice(0, 4 * largestFile).text());
    if ('problem' in parsed) {
      this.notify(`${parsed.problem} Nothing was changed.`);
      return;
    }
    const current = readProgress();
    const merged = mergeProgress(current, parsed.progress);
    const added = merged.attempts.length - current.attempts.length;
    const chapters = Object.keys(merged.read).length - Object.keys(current.read).length;
    this.notify(
      `The file holds ${parsed.progress.attempts.length} attempts. Importing adds ${added} attempts and ${chapters} chapters read to what is here; where both have a text, the newer one stays.`,
      ['Import', () => this.store(() => merged, 'Imported.')],
      ['Leave it', () => this.notify('')],
    );
  }

  private confirmErase(): void {
    this.notify(
      'Erase everything this course has stored in this browser? Export it first if you may want it again.',
      [
        'Erase',
        () => {
          dropUnreadable();
          this.store(emptyProgress, 'Erased.');
        },
      ],
      ['Keep it', () => this.notify('')],
    );
  }

  private store(change: (progress: Progress) => Progress, success: string): void {
    const isSaved = updateProgress(change);
    this.notify(
      isSaved
        ? success
        : 'This browser refused to store it: its storage is full or off. It lasts until you close the page; export it now.',
    );
  }

  private offerUnreadable(): void {
    const text = readUnreadable();
    if (text === null) return;
    this.notify(
      'Your earlier progress could not be read, so it was set aside and not touched. Save it as a file; somebody may be able to mend it.',
      ['Save the old data', () => saveData(text, 'unreadable-progress')],
    );
  }

  private notify(text: string, ...actions: [label: string, act: () => void][]): void {
    const notice = this.find('[data-notice]');
    if (!text) {
      notice.replaceChildren();
      return;
    }
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    const buttons = document.createElement('div');
    buttons.className = 'actions';
    for (const [label, act] of actions) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button quiet';
      button.textContent = label;
      button.addEventListener('click', act);
      buttons.append(button);
    }
    notice.replaceChildren(paragraph, ...(actions.length > 0 ? [buttons] : []));
  }
}

const formatDay = (date: Date) =>
  date.toLocaleDateString('en', { day: 'numeric', month: 'long', year: 'numeric' });

function toLink({ title, href }: Link): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = title;
  return link;
}

function toItem(link: Link, note = ''): HTMLLIElement {
  const item = document.createElement('li');
  item.append(toLink(link), note);
  return item;
}

customElements.define('progress-page', ProgressPage);
