import { expect, it } from 'vitest';
import '../../../src/elements/activity/course-critique.ts';
import type { StoredAnswer } from '../../../src/schemas/progress.ts';
import { openExercise, stored, submit } from './exercise.ts';
import { attempt, click, enter, find, textOf } from './page.ts';

const toRegion = (id: string) =>
  `<li data-region="${id}"><input type="checkbox" />
    <div class="verdict" hidden>
      <select><option value="3"></option><option value="2" selected></option><option value="1"></option></select>
      <input type="text" />
    </div>
    <div data-row hidden></div>
  </li>`;
const regions = ['a', 'b', 'c', 'd'].map(toRegion).join('');
const critique = {
  key: { flaws: { a: 3, b: 1 }, pass: { hits: 1, falseAlarms: 0 } },
  solution:
    '<b data-flaw="a">No limit.</b><b data-flaw="b">No owner.</b><b data-sound="c">It is fine.</b>',
};

const region = (id: string) => `[data-region=${id}]`;
const mark = (id: string) => click(`${region(id)} [type=checkbox]`);
const why = (id: string, text: string) => enter(`${region(id)} [type=text]`, text);
const said = (id: string) => textOf(`${region(id)} [data-row]`);

it('wants a place, and a reason that is more than spaces', async () => {
  openExercise('course-critique', regions, critique);
  await submit();
  expect(textOf('.refusal')).toBe('Mark at least one place first.');
  mark('a');
  mark('b');
  expect(document.querySelectorAll('.verdict:not([hidden])')).toHaveLength(2);
  why('a', 'no limit');
  why('b', '  ');
  await submit();
  expect(textOf(`${region('b')} .refusal`)).toMatch(/^Say in a few words why/);
  expect(document.activeElement).toBe(find(`${region('b')} [type=text]`));
  expect(stored()).toEqual([]);
});

it('answers every place: found, missed, a false alarm with and without a word of experts', async () => {
  openExercise('course-critique', regions, critique);
  for (const id of ['a', 'c', 'd']) {
    mark(id);
    why(id, 'so');
  }
  await submit();
  expect(textOf('[data-feedback]')).toContain('1 found, 1 missed, 2 false alarms.');
  expect(textOf('[data-feedback]')).toContain('On 0 of those');
  expect(said('a')).toBe('Found. No limit.');
  expect(said('b')).toBe('Missed. No owner.');
  expect(said('c')).toBe('A false alarm. It is fine.');
  expect(said('d')).toMatch(/^A false alarm. Experts see nothing wrong/);
  const results = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  expect(results.map(({ dataset }) => dataset.result)).toEqual([
    'right',
    'wrong',
    'wrong',
    'wrong',
  ]);
  // A mark that is taken back is none, and its place says nothing any more.
  mark('c');
  mark('d');
  await submit();
  expect(textOf('[data-feedback]')).toContain('1 found, 1 missed, 0 false alarms.');
  expect(find(`${region('c')} [data-row]`).hidden).toBe(true);
  expect(stored().map(({ passed }) => passed)).toEqual([false, true]);
});

const good = { region: 'a', severity: 1, why: 'x' };

it.each<[string, StoredAnswer]>([
  ['a place that is gone', { marks: [{ ...good, region: 'gone' }, good] }],
  ['marks that are none', { marks: [null, 'b', { region: 'c' }, good] }],
  ['texts that are no marks', ['', 'b', 'a 1 x']],
])('passes over %s, and shows the rest', (_, answer) => {
  openExercise('course-critique', regions, {
    ...critique,
    progress: { attempts: [attempt('item', answer, '2026-01-01T10:00:00Z')] },
  });
  const open = document.querySelectorAll<HTMLElement>('.verdict:not([hidden])');
  expect(open).toHaveLength(1);
  expect(find<HTMLSelectElement>(`${region('a')} select`).value).toBe('1');
  expect(textOf('[data-status]')).toBe('Passed on January 1, 2026.');
});
