import { afterEach, expect, it, vi } from 'vitest';
import '../../../src/elements/progress/course-diagnostic.ts';
import { readProgress, updateProgress } from '../../../src/elements/progress/progress-store.ts';
import { limit } from '../../../src/lib/progress/diagnostic.ts';
import type { Diagnostic } from '../../../src/schemas/progress.ts';
import { click, fillStorage, find, open, serve, settle, textOf } from './page.ts';

const ids = ['q1', 'q2'];
const catalog = {
  items: ids.map((id) => ({ id, pool: id, objective: 'skill' })),
  objectives: { skill: { title: 'P1 Skill', href: '/skill/' } },
  chapters: [{ id: 'one', title: 'One', href: '/one/', objectives: ['skill'] }],
};
const toItem = (id: string) =>
  `<div id="${id}" data-item hidden>${['a', 'b'].map((option) => `<input type="radio" name="${id}" value="${option}" />`).join('')}</div>`;
const answers = ids
  .map(
    (id) =>
      `<div data-solution-for="${id}"><script type="application/json" data-key>{"right":"a"}</script></div>`,
  )
  .join('');

/** Pages are fetched once, so each diagnostic has answers of its own. */
let opened = 0;

/** @returns what lets the answers be found. */
function openDiagnostic(...diagnostics: Partial<Diagnostic>[]): () => void {
  const address = `/diagnostic/answers/${(opened += 1)}/`;
  const at = '2026-01-01T10:00:00Z';
  const taking = { started: at, at, seconds: 0, items: ids, answers: {} };
  open(
    `<course-diagnostic data-answers="${address}" data-map="/map/">
      <p data-summary></p><button type="button" data-start>Start</button><div data-result></div>
      <form><p data-clock hidden></p>${ids.map(toItem).join('')}
        <div data-moves hidden><button type="button" data-unsure></button><button type="button" data-pause></button></div>
      </form>
      <script type="application/json" data-catalog>${JSON.stringify(catalog)}</script>
    </course-diagnostic>`,
    { progress: { diagnostics: diagnostics.map((fields) => ({ ...taking, ...fields })) } },
  );
  const mend = () => serve({ [address]: answers });
  mend();
  return mend;
}

const start = '[data-start]';
const said = () => textOf('[data-summary]');
const asked = () => document.querySelector<HTMLElement>('[data-item]:not([hidden])')?.id;
const taken = () => readProgress().diagnostics;

async function answer(option: string): Promise<void> {
  find<HTMLInputElement>(`#${asked()!} [value=${option}]`).checked = true;
  find('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await settle();
}

afterEach(() => {
  vi.useRealTimers();
});

it('asks again for an option where none is chosen', () => {
  openDiagnostic();
  click(start);
  find('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  expect(said()).toMatch(/^Choose an option/);
  expect(asked()).toBe('q1');
  expect(taken()[0]!.answers).toEqual({});
});

it('counts what nobody was sure of as asked, and gives a route', async () => {
  openDiagnostic();
  click(start);
  click('[data-unsure]');
  await answer('a');
  expect(said()).toBe('You had 1 of 2 right.');
  expect(textOf('[data-result] ul')).toBe('One: study. You had 1 of 2 questions on it right.');
  expect(taken()).toHaveLength(1);
  expect(taken()[0]).toMatchObject({ answers: { q1: '', q2: 'a' } });
});

it('goes on where it was left, with the time that is left', async () => {
  openDiagnostic({ answers: { q1: 'a' }, seconds: limit - 65 });
  expect(said()).toBe('1 questions are left, and 1:05 minutes.');
  expect(textOf(start)).toBe('Go on');
  click(start);
  expect(asked()).toBe('q2');
  expect(textOf('[data-clock]')).toBe('1:05 left');
  click('[data-pause]');
  expect(asked()).toBeUndefined();
  expect(find(start).hidden).toBe(false);
  expect(taken()).toHaveLength(1);
  await settle();
});

it('ends with what there is when time is up', async () => {
  vi.useFakeTimers();
  openDiagnostic({ answers: { q1: 'a' }, seconds: limit - 2 });
  click(start);
  await vi.advanceTimersByTimeAsync(1000);
  expect(textOf('[data-clock]')).toBe('0:01 left');
  await vi.advanceTimersByTimeAsync(5000);
  expect(said()).toBe('You had 1 of 2 right.');
  expect(taken()[0]!.seconds).toBe(limit);
});

it('keeps all answers while the right ones do not load, and counts them once they do', async () => {
  const mend = openDiagnostic({ answers: { q1: 'a' } });
  serve({});
  click(start);
  await answer('a');
  expect(said()).toContain('could not be loaded');
  expect(taken()[0]).toMatchObject({ answers: { q1: 'a', q2: 'a' } });
  click(start);
  await settle();
  expect(said()).toContain('could not be loaded');
  expect(find(start).hidden).toBe(false);
  mend();
  click(start);
  await settle();
  expect(said()).toBe('You had 2 of 2 right.');
});

it('does not ask what the course no longer has', async () => {
  openDiagnostic({ items: ['gone', 'q2'] });
  expect(said()).toMatch(/^1 questions are left/);
  click(start);
  expect(asked()).toBe('q2');
  await answer('b');
  expect(said()).toBe('You had 0 of 1 right.');
});

it('says that nothing is stored, and ends all the same', async () => {
  openDiagnostic();
  fillStorage();
  click(start);
  await answer('a');
  await answer('a');
  expect(textOf('[data-result]')).toContain('Your route');
});

it('shows the newest result, whatever skills it names', () => {
  openDiagnostic(
    { results: { skill: { right: 0, asked: 1 } } },
    { results: { skill: { right: 1, asked: 1 }, gone: { right: 0, asked: 1 } } },
  );
  expect(said()).toBe('You had 1 of 2 right.');
  expect(textOf('[data-result]')).toContain('One: skim.');
  expect(textOf('[data-result] ul:last-child')).toBe('P1 Skill: 1 of 1');
  expect(textOf(start)).toBe('Take it again, with other questions');
});

it('is not undone by another tab that only looked', async () => {
  openDiagnostic({ answers: { q1: 'a' } });
  expect(said()).toMatch(/^1 questions are left/);
  // Meanwhile, the other one has gone on.
  updateProgress((progress) => ({
    ...progress,
    diagnostics: progress.diagnostics.map((one) => ({ ...one, answers: { q1: 'a', q2: 'b' } })),
  }));
  window.dispatchEvent(new Event('pagehide'));
  await settle();
  expect(taken()[0]!.answers).toEqual({ q1: 'a', q2: 'b' });
});

it('joins the answers of two tabs that both go on', async () => {
  openDiagnostic({});
  click(start);
  updateProgress((progress) => ({
    ...progress,
    diagnostics: progress.diagnostics.map((one) => ({ ...one, seconds: 60, answers: { q2: 'a' } })),
  }));
  await answer('a');
  expect(taken()[0]).toMatchObject({ answers: { q1: 'a', q2: 'a' }, seconds: 60 });
  expect(said()).toBe('You had 2 of 2 right.');
});
