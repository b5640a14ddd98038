import { expect, it } from 'vitest';
import '../../../src/elements/shell/list-filter.ts';
import { click, enter, find, open, textOf } from './page.ts';

const openList = (address = '/') =>
  open(
    `<list-filter data-unit="terms">
      <form>
        <input name="text" />
        <select name="topic">
          <option value="">All</option><option>web</option><option>data</option>
        </select>
      </form>
      <button data-reset>Reset</button><p data-count></p><p data-none hidden>None</p>
      <ul>
        <li data-text="store" data-topic="web data">Cache</li>
        <li data-text="" data-topic="web">Café au lait</li>
      </ul>
    </list-filter>`,
    { address },
  );

const shown = () =>
  [...document.querySelectorAll<HTMLElement>('li')].filter(({ hidden }) => !hidden).length;

it('looks for all words in any order, without regard to accents, capitals and spaces', () => {
  openList();
  enter('input', '  LAIT  cafe ');
  expect(textOf('[data-count]')).toBe('1 of 2 terms');
  enter('input', 'lait store');
  expect(shown()).toBe(0);
  expect(find('[data-none]').hidden).toBe(false);
  enter('input', '   ');
  expect(textOf('[data-count]')).toBe('2 terms');
});

it('finds an item by any of its topics', () => {
  openList('/?topic=data');
  expect(shown()).toBe(1);
  enter('select', 'web');
  expect(shown()).toBe(2);
});

it('ignores a topic that is not offered, and cuts what is far too long', () => {
  openList(`/?topic=none&text=${'x'.repeat(1000)}`);
  expect(find<HTMLSelectElement>('select').value).toBe('');
  expect(find<HTMLInputElement>('input').value).toHaveLength(60);
  expect(textOf('[data-count]')).toBe('0 of 2 terms');
});

it('keeps what else stands in the address, also when it is reset', () => {
  openList('/?page=2&topic=web#here');
  enter('input', 'cache & co');
  expect(location.search + location.hash).toBe('?page=2&topic=web&text=cache+%26+co#here');
  click('[data-reset]');
  expect(location.search + location.hash).toBe('?page=2#here');
  expect(shown()).toBe(2);
  expect(document.activeElement).toBe(find('input'));
});

it('does not leave the page when it is submitted', () => {
  openList();
  const event = new Event('submit', { bubbles: true, cancelable: true });
  find('form').dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
});
