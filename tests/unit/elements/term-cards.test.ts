import { beforeEach, expect, it, vi } from 'vitest';
import '../../../src/elements/glossary/term-cards.ts';
import { click, find, open, press, serve, settle, textOf } from './page.ts';

const cards =
  '<div data-card="cache"><p>A copy.</p></div><div data-card="queue"><p>A line.</p></div>';
const page = `<div class="prose">
    <a href="/cache/" data-term="cache">cache</a><a href="/queue/" data-term="queue">queue</a>
    <a href="/gone/" data-term="gone">gone</a><button>Other</button>
  </div>
  <term-cards data-cards="/cards/"><div data-shown hidden></div></term-cards>`;

const link = (term: string) => `[data-term=${term}]`;
const shown = () => (find('[data-shown]').hidden ? '' : textOf('[data-shown]'));
const isOpen = (term: string) => find(link(term)).hasAttribute('data-open');

async function focus(selector: string): Promise<void> {
  find(selector).dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  await settle();
}

function point(selector: string, pointerType = 'mouse'): void {
  find(selector).dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType }));
}

beforeEach(() => void open(page, { site: { '/cards/': cards } }));

it('shows one card at a time, described by it', async () => {
  await focus(link('cache'));
  expect(shown()).toBe('A copy.');
  expect(find(link('cache')).getAttribute('aria-describedby')).toBe('term-definition');
  await focus(link('queue'));
  expect(shown()).toBe('A line.');
  expect(document.querySelectorAll('#term-definition')).toHaveLength(1);
  expect([isOpen('cache'), isOpen('queue')]).toEqual([false, true]);
  await focus('[data-shown] p');
  expect(shown()).toBe('A line.');
  await focus('button');
  expect(shown()).toBe('');
  expect(find(link('cache')).hasAttribute('aria-describedby')).toBe(false);
});

it('shows the card of the last of several that were asked for at once', async () => {
  point(link('cache'));
  point(link('queue'));
  await settle();
  expect(shown()).toBe('A line.');
  expect(isOpen('cache')).toBe(false);
});

it('shows nothing when the reader has left before the cards arrive', async () => {
  point(link('cache'));
  press('button', 'Escape');
  await settle();
  expect(shown()).toBe('');
  expect(isOpen('cache')).toBe(false);
});

it('fetches the cards once, at the first movement', async () => {
  point('button');
  await settle();
  expect(fetch).toHaveBeenCalledTimes(1);
  await focus(link('cache'));
  await focus(link('queue'));
  expect(fetch).toHaveBeenCalledTimes(1);
});

it('says that cards do not load, and tries again at the next link', async () => {
  serve({});
  await focus(link('cache'));
  expect(shown()).toBe('The card could not be loaded.');
  serve({ '/cards/': cards });
  await focus(link('queue'));
  expect(shown()).toBe('A line.');
});

it('leaves a link alone that has no card', async () => {
  await focus(link('cache'));
  await focus(link('gone'));
  expect(shown()).toBe('');
  expect(isOpen('gone')).toBe(false);
});

it('opens by a tap instead of following the link, and follows it by a click', async () => {
  const tap = new PointerEvent('click', { bubbles: true, cancelable: true, pointerType: 'touch' });
  find(link('cache')).dispatchEvent(tap);
  await settle();
  expect(tap.defaultPrevented).toBe(true);
  expect(shown()).toBe('A copy.');
  click('[data-shown] p');
  expect(shown()).toBe('A copy.');
  click('button');
  expect(shown()).toBe('');
  const pressed = new PointerEvent('click', {
    bubbles: true,
    cancelable: true,
    pointerType: 'mouse',
  });
  find(link('cache')).dispatchEvent(pressed);
  expect(pressed.defaultPrevented).toBe(false);
});

it('stays while the pointer is on its way to the card, and closes a moment after it has left', async () => {
  point(link('cache'));
  await settle();
  vi.useFakeTimers();
  point('button');
  vi.advanceTimersByTime(150);
  point('[data-shown] p');
  vi.advanceTimersByTime(500);
  expect(shown()).toBe('A copy.');
  point('button');
  point('button');
  vi.advanceTimersByTime(250);
  expect(shown()).toBe('');
  vi.useRealTimers();
});

it('does not open while a finger scrolls over a link', async () => {
  point(link('cache'), 'touch');
  await settle();
  expect(shown()).toBe('');
});
