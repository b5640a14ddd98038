import { expect, it } from 'vitest';
import { edit, findingsIn } from '../fixture.ts';

const file = 'content/diagrams/route.yaml';

it.each([
  ['node’s parent', 'parent: frame', 'parent: nothing', 11, '"frame"'],
  ['boundary’s parent', 'label: Frame', 'label: Frame, parent: nothing', 4, '"frame"'],
  ['edge’s start', 'from: app', 'from: nothing', 14, '"app" and "store"'],
  ['edge’s end', 'to: store', 'to: nothing', 14, '"app" and "store"'],
  ['step’s edge', 'edge: ask', 'edge: nothing', 16, '"ask"'],
])('finds a %s that the diagram has not', (_, from, to, line, known) => {
  expect(findingsIn(edit(file, from, to))).toEqual([
    { file, line, problem: 'The diagram has no "nothing".', remedy: `Use one of ${known}.` },
  ]);
});
