import { findBroken, toMarkdown } from '../../lib/grading/artifact.ts';
import type { Lint } from '../../schemas/activity-judgment.ts';
import type { Attempt } from '../../schemas/progress.ts';
import { ActivityElement } from './activity-element.ts';
import { saveFile } from '../dom/save-file.ts';

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What is kept of a piece of work while it is being written. */
interface Draft {
  work: Record<string, string>;
  /** By criterion: the score and the words that show it. */
  own: Record<string, { score: string; quote: string }>;
}

/** `<course-artifact>`: score two others, write yours, have it checked, score it yourself. */
class CourseArtifact extends ActivityElement {
  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('change', () => this.keepDraft(JSON.stringify(this.read())));
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      if (!button) return;
      if ('calibrate' in button.dataset) void this.calibrate(button.closest('details')!);
      if ('lint' in button.dataset) void this.lint();
      if ('export' in button.dataset) this.export();
    });
  }

  protected override async submit(): Promise<void> {
    const { own, work } = this.read();
    const open = Object.entries(own).find(([, { score, quote }]) => score === '' || !quote.trim());
    if (open) {
      this.say('Score every criterion, and quote the words of yours that show it.');
      this.querySelector<HTMLElement>(`[data-own="${open[0]}"] select`)!.focus();
      return;
    }
    const all = Object.values(work).join(' ');
    const invented = Object.entries(own).find(([, { quote }]) => !isQuoted(quote, all));
    if (invented) {
      this.say(
        'A quote must stand in your work word for word. If it is not there, write it there.',
      );
      this.querySelector<HTMLElement>(`[data-own="${invented[0]}"] input`)!.focus();
      return;
    }
    const broken = await this.lint();
    const points = Object.values(own).reduce((sum, { score }) => sum + Number(score), 0);
    const most = 2 * Object.keys(own).length;
    const passed = points / most >= Number(this.dataset.pass) && broken === 0;
    this.give(
      `<p><b>${points} of ${most} points, by your own score.</b> ${broken > 0 ? 'Some parts still break a rule; see there.' : passed ? 'Self-assessed, and kept.' : 'Mend what scored lowest, and score it again.'}</p>`,
      passed,
    );
    this.record({ answer: JSON.stringify(this.read()), score: points / most, passed });
  }

  protected restore({ answer }: Attempt): void {
    this.write(this.draft ?? (typeof answer === 'string' ? answer : ''));
  }

  protected override start(): void {
    this.write(this.draft ?? '');
  }

  private get parts(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-field]')];
  }

  private get criteria(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-own]')];
  }

  private read(): Draft {
    return {
      work: Object.fromEntries(
        this.parts.map((part) => [part.dataset.field!, inputOf(part).value]),
      ),
      own: Object.fromEntries(
        this.criteria.map((criterion) => [
          criterion.dataset.own!,
          {
            score: criterion.querySelector('select')!.value,
            quote: criterion.querySelector('input')!.value,
          },
        ]),
      ),
    };
  }

  private write(text: string): void {
    let draft: Partial<Draft>;
    try {
      draft = JSON.parse(text) as Partial<Draft>;
    } catch {
      return;
    }
    for (const part of this.parts) inputOf(part).value = draft.work?.[part.dataset.field!] ?? '';
    for (const criterion of this.criteria) {
      const { score = '', quote = '' } = draft.own?.[criterion.dataset.own!] ?? {};
      criterion.querySelector('select')!.value = score;
      criterion.querySelector('input')!.value = quote;
    }
  }

  /** Shows an expert's score beside the learner's, criterion by criterion. */
  private async calibrate(exemplar: HTMLElement): Promise<void> {
    const rows = [...exemplar.querySelectorAll<HTMLElement>('[data-criterion]')];
    const open = rows.find((row) => row.querySelector('select')!.value === '');
    if (open) {
      open.querySelector('select')!.focus();
      this.say('Score every criterion of it first.');
      return;
    }
    const solution = await this.trySolution();
    if (!solution) return;
    for (const row of rows) {
      const key = `${exemplar.dataset.exemplar!} ${row.dataset.criterion!}`;
      const expert = solution.querySelector<HTMLElement>(`[data-expert="${key}"]`)!;
      const place = row.querySelector<HTMLElement>('[data-row]')!;
      const isSame = row.querySelector('select')!.value === expert.dataset.points;
      place.hidden = false;
      place.dataset.result = isSame ? 'right' : 'wrong';
      place.innerHTML = `<b>The expert gave ${expert.dataset.points!}.</b> ${expert.querySelector('[data-why]')!.innerHTML}`;
    }
    this.say('The expert’s scores stand beside yours.');
  }

  /** Says beside each field which rules it breaks. @returns how many. */
  private async lint(): Promise<number> {
    const solution = await this.trySolution();
    if (!solution) return 0;
    const lints = JSON.parse(solution.querySelector('[data-lints]')!.textContent) as Lint[];
    const broken = findBroken(this.read().work, lints);
    for (const part of this.parts) {
      const own = broken.filter(({ field }) => field === part.dataset.field);
      const row = part.querySelector<HTMLElement>('[data-row]')!;
      row.hidden = own.length === 0;
      row.innerHTML = own.map(({ why }) => `<p>${why}</p>`).join('');
    }
    this.say(
      broken.length === 0
        ? 'Every rule that a computer can check holds.'
        : `${broken.length} of ${lints.length} rules do not hold yet; each says why beside its part.`,
    );
    return broken.length;
  }

  private export(): void {
    const { work, own } = this.read();
    const parts = this.parts.map((part) => ({
      label: part.querySelector('label')!.textContent,
      text: work[part.dataset.field!] ?? '',
    }));
    const scores = this.criteria.map((criterion) => {
      const { score, quote } = own[criterion.dataset.own!]!;
      return `- ${criterion.querySelector('span')!.textContent}: ${score || 'not scored'}${quote && ` (“${quote}”)`}`;
    });
    const text = toMarkdown(this.dataset.title!, [
      ...parts,
      { label: 'My own score', text: scores.join('\n') },
    ]);
    saveFile(text, `${this.id}.md`, 'text/markdown');
    this.say('Saved as a file.');
  }
}

const inputOf = (part: HTMLElement): Input => part.querySelector('input, textarea, select')!;

/** Whether a quote stands in a text; spaces and capitals do not matter. */
function isQuoted(quote: string, text: string): boolean {
  const plain = (words: string) => words.toLowerCase().replace(/\s+/g, ' ').trim();
  return plain(text).includes(plain(quote));
}

customElements.define('course-artifact', CourseArtifact);
