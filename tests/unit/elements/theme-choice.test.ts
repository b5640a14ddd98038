import { expect, it, vi } from 'vitest';
import { toKey } from '../../../src/lib/progress/storage-place.ts';
import { enter, fillStorage, find, open } from './page.ts';

/** What the system asks for, which may change, and who on the page wants to know. */
const system = {
  matches: false,
  listeners: [] as (() => void)[],
  addEventListener: (_: string, listener: () => void) => void system.listeners.push(listener),
};
vi.spyOn(window, 'matchMedia').mockReturnValue(system as unknown as MediaQueryList);
await import('../../../src/elements/shell/theme-choice.ts');

const key = toKey('theme');

/** Opens a page that offers the choice twice, as in the header and in the menu of a phone. */
function openChoice(theme?: string): void {
  const choice =
    '<theme-choice><select><option value="">Auto</option><option>light</option><option>dark</option></select></theme-choice>';
  Object.assign(system, { matches: false, listeners: [] });
  open(choice + choice, theme === undefined ? {} : { stored: { theme } });
}

function setSystem(isLight: boolean): void {
  system.matches = isLight;
  for (const tell of system.listeners) tell();
}

const shown = () => document.documentElement.dataset.theme;
const chosen = () => [...document.querySelectorAll('select')].map(({ value }) => value);

it.each([
  [undefined, 'dark', ''],
  ['light', 'light', 'light'],
  ['blue', 'dark', ''],
  ['', 'dark', ''],
])('takes a stored "%s" for %s', (stored, theme, value) => {
  openChoice(stored);
  expect(shown()).toBe(theme);
  expect(chosen()).toEqual([value, value]);
});

it('follows the system until somebody chooses, and again once that is taken back', () => {
  openChoice();
  setSystem(true);
  expect(shown()).toBe('light');
  enter('select', 'dark');
  expect(chosen()).toEqual(['dark', 'dark']);
  setSystem(false);
  setSystem(true);
  expect(shown()).toBe('dark');
  enter('select', '');
  expect(shown()).toBe('light');
  expect(localStorage.getItem(key)).toBe('');
});

it('follows a choice that is made in another tab', () => {
  openChoice('light');
  localStorage.setItem(key, 'dark');
  window.dispatchEvent(new StorageEvent('storage', { key: 'other' }));
  expect(shown()).toBe('light');
  window.dispatchEvent(new StorageEvent('storage', { key }));
  expect(shown()).toBe('dark');
  // A tab that clears everything names no key.
  localStorage.clear();
  window.dispatchEvent(new StorageEvent('storage', { key: null }));
  expect(chosen()).toEqual(['', '']);
});

it('holds a choice for this page where it cannot be stored', () => {
  openChoice();
  fillStorage();
  enter('select', 'light');
  expect(shown()).toBe('light');
  expect(find<HTMLSelectElement>('select').value).toBe('light');
});
