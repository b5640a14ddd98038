import { expect, it } from 'vitest';
import '../../../src/elements/map/syllabus-map.ts';
import { updateProgress } from '../../../src/elements/progress/progress-store.ts';
import { attempt, enter, find, open, textOf } from './page.ts';

const toSelect = (name: string, ...values: string[]) =>
  `<select data-choose="${name}"><option value="">All</option>${values.map((value) => `<option>${value}</option>`).join('')}</select>`;

const toRow = (number: number, id: string, needs: string, topics: string) =>
  `<tr data-chapter="${id}" data-number="${number}" data-needs="${needs}" data-topics="${topics}" data-skills="skill-${number}">
    <td><a data-objective="P${number}"></a><span data-way></span></td>
  </tr>`;

/** Three chapters: the second and third build on each other, the third on the first as well. */
const map = `<syllabus-map>
  ${toSelect('objective', 'P1', 'P9')}${toSelect('chapter', 'a', 'b')}${toSelect('topic', 'web', 'data')}
  <p data-trail></p>
  <table>${toRow(1, 'a', '', 'web')}${toRow(2, 'b', 'c', 'web data')}${toRow(3, 'c', 'a b', 'data')}</table>
  <script type="application/json" data-sentences>{"P1":"taught in 1."}</script>
  <script type="application/json" data-evidence>{"P1":[{"id":"item","pool":"x"}],"P2":[]}</script>
</syllabus-map>`;

const lit = () =>
  [...document.querySelectorAll<HTMLElement>('tr[data-lit]')].map(({ dataset }) => dataset.chapter);

it('follows what chapters build on once, even in a circle', () => {
  open(map, { address: '/?chapter=b' });
  expect(textOf('[data-trail]')).toBe('Chapter 2 builds on 1, 2, 3.');
  expect(lit()).toEqual(['a', 'b', 'c']);
  enter('[data-choose=chapter]', 'a');
  expect(textOf('[data-trail]')).toBe('Chapter 1 can be read first.');
  expect(lit()).toEqual(['a']);
});

it('has one choice at a time, in the map and in the address', () => {
  open(map, { address: '/?objective=P1&text=kept' });
  expect(textOf('[data-trail]')).toBe('P1 taught in 1.');
  enter('[data-choose=topic]', 'data');
  expect(find<HTMLSelectElement>('[data-choose=objective]').value).toBe('');
  expect(location.search).toBe('?text=kept&topic=data');
  expect(lit()).toEqual(['b', 'c']);
  enter('[data-choose=topic]', '');
  expect(location.search).toBe('?text=kept');
  expect(find('syllabus-map').hasAttribute('data-chosen')).toBe(false);
  expect(lit()).toEqual([]);
});

it('ignores a choice that it does not know, and names a skill without a sentence', () => {
  open(map, { address: '/?chapter=none&topic=' });
  expect(textOf('[data-trail]')).toMatch(/^Choose a skill/);
  enter('[data-choose=objective]', 'P9');
  expect(textOf('[data-trail]')).toBe('P9');
});

it('goes back with the address', () => {
  open(map, { address: '/?topic=web' });
  history.replaceState(null, '', '/?chapter=a');
  window.dispatchEvent(new Event('popstate'));
  expect(lit()).toEqual(['a']);
  expect(find<HTMLSelectElement>('[data-choose=topic]').value).toBe('');
});

it('marks each skill with one word, however often progress changes', () => {
  open(map, { progress: '{"version":' });
  const mark = find('[data-objective=P1]');
  expect(mark.dataset.mastery).toBe('new');
  for (const day of ['01', '02', '03']) {
    updateProgress((progress) => ({
      ...progress,
      attempts: [...progress.attempts, attempt('item', {}, `2026-11-${day}T10:00:00Z`)],
    }));
  }
  expect(mark.dataset.mastery).toBe('begun');
  expect(mark.textContent).toBe(', begun');
});

it('shows the route of the diagnostic, and takes it back with the diagnostic', () => {
  const at = '2026-11-01T10:00:00Z';
  const taking = { started: at, at, seconds: 1, items: ['a', 'b', 'c', 'd'], answers: {} };
  open(map, {
    progress: { diagnostics: [{ ...taking, results: { 'skill-2': { right: 2, asked: 2 } } }] },
  });
  const ways = () =>
    [...document.querySelectorAll('[data-way]')].map(({ textContent }) => textContent);
  expect(ways()).toEqual([' study', ' skip', ' study']);
  updateProgress((progress) => ({ ...progress, diagnostics: [] }));
  expect(ways()).toEqual(['', '', '']);
  expect(find('[data-chapter=b]').dataset.route).toBe('');
});
