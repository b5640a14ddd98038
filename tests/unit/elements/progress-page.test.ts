import { expect, it, vi } from 'vitest';
import '../../../src/elements/progress/progress-page.ts';
import { readProgress, updateProgress } from '../../../src/elements/progress/progress-store.ts';
import { emptyProgress } from '../../../src/lib/progress/progress.ts';
import type { Progress } from '../../../src/schemas/progress.ts';
import { attempt, click, fillStorage, find, open, textOf } from './page.ts';

const at = '2026-01-01T10:00:00Z';
const activity = (id: string, retest: number, isWork = false) => ({
  title: id,
  href: `/${id}/`,
  retest,
  isWork,
});
const catalog = {
  activities: {
    weekly: activity('weekly', 7),
    once: activity('once', 0),
    essay: activity('essay', 0, true),
  },
  chapters: { one: { title: 'One', href: '/one/' }, two: { title: 'Two', href: '/two/' } },
};

const openPage = (progress: Partial<Progress> = {}) =>
  open(
    `<progress-page><p data-summary></p>
      <section data-due hidden><ul></ul></section><section data-weeks hidden><div></div></section>
      <ul data-chapters></ul><section data-work hidden><div></div></section>
      <button data-export></button><input type="file" data-import /><button data-erase></button>
      <div data-notice></div>
      <script type="application/json" data-catalog>${JSON.stringify(catalog)}</script>
    </progress-page>`,
    { progress },
  );

const notice = () => textOf('[data-notice]');
const answer = (place: number) => click(`[data-notice] button:nth-child(${place})`);

/** Chooses a file, and waits until it was read. */
async function choose(text: string): Promise<void> {
  const input = find<HTMLInputElement>('[data-import]');
  Object.defineProperty(input, 'files', {
    value: [new File([text], 'p.json')],
    configurable: true,
  });
  input.dispatchEvent(new Event('change'));
  await vi.waitFor(() => expect(notice()).not.toBe(''), 60_000);
}

const toFile = (progress: Partial<Progress>) => JSON.stringify({ ...emptyProgress(), ...progress });

it('counts only what the course has, and lists each chapter', () => {
  openPage({
    read: { one: at, gone: at },
    attempts: [attempt('once', {}, at), attempt('once', {}, at)],
  });
  expect(textOf('[data-summary]')).toBe(
    '1 of 2 finished chapters read, 1 activities answered in 2 attempts.',
  );
  expect(textOf('[data-chapters]')).toBe('One read on January 1, 2026Two not read yet');
});

it('lists as due what is asked again, once it is time', () => {
  openPage({ attempts: ['weekly', 'once', 'gone'].map((id) => attempt(id, {}, at)) });
  expect(textOf('[data-due]')).toBe('weekly');
  updateProgress((progress) => ({
    ...progress,
    attempts: [...progress.attempts, attempt('weekly', {}, new Date().toISOString())],
  }));
  expect(find('[data-due]').hidden).toBe(true);
});

it('has no weeks before the first answer', () => {
  openPage({ read: { one: at } });
  expect(find('[data-weeks]').hidden).toBe(true);
  updateProgress((progress) => ({
    ...progress,
    reviews: [{ term: 'cache', at: new Date().toISOString(), rating: 3 }],
  }));
  expect(find('[data-weeks]').hidden).toBe(false);
});

it.each([
  ['{"work":{"a":"First","b":"","c":"Last"},"own":{}}', 'First\n\nLast'],
  ['plain words', 'plain words'],
  ['{"work":{"a":"cut', '{"work":{"a":"cut'],
  ['null', 'null'],
  ['12', '12'],
])('shows the draft %s as text', (text, shown) => {
  openPage({ drafts: { essay: { text, at }, once: { text: 'not a piece of work', at } } });
  expect(find('[data-work] blockquote').textContent).toBe(shown);
  expect(document.querySelectorAll('blockquote')).toHaveLength(1);
});

it('shows no piece of work that is empty', () => {
  openPage({ drafts: { essay: { text: '', at } } });
  expect(find('[data-work]').hidden).toBe(true);
});

it('changes nothing before somebody agrees, and then keeps what was done meanwhile', async () => {
  openPage({ read: { one: at } });
  await choose(toFile({ read: { two: at }, attempts: [attempt('once', {}, at)] }));
  expect(notice()).toContain('Importing adds 1 attempts and 1 chapters read');
  expect(readProgress().attempts).toEqual([]);
  updateProgress((progress) => ({ ...progress, attempts: [attempt('essay', {}, at)] }));
  answer(1);
  expect(notice()).toBe('Imported.');
  expect(Object.keys(readProgress().read).sort()).toEqual(['one', 'two']);
  expect(
    readProgress()
      .attempts.map(({ activity }) => activity)
      .sort(),
  ).toEqual(['essay', 'once']);
});

it('adds nothing from a file that was imported before, and leaves it if somebody says so', async () => {
  openPage({ attempts: [attempt('once', {}, at)] });
  const file = toFile({ attempts: [attempt('once', {}, at)] });
  await choose(file);
  expect(notice()).toContain('adds 0 attempts and 0 chapters read');
  answer(2);
  expect(notice()).toBe('');
  await choose(file);
  answer(1);
  expect(readProgress().attempts).toHaveLength(1);
});

it('says that an import is not stored, and shows it all the same', async () => {
  openPage();
  fillStorage();
  await choose(toFile({ read: { one: at } }));
  answer(1);
  expect(notice()).toMatch(/^This browser refused to store it/);
  expect(textOf('[data-summary]')).toMatch(/^1 of 2/);
});

it('erases only what somebody agrees to', () => {
  openPage({ read: { one: at } });
  click('[data-erase]');
  answer(2);
  expect(readProgress().read).toEqual({ one: at });
  click('[data-erase]');
  answer(1);
  expect(readProgress()).toEqual(emptyProgress());
  expect(textOf('[data-summary]')).toMatch(/^Nothing yet/);
});
