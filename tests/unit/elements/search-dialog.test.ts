import { expect, it, vi } from 'vitest';
import { SearchDialog } from '../../../src/elements/search/search-dialog.ts';
import type { SearchEntry, SearchIndex } from '../../../src/lib/search/search-index.ts';
import { find, open, settle } from './page.ts';

const entry = (title: string, kind: SearchEntry['kind'] = 'term'): SearchEntry => ({
  kind,
  title,
  path: `${title}/`,
  text: `About <${title}>`,
  also: '',
});
const index: SearchIndex = {
  entries: [entry('cache'), entry('caching', 'chapter'), entry('queue')],
  words: 'cache caching queue',
};

/** A full text that finds, for every query, a passage on a term's page and one elsewhere. */
const pagefind = `
  export const options = async () => {};
  export const init = async () => {};
  const passage = (url) => ({ title: 'Here', url, excerpt: '<mark>x</mark>' });
  const page = { meta: { title: 'There' }, sub_results: [passage('/cache/#a'), passage('/p/#b')] };
  export const search = async () => ({ results: [{ data: async () => page }] });`;
const withText = `data:text/javascript,${encodeURIComponent(pagefind)}//`;
const withoutText = 'data:text/javascript,throw%20Error()//';

let root: ShadowRoot;
const one = <Type extends HTMLElement>(selector: string): Type =>
  root.querySelector<Type>(selector)!;

function openDialog(textFolder: string, getIndex = () => Promise.resolve(index)): void {
  open('', { site: {} });
  new SearchDialog('/base/', getIndex, textFolder).open();
  root = find('search-dialog').shadowRoot!;
}

async function type(query: string): Promise<void> {
  one<HTMLInputElement>('input').value = query;
  one('input').dispatchEvent(new Event('input'));
  await settle();
}

const key = (name: string) => {
  root.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
};
const note = () => one('.note').textContent;
const titles = () => [...root.querySelectorAll('.results b')].map(({ textContent }) => textContent);

/** Waits for the full text, which is a module and loads at its own pace. */
async function untilRead(): Promise<void> {
  await settle();
  // As long as a busy machine takes.
  await vi.waitFor(() => expect(note()).not.toContain('…'), 60_000);
}

it('asks for a second letter, and for words', async () => {
  openDialog(withText);
  for (const query of ['', 'c', '  c  ']) {
    await type(query);
    expect(note()).toBe('');
    expect(titles()).toEqual([]);
  }
  await type('...');
  await untilRead();
  expect(titles()).toEqual(['There: Here', 'There: Here']);
});

it('adds passages from pages that are not found already', async () => {
  openDialog(withText);
  await type('cache');
  await untilRead();
  expect(titles()).toEqual(['cache', 'caching', 'There: Here']);
  expect(one('.excerpt').innerHTML).toBe('About &lt;cache&gt;');
  const hrefs = [...root.querySelectorAll('.results a')].map((link) => link.getAttribute('href'));
  expect(hrefs).toEqual(['/base/cache/', '/base/caching/', '/base/p/#b']);
});

it('shows titles and says so where the full text does not load', async () => {
  openDialog(withoutText);
  await type('cach');
  await untilRead();
  expect(note()).toMatch(/^The full text could not be loaded/);
  expect(titles()).toEqual(['cache', 'caching']);
  await type('nothing');
  await untilRead();
  expect(note()).toMatch(/^Nothing found\. Try/);
});

it('tries again to load the index with the next letter', async () => {
  const getIndex = vi.fn<() => Promise<SearchIndex>>().mockRejectedValueOnce(new Error('gone'));
  getIndex.mockResolvedValue(index);
  openDialog(withText, getIndex);
  await type('que');
  expect(note()).toContain('could not be loaded');
  await type('queu');
  expect(titles()[0]).toBe('queue');
});

it('shows what was asked last, whichever answer comes first', async () => {
  const waiting: (() => void)[] = [];
  openDialog(withText, () => new Promise((resolve) => waiting.push(() => resolve(index))));
  await type('queue');
  await type('cache');
  waiting[1]!();
  await settle();
  waiting[0]!();
  await settle();
  await untilRead();
  expect(titles()[0]).toBe('cache');
});

it('filters by kind, and says when nothing is of it', async () => {
  openDialog(withText);
  await type('cach');
  await untilRead();
  one('[data-kind=chapter]').click();
  await untilRead();
  expect(titles()).toEqual(['caching']);
  one('[data-kind=source]').click();
  await untilRead();
  expect(note()).toMatch(/^Nothing found of this kind/);
  expect(root.querySelectorAll('[aria-pressed=true]')).toHaveLength(1);
});

it('takes words as words, in a query and in what mends it', async () => {
  openDialog(withText);
  await type('<b>quehe</b>');
  await untilRead();
  expect(one('.note').childElementCount).toBe(0);
  await type('quene');
  expect(note()).toBe('Nothing has “quene”. Showing “queue”.');
});

it('walks no further than the first and the last result, and stays while passages arrive', async () => {
  openDialog(withText);
  await type('cach');
  one('input').focus();
  key('ArrowUp');
  expect(root.activeElement).toBe(one('input'));
  key('ArrowDown');
  key('ArrowDown');
  one('input').dispatchEvent(new Event('input'));
  await untilRead();
  expect(root.activeElement?.getAttribute('href')).toBe('/base/caching/');
  for (let times = 0; times < 5; times += 1) key('ArrowDown');
  expect(root.activeElement?.getAttribute('href')).toBe('/base/p/#b');
});

it('opens the first result by Enter, and nothing by its close button', async () => {
  openDialog(withText);
  await type('cach');
  const opened: (string | null)[] = [];
  one('.results').addEventListener('click', ({ target }) => {
    opened.push((target as Element).getAttribute('href'));
  });
  const submitter = one<HTMLButtonElement>('[value=close]');
  const submit = (): boolean =>
    one('form').dispatchEvent(new SubmitEvent('submit', { submitter, cancelable: true }));
  // A browser takes Enter for the button.
  one('input').focus();
  key('Enter');
  expect(submit()).toBe(false);
  expect(opened).toEqual(['/base/cache/']);
  submitter.focus();
  key('Enter');
  expect(submit()).toBe(true);
  expect(opened).toHaveLength(1);
});

it('closes by Escape at once', () => {
  openDialog(withText);
  one('input').focus();
  expect(one<HTMLDialogElement>('dialog').open).toBe(true);
  key('Escape');
  expect(one<HTMLDialogElement>('dialog').open).toBe(false);
});
