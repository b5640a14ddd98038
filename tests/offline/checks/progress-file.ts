import { isDeepStrictEqual } from 'node:util';
import { emptyProgress } from '../../../src/lib/progress/progress.ts';
import type { Attempt, Progress } from '../../../src/schemas/progress.ts';
import { open, ready, see } from '../visit.ts';
import type { Visit } from '../visit.ts';

/** An answer of long ago. */
export const answered = (activity: string, passed: boolean): Attempt => ({
  activity,
  at: '2026-01-05T10:00:00.000Z',
  score: passed ? 1 : 0,
  passed,
  answer: { option: 'a' },
  hints: 0,
  solutionSeen: false,
});

/** What a reader of the site has exported. */
export const made: Progress = {
  ...emptyProgress(),
  read: { 'borrow-a-boat': '2026-01-05T10:00:00.000Z' },
  attempts: [answered('define-client', true)],
  drafts: { 'define-client': { text: 'Grüße “„', at: '2026-01-05T10:00:00.000Z' } },
};

/** Erases all progress, on the page that offers it. */
export async function erase(visit: Visit): Promise<void> {
  const { browser } = visit;
  await open(visit, 'progress/');
  await browser.click('[data-erase]');
  await browser.click('[data-notice] button');
  await see(browser, '[data-notice]', 'Erased.');
  await see(browser, '[data-summary]', 'Nothing yet.');
}

/** Imports a file on the page of progress, as if the reader had chosen it. */
export async function importFile(visit: Visit, progress: Progress): Promise<void> {
  const { browser } = visit;
  await open(visit, 'progress/');
  await ready(browser, '[data-erase]');
  await browser.read(
    '[data-import]',
    (input, text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'progress.json', { type: 'application/json' }));
      (input as HTMLInputElement).files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    JSON.stringify(progress),
  );
  await see(browser, '[data-notice]', `The file holds ${progress.attempts.length} attempts.`);
  await browser.click('[data-notice] button');
  await see(browser, '[data-notice]', 'Imported.');
}

/** Throws where two values differ. */
export function expectEqual(what: string, found: unknown, wanted: unknown): void {
  if (isDeepStrictEqual(found, wanted)) return;
  throw new Error(
    `expected: ${what} is ${JSON.stringify(wanted)}\nthere was: ${JSON.stringify(found)}`,
  );
}
