import { describe, expect, it } from 'vitest';
import { edit, findingsIn } from '../fixture.ts';

const file = 'content/diagrams/route.yaml';

it.each([
  ['node’s parent', 'parent: frame', 'parent: nothing', 11, '"frame"'],
  ['boundary’s parent', 'label: Frame', 'label: Frame, parent: nothing', 4, '"frame"'],
  ['edge’s start', 'from: app', 'from: nothing', 14, '"app" and "store"'],
  ['edge’s end', 'to: store', 'to: nothing', 14, '"app" and "store"'],
  ['step’s edge', 'edge: ask', 'edge: nothing', 16, '"ask"'],
])('finds a wrong %s', (_, from, to, line, known) => {
  expect(findingsIn(edit(file, from, to))).toEqual([
    { file, line, problem: 'The diagram has no "nothing".', remedy: `Use one of ${known}.` },
  ]);
});

it('says what to do where there are no boundaries', () => {
  const none = edit(file, '\nboundaries:\n  - { id: frame, label: Frame }', '');
  expect(findingsIn(none)).toEqual([
    {
      file,
      line: 9,
      problem: 'The diagram has no "frame".',
      remedy: 'Remove the parent, or add what it names.',
    },
  ]);
});

describe('a boundary does not stand', () => {
  const inItself = (line: number, circle: string) => ({
    file,
    line,
    problem: `The boundary stands in itself: ${circle}.`,
    remedy: 'Remove one of these parents.',
  });

  it('in itself', () => {
    expect(findingsIn(edit(file, 'label: Frame', 'label: Frame, parent: frame'))).toEqual([
      inItself(4, 'frame → frame'),
    ]);
  });

  it('in one that stands in it', () => {
    const outer = 'label: Frame, parent: outer }\n  - { id: outer, label: Outer, parent: frame';
    expect(findingsIn(edit(file, 'label: Frame', outer))).toEqual([
      inItself(4, 'frame → outer → frame'),
      inItself(5, 'outer → frame → outer'),
    ]);
  });

  it('but may stand in another', () => {
    const outer = 'label: Frame, parent: outer }\n  - { id: outer, label: Outer';
    expect(findingsIn(edit(file, 'label: Frame', outer))).toEqual([]);
  });
});
