import { expect, it, vi } from 'vitest';
import '../../../src/elements/activity/course-artifact.ts';
import { readProgress } from '../../../src/elements/progress/progress-store.ts';
import { openExercise, stored, submit } from './exercise.ts';
import { attempt, click, enter, find, settle, textOf } from './page.ts';

const points =
  '<select><option value="">–</option><option>0</option><option>1</option><option>2</option></select>';
const inside = `
  <details data-exemplar="0">
    <label data-criterion="clear">${points}<span data-row hidden></span></label>
    <label data-criterion="short">${points}<span data-row hidden></span></label>
    <button type="button" data-calibrate>Compare</button>
  </details>
  <div data-field="goal"><label>The goal</label><textarea data-draft="work.goal"></textarea><div data-row hidden></div></div>
  <div data-field="size"><label>The size</label><input data-draft="work.size" /><div data-row hidden></div></div>
  <button type="button" data-lint>Check</button><button type="button" data-export>Save</button>
  <div data-own="clear"><label><span>Clear</span>${points}</label><input data-draft="own.clear.quote" /></div>`;
const artifact = {
  attributes: 'data-title="One page"',
  key: {
    lints: [
      { field: 'goal', rule: { kind: 'words', min: 2 }, why: 'Two <b>words</b>.' },
      { field: 'size', rule: { kind: 'number', max: 9 }, why: 'At most 9.' },
    ],
    experts: [{ clear: 2, short: 0 }],
    pass: 0.5,
  },
  solution:
    '<p data-expert="0 clear"><i data-why>It is.</i></p><p data-expert="0 short"><i data-why>Long.</i></p>',
};

const goal = '[data-field=goal] textarea';
const size = '[data-field=size] input';
const score = '[data-own=clear] select';
const quote = '[data-own=clear] input';
const valueOf = (selector: string) => find<HTMLInputElement>(selector).value;
const at = '2026-01-01T10:00:00Z';

function fill(): void {
  enter(goal, 'Fewer  late\nboats');
  enter(size, '12');
  enter(score, '2');
  enter(quote, 'fewer late BOATS');
}

it('wants every criterion scored, with words that stand in the work', async () => {
  openExercise('course-artifact', inside, artifact);
  fill();
  enter(quote, '  ');
  await submit();
  expect(textOf(`${score} + .refusal, ${quote} + .refusal`)).toMatch(/^Score every criterion/);
  expect(document.activeElement).toBe(find(quote));
  enter(quote, 'no late boats');
  await submit();
  expect(textOf(`${quote} + .refusal`)).toMatch(/^A quote must stand in your work/);
  expect(document.activeElement).toBe(find(quote));
  expect(stored()).toEqual([]);
});

it('does not pass work that breaks a rule, and passes it once it is mended', async () => {
  openExercise('course-artifact', inside, artifact);
  fill();
  await submit();
  expect(textOf('[data-feedback]')).toContain('2 of 2 points, by your own score. Some parts still');
  expect(find('[data-field=goal] [data-row]').hidden).toBe(true);
  expect(textOf('[data-field=size] [data-row]')).toBe('At most 9.');
  enter(size, '9');
  await submit();
  expect(find('[data-field=size] [data-row]').hidden).toBe(true);
  expect(textOf('[data-feedback]')).toContain('Self-assessed, and kept.');
  expect(stored().map(({ passed }) => passed)).toEqual([false, true]);
});

it('checks an empty piece of work, and says when it cannot', async () => {
  const { cut, mend } = openExercise('course-artifact', inside, artifact);
  cut();
  click('[data-lint]');
  await settle();
  expect(textOf('[data-status]')).toContain('could not be loaded');
  mend();
  click('[data-lint]');
  await settle();
  expect(textOf('[data-status]')).toMatch(/^2 of 2 rules do not hold yet/);
  expect(find('[data-field=goal] [data-row]').innerHTML).toBe('<p>Two <b>words</b>.</p>');
});

it('shows the expert’s scores once one’s own stand there', async () => {
  openExercise('course-artifact', inside, artifact);
  enter('[data-criterion=clear] select', '2');
  click('[data-calibrate]');
  await settle();
  expect(textOf('.refusal')).toBe('Score every criterion of it first.');
  expect(document.activeElement).toBe(find('[data-criterion=short] select'));
  enter('[data-criterion=short] select', '1');
  click('[data-calibrate]');
  await settle();
  const rows = [...document.querySelectorAll<HTMLElement>('[data-criterion] [data-row]')];
  expect(rows.map(({ dataset, textContent }) => [dataset.result, textContent])).toEqual([
    ['right', 'The expert gave 2. It is.'],
    ['wrong', 'The expert gave 0. Long.'],
  ]);
});

it.each([
  ['is no JSON', '{"work":{"go'],
  ['is a plain text', '"once a text"'],
  ['has no work', '{"own":{}}'],
])('takes the last answer where a draft %s', (_, text) => {
  const work = { work: { goal: 'kept', gone: 'x' }, own: { clear: { score: '1', quote: 'kept' } } };
  openExercise('course-artifact', inside, {
    ...artifact,
    progress: { drafts: { item: { text, at } }, attempts: [attempt('item', work, at)] },
  });
  expect([goal, size, score, quote].map(valueOf)).toEqual(['kept', '', '1', 'kept']);
});

it('prefers the draft, as far as its fields are still there', () => {
  const text = JSON.stringify({ work: { size: '7' }, own: { gone: { score: '2', quote: 'x' } } });
  openExercise('course-artifact', inside, {
    ...artifact,
    progress: { drafts: { item: { text, at } } },
  });
  expect([goal, size, score, quote].map(valueOf)).toEqual(['', '7', '', '']);
  enter(goal, 'more');
  window.dispatchEvent(new Event('pagehide'));
  expect(readProgress().drafts['item#work.goal']?.text).toBe('more');
  expect(find<HTMLInputElement>(size).value).toBe('7');
});

it('saves what is there, and says what is not', async () => {
  openExercise('course-artifact', inside, artifact);
  const files: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.push(file as Blob);
    return 'blob:file';
  });
  enter(goal, 'Fewer');
  click('[data-export]');
  expect(await files[0]!.text()).toBe(
    '# One page\n\n## The goal\n\nFewer\n\n## The size\n\n(empty)\n\n## My own score\n\n- Clear: not scored\n',
  );
});
