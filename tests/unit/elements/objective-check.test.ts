import { expect, it, vi } from 'vitest';
import '../../../src/elements/progress/objective-check.ts';
import { attempt, click, find, open, textOf } from './page.ts';

const ids = (count: number) => Array.from({ length: count }, (_, place) => `i${place}`);

/** Items of two pools in turn. */
function openCheck(count: number, page: Parameters<typeof open>[1] = {}): void {
  const items = ids(count).map((id, place) => ({ id, pool: `pool-${place % 2}` }));
  const sections = items.map(({ id }) => `<section id="${id}" hidden></section>`).join('');
  open(
    `<objective-check data-items='${JSON.stringify(items)}'>
      <button data-draw>Others</button><p data-drawn tabindex="-1"></p>${sections}
    </objective-check><section id="outside" hidden></section>`,
    page,
  );
}

const shown = () =>
  [...document.querySelectorAll<HTMLElement>('objective-check > section')]
    .filter(({ hidden }) => !hidden)
    .map(({ id }) => id);

it('shows all items where there are no more than a check needs', () => {
  openCheck(5);
  expect(shown()).toEqual(ids(5));
  expect(textOf('[data-drawn]')).toBe('All 5 items.');
  click('[data-draw]');
  expect(shown()).toEqual(ids(5));
});

it('draws others each time, and begins again once they run out', () => {
  openCheck(10);
  const first = shown();
  click('[data-draw]');
  const second = shown();
  expect(new Set([...first, ...second]).size).toBe(10);
  expect(document.activeElement).toBe(find('[data-drawn]'));
  click('[data-draw]');
  expect(shown()).toEqual(first);
});

it('draws whole checks only: too few that are left are drawn with the others', () => {
  openCheck(8);
  click('[data-draw]');
  expect(shown()).toHaveLength(5);
});

it('draws what was not answered first, whatever else is stored', () => {
  const at = '2026-01-01T10:00:00Z';
  openCheck(7, {
    progress: { attempts: ['i0', 'i2', 'gone'].map((id) => attempt(id, {}, at)) },
  });
  expect(shown()).toEqual(['i1', 'i3', 'i4', 'i5', 'i6']);
});

it('shows an item that a link leads to, drawn or not', () => {
  const scroll = vi.fn();
  Element.prototype.scrollIntoView = scroll;
  openCheck(7, { address: '/#i6' });
  expect(shown()).toContain('i6');
  expect(shown()).toHaveLength(6);
  expect(scroll).toHaveBeenCalledTimes(1);
  for (const hash of ['#outside', '#gone', '#', `#${shown()[0]!}`]) {
    history.replaceState(null, '', hash);
    window.dispatchEvent(new Event('hashchange'));
  }
  expect(find('#outside').hidden).toBe(true);
  expect(scroll).toHaveBeenCalledTimes(1);
  history.replaceState(null, '', '#i5');
  window.dispatchEvent(new Event('hashchange'));
  expect(shown()).toHaveLength(7);
});
