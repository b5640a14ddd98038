import { lastAttempt, retestAt } from '../lib/progress/progress.ts';
import type { Attempt } from '../schemas/progress.ts';
import { readProgress, updateProgress } from './progress-store.ts';

/** What an answer came to. */
export interface Outcome {
  answer: string | string[];
  /** 0 to 1. */
  score: number;
  passed: boolean;
}

const formatDay = (date: Date) =>
  date.toLocaleDateString('en', { day: 'numeric', month: 'long', year: 'numeric' });

/**
 * The behavior that all activities share: hints are counted, the solution waits for an attempt,
 * answers are recorded, and the last one is shown again on the next visit.
 * Without the script, question, hints and solution are plain HTML.
 */
export abstract class ActivityElement extends HTMLElement {
  /** Missing where revealing the answer is part of answering. */
  private solution: HTMLDetailsElement | null = null;

  connectedCallback(): void {
    this.solution = this.querySelector('[data-solution]');
    this.querySelectorAll<HTMLElement>('[data-needs-script]').forEach((element) => {
      element.hidden = false;
    });
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.resume();
  }

  /** Called when the form is submitted. */
  protected submit(): void {}

  /** Fills the form with an earlier answer and shows what it came to. */
  protected abstract restore(attempt: Attempt): void;

  /** Stores an attempt and opens the way to the solution. */
  protected record({ answer, score, passed }: Outcome): void {
    const attempt: Attempt = {
      activity: this.id,
      at: new Date().toISOString(),
      score,
      passed,
      answer,
      hints: this.querySelectorAll('[data-hint][open]').length,
      solutionSeen: this.solution?.open ?? false,
    };
    const isSaved = updateProgress((progress) => ({
      ...progress,
      attempts: [...progress.attempts, attempt],
    }));
    this.showSolution(true);
    this.say(
      isSaved
        ? this.nextTest(attempt)
        : 'Not stored: this browser’s storage is full or off. Export your progress before you close the page.',
    );
  }

  /** Writes into the line beside the buttons. */
  protected say(text: string): void {
    this.querySelector('[data-status]')!.textContent = text;
  }

  /** Shows feedback with a colored edge. */
  protected give(html: string, isRight: boolean): void {
    const feedback = this.querySelector<HTMLElement>('[data-feedback]')!;
    feedback.hidden = html === '';
    feedback.dataset.result = isRight ? 'right' : 'wrong';
    feedback.innerHTML = html;
  }

  private showSolution(isShown: boolean): void {
    if (this.solution) this.solution.hidden = !isShown;
  }

  private resume(): void {
    const attempt = lastAttempt(readProgress(), this.id);
    this.showSolution(attempt !== undefined);
    if (!attempt) return;
    const due = this.dataset.retest && retestAt(attempt, Number(this.dataset.retest));
    if (due && due <= new Date()) {
      this.showSolution(false);
      this.say(`Last answered ${formatDay(new Date(attempt.at))}. Time to try it again.`);
      return;
    }
    this.restore(attempt);
    this.say(this.nextTest(attempt) || `Answered ${formatDay(new Date(attempt.at))}.`);
  }

  private nextTest(attempt: Attempt): string {
    const days = Number(this.dataset.retest ?? 0);
    return days > 0 ? `Asked again from ${formatDay(retestAt(attempt, days))}.` : '';
  }
}
