import type { Outcome } from '../../lib/grading/kind.ts';
import { lastAttempt, retestAt } from '../../lib/progress/progress.ts';
import type { Attempt, StoredAnswer } from '../../schemas/progress.ts';
import { readJson } from '../dom/read-json.ts';
import { make } from '../dom/make.ts';
import { readProgress, updateProgress } from '../progress/progress-store.ts';
import { saveProgress } from '../progress/save-progress.ts';
import { Drafts } from './drafts.ts';
import { fetchSolution } from './solutions.ts';

const unsaved = 'Not stored: this browser’s storage is full or off.';

const unreachable = 'The answers could not be loaded. Check the connection and try again.';

const formatDay = (date: Date) =>
  date.toLocaleDateString('en', { day: 'numeric', month: 'long', year: 'numeric' });

/**
 * The behavior that all activities share: hints are counted, the solution waits for an attempt,
 * answers are recorded, and the last one is filled in again on the next visit.
 * Without the script, question, hints and the way to the answers page are plain HTML.
 */
export abstract class ActivityElement<Key, Answer extends object> extends HTMLElement {
  /** Whether the solution may be opened before an attempt, as where revealing it is the task. */
  protected readonly isOpenFirst: boolean = false;

  connectedCallback(): void {
    // Whoever begins to answer will soon need the reasons.
    this.addEventListener('focusin', () => void this.solution().catch(() => undefined), {
      once: true,
    });
    const drafts = new Drafts(this, {
      onFull: () => this.sayUnsaved(),
      onReplaced: (bringBack) =>
        this.offer('Changed in another tab.', 'Bring back what stood here', bringBack),
    });
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      // Where leaving leaves no time, what was handed in is there all the same.
      drafts.keep();
      void this.submit().catch(() => this.say(unreachable));
    });
    this.details.addEventListener('toggle', () => {
      if (this.details.open) void this.fillDetails();
    });
    drafts.start(this.resume()?.at);
    this.addEventListener('input', () => this.outdate());
  }

  /** Opens the way to the solution. */
  protected openWay(): void {
    this.details.hidden = false;
  }

  /** Called when the form is submitted. */
  protected async submit(): Promise<void> {
    // A recall has no form to submit.
  }

  /** An answer as it was stored; see `lib/grading/`. */
  protected abstract read(stored: StoredAnswer): Answer | undefined;

  /** Fills the form with an earlier answer. */
  protected abstract restore(answer: Answer, attempt: Attempt): void;

  /** What grading needs to know. */
  protected async key(): Promise<Key> {
    return readJson<Key>(await this.solution(), 'key');
  }

  /** The solution's element, from the answers page. */
  protected solution(): Promise<HTMLElement> {
    return fetchSolution(
      this.querySelector<HTMLElement>('[data-answers]')!.dataset.answers!,
      this.id,
    );
  }

  /** The solution, or a word to the learner where it cannot be had. */
  protected async trySolution(): Promise<HTMLElement | undefined> {
    try {
      return await this.solution();
    } catch {
      this.say(unreachable);
      return undefined;
    }
  }

  /** Stores an attempt and opens the way to the solution. */
  protected record(answer: Answer, { score, passed }: Outcome): void {
    const attempt: Attempt = {
      activity: this.id,
      at: new Date().toISOString(),
      score,
      passed,
      answer: { ...answer } as Record<string, unknown>,
      hints: this.querySelectorAll('[data-hint][open]').length,
      solutionSeen: this.details.open && !this.isOpenFirst,
    };
    const isSaved = updateProgress((progress) => ({
      ...progress,
      attempts: [...progress.attempts, attempt],
    }));
    this.openWay();
    this.dispatchEvent(new CustomEvent('course:attempt', { bubbles: true, detail: attempt }));
    if (isSaved) this.say(this.nextTest(attempt));
    else this.sayUnsaved();
  }

  /** Says something, with a button beside it. */
  private offer(text: string, label: string, action: () => void): void {
    const button = make('button', 'chip', label);
    button.type = 'button';
    button.addEventListener('click', () => {
      this.say('');
      action();
    });
    this.status.replaceChildren(`${text} `, button);
  }

  /** What cannot be stored can be taken along as a file. */
  private sayUnsaved(): void {
    this.offer(unsaved, 'Save your progress as a file', () => saveProgress(readProgress()));
  }

  /** Writes into the line under the buttons. */
  protected say(text: string): void {
    this.status.textContent = text;
  }

  /** The HTML of a part of a solution, such as the reason of an option. */
  protected htmlOf(solution: HTMLElement, part: string, id: string): string | undefined {
    return solution.querySelector(`[data-${part}="${CSS.escape(id)}"]`)?.innerHTML;
  }

  /**
   * Shows a verdict: a word, so that it can be told without colors, and what follows it.
   *
   * @param content - the course's own HTML, or elements.
   */
  protected give(
    content: string | HTMLElement[],
    isRight: boolean,
    word = isRight ? 'Right' : 'Not yet',
  ): void {
    const { feedback } = this;
    feedback.hidden = content.length === 0;
    feedback.dataset.result = isRight ? 'right' : 'wrong';
    if (typeof content === 'string') feedback.innerHTML = content;
    else feedback.replaceChildren(...content);
    feedback.prepend(make('p', 'judgment', word));
    this.querySelector('.refusal')?.remove();
  }

  /** Says why an answer cannot be judged yet, right behind the field that it speaks of. */
  protected refuse(text: string, field: HTMLElement, place: Element = field): void {
    this.querySelector('.refusal')?.remove();
    const refusal = make('span', 'refusal', text);
    refusal.role = 'alert';
    place.after(refusal);
    field.focus();
    this.addEventListener('input', () => refusal.remove(), { once: true });
  }

  /** A verdict speaks of the answer it was given on, not of what came of that since. */
  private outdate(): void {
    const { feedback } = this;
    if (feedback.hidden || feedback.dataset.result === 'old') return;
    feedback.dataset.result = 'old';
    feedback.querySelector('.judgment')!.textContent = 'Changed since the check';
  }

  private get status(): HTMLElement {
    return this.querySelector('[data-status]')!;
  }

  private get feedback(): HTMLElement {
    return this.querySelector('[data-feedback]')!;
  }

  private get details(): HTMLDetailsElement {
    return this.querySelector('[data-solution]')!;
  }

  private async fillDetails(): Promise<void> {
    const place = this.querySelector('[data-solution-text]')!;
    try {
      place.replaceChildren((await this.solution()).cloneNode(true));
    } catch {
      place.textContent =
        'The answers could not be loaded. Check the connection and open this again.';
    }
  }

  /** Fills in the last answer, and gives it. */
  private resume(): Attempt | undefined {
    // In the review nothing may remind of the answer.
    if ('fresh' in this.dataset) return undefined;
    const attempt = lastAttempt(readProgress(), this.id);
    this.details.hidden = !this.isOpenFirst && !attempt;
    if (!attempt) return undefined;
    const due = this.dataset.retest && retestAt(attempt, Number(this.dataset.retest));
    const day = formatDay(new Date(attempt.at));
    if (due && due <= new Date()) {
      this.details.hidden = !this.isOpenFirst;
      this.say(`Last answered on ${day}. Time to try it again.`);
      return attempt;
    }
    const answer = this.read(attempt.answer);
    if (answer) this.restore(answer, attempt);
    this.say(`${attempt.passed ? 'Passed' : 'Answered'} on ${day}. ${this.nextTest(attempt)}`);
    return attempt;
  }

  private nextTest(attempt: Attempt): string {
    const days = Number(this.dataset.retest ?? 0);
    return days > 0 ? `Asked again from ${formatDay(retestAt(attempt, days))}.` : '';
  }
}
