import { findBroken, findInvented, grade, read, toMarkdown } from '../../lib/grading/artifact.ts';
import type { ArtifactAnswer } from '../../lib/grading/artifact.ts';
import type { ArtifactKey } from '../../schemas/activity/artifact.ts';
import { ActivityElement } from './activity-element.ts';
import { saveFile } from '../dom/save-file.ts';

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** `<course-artifact>`: score two others, write yours, have it checked, score it yourself. */
class CourseArtifact extends ActivityElement<ArtifactKey, ArtifactAnswer> {
  protected override readonly read = read;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      if (!button) return;
      if ('calibrate' in button.dataset) void this.calibrate(button.closest('details')!);
      if ('lint' in button.dataset) void this.lint();
      if ('export' in button.dataset) this.export();
    });
  }

  protected override async submit(): Promise<void> {
    const { answer } = this;
    const open = Object.entries(answer.own).find(
      ([, { score, quote }]) => score === '' || !quote.trim(),
    );
    if (open) {
      const [criterion, { score }] = open;
      const field = score === '' ? 'select' : 'input';
      this.refuse(
        'Score every criterion, and quote the words of yours that show it.',
        this.querySelector(`[data-own="${criterion}"] ${field}`)!,
      );
      return;
    }
    const invented = findInvented(answer);
    if (invented) {
      this.refuse(
        'A quote must stand in your work word for word. If it is not there, write it there.',
        this.querySelector(`[data-own="${invented}"] input`)!,
      );
      return;
    }
    const result = grade(await this.key(), answer);
    await this.lint();
    const { points, most, broken, passed } = result;
    this.give(
      `<p><b>${points} of ${most} points, by your own score.</b> ${broken.length > 0 ? 'Some parts still break a rule; see there.' : passed ? 'Self-assessed, and kept.' : 'Mend what scored lowest, and score it again.'}</p>`,
      passed,
      'Recorded',
    );
    this.record(answer, result);
  }

  private get parts(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-field]')];
  }

  private get criteria(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-own]')];
  }

  private get answer(): ArtifactAnswer {
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

  protected restore({ work, own }: ArtifactAnswer): void {
    for (const part of this.parts) inputOf(part).value = work[part.dataset.field!] ?? '';
    for (const criterion of this.criteria) {
      const { score, quote } = own[criterion.dataset.own!] ?? { score: '', quote: '' };
      criterion.querySelector('select')!.value = score;
      criterion.querySelector('input')!.value = quote;
    }
  }

  /** Shows an expert's score beside the learner's, criterion by criterion. */
  private async calibrate(exemplar: HTMLElement): Promise<void> {
    const rows = [...exemplar.querySelectorAll<HTMLElement>('[data-criterion]')];
    const open = rows.find((row) => row.querySelector('select')!.value === '');
    if (open) {
      this.refuse('Score every criterion of it first.', open.querySelector('select')!);
      return;
    }
    const solution = await this.trySolution();
    if (!solution) return;
    const { experts } = await this.key();
    for (const row of rows) {
      const key = `${exemplar.dataset.exemplar!} ${row.dataset.criterion!}`;
      const expert = solution.querySelector(`[data-expert="${key}"]`)!;
      const points = experts[Number(exemplar.dataset.exemplar)]![row.dataset.criterion!]!;
      const place = row.querySelector<HTMLElement>('[data-row]')!;
      const isSame = Number(row.querySelector('select')!.value) === points;
      place.hidden = false;
      place.dataset.result = isSame ? 'right' : 'wrong';
      place.innerHTML = `<b>The expert gave ${points}.</b> ${expert.querySelector('[data-why]')!.innerHTML}`;
    }
    this.say('The expert’s scores stand beside yours.');
  }

  /** Says beside each field which rules it breaks. */
  private async lint(): Promise<void> {
    if (!(await this.trySolution())) return;
    const { lints } = await this.key();
    const broken = findBroken(this.answer.work, lints);
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
  }

  private export(): void {
    const { work, own } = this.answer;
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

customElements.define('course-artifact', CourseArtifact);
