import { expect, it } from 'vitest';
import '../../../src/elements/progress/continue-button.ts';
import { updateProgress } from '../../../src/elements/progress/progress-store.ts';
import type { Diagnostic, Progress } from '../../../src/schemas/progress.ts';
import { attempt, find, open, textOf } from './page.ts';

const chapters = ['one', 'two'].map((id) => ({
  id,
  title: `Chapter ${id}`,
  href: `/${id}/`,
  objectives: [`skill-${id}`],
}));
const at = '2026-01-01T10:00:00Z';

const openButton = (progress?: Partial<Progress> | string, known: object[] = chapters) =>
  open(
    `<continue-button data-chapters='${JSON.stringify(known)}'><a href="/start/">Start</a></continue-button>`,
    { ...(progress !== undefined && { progress }) },
  );
const link = () => [textOf('a'), find<HTMLAnchorElement>('a').getAttribute('href')];

/** Results in which each skill was asked about twice. */
const taking = (right: Record<string, number>): Diagnostic => ({
  started: at,
  at,
  seconds: 1,
  items: ['a', 'b', 'c', 'd'],
  answers: {},
  results: Object.fromEntries(
    Object.entries(right).map(([id, count]) => [`skill-${id}`, { right: count, asked: 2 }]),
  ),
});

it.each<[string, Partial<Progress> | string | undefined]>([
  ['nothing is stored', undefined],
  ['what is stored is damaged', '{"version":3,"course":"technical-'],
  ['only a draft is stored', { drafts: { item: { text: 'x', at } } }],
])('leads to the start where %s', (_, progress) => {
  openButton(progress);
  expect(link()).toEqual(['Start', '/start/']);
});

it('goes on after an answer, even if no chapter is marked', () => {
  openButton({ attempts: [attempt('item', {}, at)] });
  expect(link()).toEqual(['Continue: Chapter one', '/one/']);
});

it('goes round once all is read, and follows each change', () => {
  openButton({ read: { one: at, gone: at } });
  expect(link()).toEqual(['Continue: Chapter two', '/two/']);
  updateProgress((progress) => ({ ...progress, read: { one: at, two: at } }));
  expect(link()).toEqual(['Read again: Chapter one', '/one/']);
});

it.each([
  ['passes over a chapter that can be skipped', { one: 2, two: 0 }, 'Continue: Chapter two'],
  ['begins again where all can be skipped', { one: 2, two: 2 }, 'Continue: Chapter one'],
])('%s', (_, right, text) => {
  openButton({ diagnostics: [taking({ one: 0 }), taking(right)] });
  expect(textOf('a')).toBe(text);
});

it('stays as it is where no chapter is written', () => {
  openButton({ read: { one: at } }, []);
  expect(link()).toEqual(['Start', '/start/']);
});
