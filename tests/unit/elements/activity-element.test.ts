import { expect, it } from 'vitest';
import '../../../src/elements/activity/course-choice.ts';
import { openExercise, stored, submit } from './exercise.ts';
import { attempt, fillStorage, find, settle, textOf } from './page.ts';

// What all kinds of exercise share, shown by the simplest of them.

const options = `<input type="radio" name="option" value="a" /><input type="radio" name="option" value="b" />`;
const choice = {
  key: { right: 'a' },
  solution: '<p data-option="a">Right.</p><p data-option="b">Wrong.</p>',
};

const chosen = () => document.querySelector<HTMLInputElement>('input:checked')?.value;
const choose = (value: string) => (find<HTMLInputElement>(`[value=${value}]`).checked = true);
const details = () => find<HTMLDetailsElement>('[data-solution]');

async function reveal(): Promise<void> {
  details().open = true;
  details().dispatchEvent(new Event('toggle'));
  await settle();
}

it('counts the open hints, and an answer given after a look at the solution', async () => {
  openExercise('course-choice', options, choice);
  choose('b');
  find<HTMLDetailsElement>('[data-hint]').open = true;
  await submit();
  await reveal();
  choose('a');
  await submit();
  expect(stored()).toMatchObject([
    { score: 0, hints: 1, solutionSeen: false, answer: { option: 'b' } },
    { score: 1, hints: 1, solutionSeen: true, answer: { option: 'a' } },
  ]);
});

it('opens the way to the solution with the first answer', async () => {
  openExercise('course-choice', options, choice);
  expect(details().hidden).toBe(true);
  await submit();
  expect(details().hidden).toBe(true);
  choose('b');
  await submit();
  expect(details().hidden).toBe(false);
  expect(find('[data-feedback]').hidden).toBe(false);
  expect(find('[data-feedback]').dataset.result).toBe('wrong');
});

it('says when answers do not load, stores nothing, and tries again', async () => {
  const { cut, mend } = openExercise('course-choice', options, choice);
  cut();
  choose('a');
  await submit();
  expect(textOf('[data-status]')).toContain('could not be loaded');
  await reveal();
  expect(textOf('[data-solution-text]')).toContain('could not be loaded');
  expect(stored()).toEqual([]);
  mend();
  await reveal();
  expect(textOf('[data-solution-text] [data-option=a]')).toBe('Right.');
  await submit();
  expect(textOf('[data-feedback]')).toBe('RightRight.');
  expect(stored()).toHaveLength(1);
});

it('says that nothing was stored, and counts the answer all the same', async () => {
  openExercise('course-choice', options, choice);
  fillStorage();
  choose('a');
  await submit();
  expect(textOf('[data-status]')).toMatch(/^Not stored/);
  expect(stored()).toHaveLength(1);
});

const old = '2026-01-01T10:00:00Z';

it('fills in the last answer, until it is asked again', () => {
  openExercise('course-choice', options, {
    ...choice,
    attributes: 'data-retest="365000"',
    progress: {
      attempts: [
        attempt('item', { option: 'a' }, old),
        attempt('item', { option: 'b' }, old),
        attempt('other', { option: 'a' }, old),
      ],
    },
  });
  expect(chosen()).toBe('b');
  expect(textOf('[data-status]')).toMatch(/^Passed on January 1, 2026\. Asked again from/);
  expect(details().hidden).toBe(false);
});

it('asks anew once it is due, and shows no answer', () => {
  openExercise('course-choice', options, {
    ...choice,
    attributes: 'data-retest="7"',
    progress: { attempts: [attempt('item', { option: 'a' }, old)] },
  });
  expect(chosen()).toBeUndefined();
  expect(textOf('[data-status]')).toMatch(/Time to try it again/);
  expect(details().hidden).toBe(true);
});

it.each([
  ['reminds of nothing in the review', 'data-fresh', { option: 'a' }, /^$/],
  ['passes over an answer of another kind', '', { pieces: ['a'] }, /^Passed on/],
  ['passes over an option that is gone', '', { option: 'z' }, /^Passed on/],
])('%s', (_, attributes, answer, status) => {
  openExercise('course-choice', options, {
    ...choice,
    attributes,
    progress: { attempts: [attempt('item', answer, old)] },
  });
  expect(chosen()).toBeUndefined();
  expect(textOf('[data-status]')).toMatch(status);
});
