import { vi } from 'vitest';
import { updateProgress } from '../../../src/elements/progress/progress-store.ts';
import { emptyProgress } from '../../../src/lib/progress/progress.ts';
import { toKey } from '../../../src/lib/progress/storage-place.ts';
import type { Attempt, Progress, StoredAnswer } from '../../../src/schemas/progress.ts';

interface Page {
  /** Path, query and place. */
  address?: string;
  /** What is stored of the reader: fields of progress, or a text that should be progress. */
  progress?: Partial<Progress> | string;
  /** Other stored texts, by name. */
  stored?: Record<string, string>;
  /** What the site answers, by address; all else breaks off, as without a network. */
  site?: Record<string, string>;
}

/**
 * Opens a page that holds nothing but some markup, and hands out its first element. All tests of
 * elements share one window: what the last page has stored and stubbed is gone.
 */
export function open<Type extends HTMLElement = HTMLElement>(
  html: string,
  { address = '/', progress, stored = {}, site = {} }: Page = {},
): Type {
  // What the last page still had to keep is kept before it is forgotten.
  window.dispatchEvent(new Event('pagehide'));
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  // Forgets what storage refused, too.
  updateProgress(emptyProgress);
  localStorage.clear();
  history.replaceState(null, '', address);
  serve(site);
  const text = typeof progress === 'object' ? toText(progress) : progress;
  const texts = text === undefined ? stored : { ...stored, progress: text };
  for (const [name, value] of Object.entries(texts)) localStorage.setItem(toKey(name), value);
  // Elements come to life with their children in them, as where a script loads after the page.
  const template = document.createElement('template');
  template.innerHTML = html;
  document.body.replaceChildren(document.importNode(template.content, true));
  return document.body.firstElementChild as Type;
}

const toText = (progress: Partial<Progress>): string =>
  JSON.stringify({ ...emptyProgress(), ...progress });

/** From now on the site answers this. */
export function serve(site: Record<string, string>): void {
  vi.stubGlobal(
    'fetch',
    vi.fn((address: string) => {
      const text = site[address];
      return text === undefined
        ? Promise.reject(new TypeError('No network'))
        : Promise.resolve(new Response(text));
    }),
  );
}

/** Lets the browser's storage refuse everything until the next page. */
export function fillStorage(): void {
  const refuse = () => {
    throw new DOMException('', 'QuotaExceededError');
  };
  const { localStorage: real } = globalThis;
  const getItem = (key: string) => real.getItem(key);
  vi.stubGlobal('localStorage', { getItem, setItem: refuse, removeItem: refuse });
}

/** Waits until everything that was set going has come to its end. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Finds an element that has to be there. */
export function find<Type extends HTMLElement = HTMLElement>(selector: string): Type {
  const found = document.querySelector<Type>(selector);
  if (!found) throw new Error(`Nothing on the page is ${selector}`);
  return found;
}

export const textOf = (selector: string): string => find(selector).textContent.trim();

export const click = (selector: string): void => find(selector).click();

/** Enters a value as a person would. */
export function enter(selector: string, value: string): void {
  const field = find<HTMLInputElement>(selector);
  field.value = value;
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
}

export function press(selector: string, key: string): void {
  find(selector).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

export const attempt = (activity: string, answer: StoredAnswer, at: string): Attempt => ({
  activity,
  at,
  score: 1,
  passed: true,
  answer,
  hints: 0,
  solutionSeen: false,
});
