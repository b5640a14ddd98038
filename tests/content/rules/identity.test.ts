import { expect, it } from 'vitest';
import { course, edit, findingsIn } from '../fixture.ts';
import type { Changes } from '../fixture.ts';

const copy = (from: string, to: string) => ({ [to]: course[from] });

const cases: [kind: string, Changes, file: string, line: number, twin: string][] = [
  [
    'objective "define-words"',
    {
      'content/objectives/x/define-words.yaml': course[
        'content/objectives/define-words.yaml'
      ]?.replace('R1', 'R2'),
    },
    'content/objectives/x/define-words.yaml',
    1,
    'content/objectives/define-words.yaml:1',
  ],
  [
    'objective code "R1"',
    edit('content/objectives/use-numbers.yaml', 'P1\nlevel: apply', 'R1\nlevel: remember'),
    'content/objectives/use-numbers.yaml',
    1,
    'content/objectives/define-words.yaml:1',
  ],
  [
    'topic "words"',
    edit(
      'content/course.yaml',
      'topicsNotCovered:',
      '  - { id: words, wording: Words for products }\ntopicsNotCovered:',
    ),
    'content/course.yaml',
    14,
    'content/course.yaml:12',
  ],
  [
    'part "one"',
    edit('content/course.yaml', 'id: two', 'id: one'),
    'content/course.yaml',
    21,
    'content/course.yaml:17',
  ],
  [
    'id in "targets" "here"',
    edit(
      'content/activities/first/sort-three.yaml',
      'entries:',
      '  - { id: here, text: Again }\nentries:',
    ),
    'content/activities/first/sort-three.yaml',
    14,
    'content/activities/first/sort-three.yaml:12',
  ],
  [
    'chapter "third"',
    copy('content/chapters/two/third.yaml', 'content/chapters/one/third.yaml'),
    'content/chapters/one/third.yaml',
    1,
    'content/chapters/two/third.yaml:1',
  ],
  [
    'place in the chapter order "first"',
    edit('content/course.yaml', '      - third', '      - third\n      - first'),
    'content/course.yaml',
    26,
    'content/course.yaml:20',
  ],
  [
    'term "cache"',
    copy('content/glossary/cache.yaml', 'content/glossary/x/cache.yaml'),
    'content/glossary/x/cache.yaml',
    1,
    'content/glossary/cache.yaml:1',
  ],
  [
    'activity "pick-one"',
    copy('content/activities/first/pick-one.yaml', 'content/activities/second/pick-one.yaml'),
    'content/activities/second/pick-one.yaml',
    1,
    'content/activities/first/pick-one.yaml:1',
  ],
  [
    'diagram "route"',
    copy('content/diagrams/route.yaml', 'content/diagrams/x/route.yaml'),
    'content/diagrams/x/route.yaml',
    1,
    'content/diagrams/route.yaml:1',
  ],
  [
    'source "standard"',
    { 'content/sources.yaml': course['content/sources.yaml']?.repeat(2) },
    'content/sources.yaml',
    8,
    'content/sources.yaml:1',
  ],
  [
    'id in "boundaries" "frame"',
    edit('content/diagrams/route.yaml', 'nodes:', '  - { id: frame, label: Again }\nnodes:'),
    'content/diagrams/route.yaml',
    5,
    'content/diagrams/route.yaml:4',
  ],
  [
    'id in "nodes" "app"',
    edit(
      'content/diagrams/route.yaml',
      'edges:',
      '  - { id: app, kind: client, label: Again, description: Asks. }\nedges:',
    ),
    'content/diagrams/route.yaml',
    13,
    'content/diagrams/route.yaml:6',
  ],
  [
    'id in "edges" "ask"',
    edit(
      'content/diagrams/route.yaml',
      'steps:',
      '  - { id: ask, from: store, to: app, kind: data, label: copies }\nsteps:',
    ),
    'content/diagrams/route.yaml',
    15,
    'content/diagrams/route.yaml:14',
  ],
];

it.each(cases)('finds a second %s', (kind, changes, file, line, twin) => {
  expect(findingsIn(changes)).toEqual([
    {
      file,
      line,
      problem: `The ${kind} exists already, in ${twin}.`,
      remedy: 'Give this one another id, or delete it.',
    },
  ]);
});

it('finds a plan beside its written chapter', () => {
  const plan = course['content/chapters/two/third.yaml'];
  expect(findingsIn({ 'content/chapters/one/first.yaml': plan })).toEqual([
    {
      file: 'content/chapters/one/first.yaml',
      line: 1,
      problem: 'The chapter "first" exists already, in content/chapters/one/first.mdx:2.',
      remedy: 'The chapter is written: delete its plan.',
    },
  ]);
});

it.each([
  ['objectives/Define_Words', 'objectives/define-words', 'code: R1', 'code: R2'],
  ['glossary/cold--cache', 'glossary/cache', 'courseDefinition: A place for copies.\n', ''],
  ['activities/second/Pick one', 'activities/first/pick-one', 'pool: pick', 'pool: other'],
])('finds a file name that is no id: %s', (path, from, ...change) => {
  const file = `content/${path}.yaml`;
  const text = edit(`content/${from}.yaml`, ...(change))[`content/${from}.yaml`];
  expect(findingsIn({ [file]: text })).toContainEqual({
    file,
    line: 1,
    problem: `The file's name "${path.split('/').at(-1)}" is no id.`,
    remedy: 'Rename it: use lower-case letters, digits and single hyphens.',
  });
});
