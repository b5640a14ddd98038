import { expect, it } from 'vitest';
import { addToFirst, edit, findingsIn, first } from '../fixture.ts';

const pick = 'content/activities/first/pick-one.yaml';
const remedy = 'Write it in the place of "TODO: …".';

it.each([
  ['a field', pick, edit(pick, 'It is so.', '"TODO: say why"'), 9],
  ['a body', first, addToFirst('TODO: say why'), 23],
])('finds what is still to be written in %s', (_, file, changes, line) => {
  expect(findingsIn(changes)).toEqual([
    { file, line, problem: 'Still to be written: say why', remedy },
  ]);
});

it('but the word alone may be spoken of', () => {
  expect(findingsIn(addToFirst('A comment that says TODO stays.'))).toEqual([]);
});
