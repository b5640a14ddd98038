import { expect, it } from 'vitest';
import '../../../src/elements/activity/course-explain.ts';
import { readProgress } from '../../../src/elements/progress/progress-store.ts';
import { openExercise, stored, submit } from './exercise.ts';
import { attempt, click, enter, find, settle, textOf } from './page.ts';

const inside = '<textarea data-draft></textarea><div data-compare></div>';
const explain = {
  key: { points: ['a', 'b'], pass: 0.5 },
  solution:
    '<ol><li data-point="a">A <b>copy</b></li><li data-point="b">Old</li></ol><div data-exemplar>Strong</div>',
};
const words = (count: number) => Array.from({ length: count }, (_, place) => `w${place}`).join(' ');
const at = '2026-01-01T10:00:00Z';

it('counts words, not spaces, before it shows other answers', async () => {
  openExercise('course-explain', inside, explain);
  enter('textarea', `  ${words(11)}\n\n `);
  await submit();
  expect(textOf('textarea + .refusal')).toContain('so far there are 11');
  expect(find('[data-compare]').childElementCount).toBe(0);
  enter('textarea', words(12));
  await submit();
  expect(textOf('[data-compare] [data-exemplar]')).toBe('Strong');
});

it('shows the points once, however often it is compared', async () => {
  openExercise('course-explain', inside, explain);
  enter('textarea', words(12));
  await submit();
  await submit();
  expect(document.querySelectorAll('.point')).toHaveLength(2);
  expect(stored()).toEqual([]);
});

it('counts none of the points, and names them all', async () => {
  openExercise('course-explain', inside, explain);
  enter('textarea', words(12));
  await submit();
  click('[data-compare] > button');
  await settle();
  expect(textOf('[data-feedback]')).toMatch(/^Not yet0 of 2 points/);
  expect(find('[data-feedback] ul').innerHTML).toBe('<li>A <b>copy</b></li><li>Old</li>');
  expect(stored()).toMatchObject([{ passed: false, answer: { points: [] } }]);
});

it('keeps what is being written, and prefers what is newer', () => {
  openExercise('course-explain', inside, {
    ...explain,
    progress: { drafts: { item: { text: 'draft', at } } },
  });
  expect(find<HTMLTextAreaElement>('textarea').value).toBe('draft');
  enter('textarea', 'better');
  window.dispatchEvent(new Event('pagehide'));
  expect(readProgress().drafts.item?.text).toBe('better');

  openExercise('course-explain', inside, {
    ...explain,
    progress: { attempts: [attempt('item', 'Plain text of version 2', at)] },
  });
  expect(find<HTMLTextAreaElement>('textarea').value).toBe('Plain text of version 2');

  openExercise('course-explain', inside, {
    ...explain,
    progress: {
      drafts: { item: { text: 'older', at } },
      attempts: [attempt('item', { text: 'newer' }, '2026-01-02T10:00:00Z')],
    },
  });
  expect(find<HTMLTextAreaElement>('textarea').value).toBe('newer');

  openExercise(
    'course-explain',
    '<textarea data-draft>typed early</textarea><div data-compare></div>',
    {
      ...explain,
      progress: { attempts: [attempt('item', { text: 'old' }, at)] },
    },
  );
  expect(find<HTMLTextAreaElement>('textarea').value).toBe('typed early');
});
