import { expect, it } from 'vitest';
import '../../../src/elements/activity/course-order.ts';
import { openExercise, stored, submit } from './exercise.ts';
import { attempt, click, find, textOf } from './page.ts';

const toPiece = (id: string) =>
  `<li data-piece="${id}"><button type="button" data-move="-1"></button><button type="button" data-move="1"></button><button type="button" data-leave>Leave out</button></li>`;

const pieces = `<ol class="pieces">${['c', 'a', 'b', 'x'].map(toPiece).join('')}</ol>`;
const order = {
  key: { orders: [['a', 'b', 'c']] },
  solution: '<span data-reason="x">Not x.</span><p data-explanation>Because.</p>',
};

const piece = (id: string) => `[data-piece=${id}]`;
const now = () =>
  [...document.querySelectorAll<HTMLElement>('[data-piece]')].map(({ dataset }) => dataset.piece);
const leftOut = () =>
  [...document.querySelectorAll<HTMLElement>('[data-left]')].map(({ dataset }) => dataset.piece);
const leave = (...ids: string[]) => ids.forEach((id) => click(`${piece(id)} [data-leave]`));

it('moves no piece beyond the ends', () => {
  openExercise('course-order', pieces, order);
  click(`${piece('c')} [data-move="-1"]`);
  click(`${piece('x')} [data-move="1"]`);
  expect(now()).toEqual(['c', 'a', 'b', 'x']);
  expect(textOf('[data-status]')).toBe('');
  click(`${piece('c')} [data-move="1"]`);
  expect(now()).toEqual(['a', 'c', 'b', 'x']);
  expect(textOf('[data-status]')).toBe('Moved to place 2 of 4.');
  expect(document.activeElement).toBe(find(`${piece('c')} [data-move="1"]`));
});

it('takes back what was left out', () => {
  openExercise('course-order', pieces, order);
  leave('x');
  expect(leftOut()).toEqual(['x']);
  expect(textOf(`${piece('x')} [data-leave]`)).toBe('Take back');
  leave('x');
  expect(leftOut()).toEqual([]);
  expect(textOf(`${piece('x')} [data-leave]`)).toBe('Leave out');
});

it.each([
  [['x', 'a', 'b', 'c'], '3 pieces are missing. Say aloud'],
  [['x', 'b', 'a'], 'It does not begin with this.'],
  [[], 'One of these does not belong. Not x.'],
])('without %j it says "%s"', async (ids, said) => {
  openExercise('course-order', pieces, order);
  leave(...ids);
  await submit();
  expect(textOf('[data-feedback]')).toContain(said);
});

it('says how far an order is right, and marks only the newest fault', async () => {
  openExercise('course-order', pieces, order);
  await submit();
  expect(find(piece('x')).dataset.result).toBe('wrong');
  leave('x', 'b');
  click(`${piece('c')} [data-move="1"]`);
  await submit();
  expect(textOf('[data-feedback]')).toContain(
    'The first piece is right; number 2 comes too early.',
  );
  expect(find(piece('x')).dataset.result).toBeUndefined();
  leave('b');
  click(`${piece('c')} [data-move="1"]`);
  await submit();
  expect(textOf('[data-feedback]')).toBe('RightIn order.Because.');
  expect(document.querySelectorAll('[data-result=wrong]')).toHaveLength(0);
  expect(stored().map(({ passed }) => passed)).toEqual([false, false, true]);
});

it('restores an answer of which pieces are gone, or that knew fewer', () => {
  openExercise('course-order', pieces, {
    ...order,
    progress: {
      attempts: [attempt('item', { pieces: ['b', 'gone', 'b', 'a', 7] }, '2026-01-01T10:00:00Z')],
    },
  });
  expect(now()).toEqual(['b', 'a', 'c', 'x']);
  expect(leftOut()).toEqual(['c', 'x']);
  expect(find('.pieces').childNodes).toHaveLength(4);
});
