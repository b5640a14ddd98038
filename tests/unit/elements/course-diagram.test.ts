import { expect, it } from 'vitest';
import '../../../src/elements/diagram/course-diagram.ts';
import { click, find, open, press, textOf } from './page.ts';

const drawing = (room: string) =>
  `<svg class="drawing ${room}">
    <marker class="on"></marker>
    <g class="edge" data-edge="ab" data-nodes="a b"><path></path><text data-step="1"></text></g>
    <g class="edge" data-edge="ba"><path></path></g>
    <g data-node="a"></g><g data-node="b"></g>
  </svg>`;

const diagram = `<course-diagram id="trip">
  ${drawing('wide')}${drawing('narrow')}
  <div class="steps">
    <ol tabindex="-1">
      <li data-step="1" data-edge="ab">There.</li><li data-step="2" data-edge="ba" data-back>Back.</li>
    </ol>
    <div class="player">
      <button data-move="-1">Back</button><button data-move="1">Walk</button><button data-all>All</button>
    </div>
  </div>
</course-diagram>`;

const back = '[data-move="-1"]';
const next = '[data-move="1"]';
const step = () => document.querySelector<HTMLElement>('li[data-now]')?.dataset.step;

function pressButton(selector: string): void {
  find(selector).focus();
  click(selector);
}

it('stops at both ends, however often somebody goes on', () => {
  open(diagram);
  press('ol', 'ArrowLeft');
  expect(step()).toBeUndefined();
  expect(find<HTMLButtonElement>(back).disabled).toBe(true);
  expect(textOf(next)).toBe('Walk through it');
  for (let times = 0; times < 5; times += 1) press('ol', 'ArrowRight');
  expect(step()).toBe('2');
  expect(textOf(next)).toBe('That was the last step');
  press('ol', 'ArrowLeft');
  expect(step()).toBe('1');
  press('ol', 'a');
  expect(step()).toBe('1');
});

// A browser gives the focus of a button that can no longer be pressed to the page.
it.each([
  ['the last step', [next, next]],
  ['the first step, taken back', [next, back]],
  ['showing all steps', [next, '[data-all]']],
])('keeps the keys after %s', (_, buttons) => {
  open(diagram);
  buttons.forEach(pressButton);
  expect(document.activeElement).toBe(find('ol'));
});

it('leaves the focus on a button that can be pressed again', () => {
  open(diagram);
  pressButton(next);
  expect(document.activeElement).toBe(find(next));
});

it('lights the edge, its number and its boxes in both drawings, and puts the last ones out', () => {
  open(diagram);
  click(next);
  const lit = () =>
    [...document.querySelectorAll('.wide .on:not(marker)')].map((element) =>
      Object.values((element as SVGElement).dataset).join(' '),
    );
  expect(lit()).toEqual(['ab a b', '1', 'a', 'b']);
  expect(document.querySelectorAll('.narrow .on:not(marker)')).toHaveLength(4);
  expect(find('.narrow [data-edge=ab] path').getAttribute('marker-end')).toBe(
    'url(#trip-narrow-arrow-on)',
  );
  // An edge that knows neither a number nor its boxes; its arrow points back.
  click(next);
  expect(lit()).toEqual(['ba']);
  const [there, returned] = document.querySelectorAll('.wide .edge > path');
  expect(there!.getAttribute('marker-end')).toBe('url(#trip-wide-arrow)');
  expect(returned!.getAttribute('marker-end')).toBeNull();
  expect(returned!.getAttribute('marker-start')).toBe('url(#trip-wide-arrow-on)');
  click('[data-all]');
  expect(lit()).toEqual([]);
  expect(returned!.getAttribute('marker-start')).toBeNull();
  expect(document.querySelectorAll('marker.on')).toHaveLength(2);
});

it('is only a drawing where it has no steps', () => {
  open(`<course-diagram id="still">${drawing('wide')}</course-diagram>`);
  expect(document.querySelectorAll('.on:not(marker)')).toHaveLength(0);
});
