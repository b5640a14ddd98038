import { describe, expect, it } from 'vitest';
import { addToFirst, course, edit, findingsIn, first } from '../fixture.ts';
import type { Changes } from '../fixture.ts';

const remedies = {
  topic: 'Use one of the ids under "topics" in content/course.yaml.',
  objective: 'Use the name of a file in content/objectives/.',
  chapter: 'Correct the id, or add content/chapters/<part>/nothing.yaml as a plan.',
  'glossary entry': 'Correct the id, or write content/glossary/nothing.yaml.',
  activity: 'Correct the id, or write content/activities/<chapter>/nothing.yaml.',
  diagram: 'Correct the id, or write content/diagrams/nothing.yaml.',
  source: 'Correct the id, or add "nothing" to content/sources.yaml.',
};

const second = 'content/chapters/two/second.yaml';
const numbers = 'content/objectives/use-numbers.yaml';
const cache = 'content/glossary/cache.yaml';
const pick = 'content/activities/first/pick-one.yaml';
const lost = 'content/activities/nothing/lost.yaml';
const route = 'content/diagrams/route.yaml';

type Kind = keyof typeof remedies;
const cases: [place: string, Changes, Kind, file: string, line: number][] = [
  [
    'the chapter order',
    edit('content/course.yaml', '      - third', '      - third\n      - nothing'),
    'chapter',
    'content/course.yaml',
    26,
  ],
  ['an objective’s topics', edit(numbers, '- numbers', '- nothing'), 'topic', numbers, 6],
  [
    'a chapter’s objectives',
    edit(second, '- use-numbers', '- use-numbers\n  - nothing'),
    'objective',
    second,
    5,
  ],
  [
    'what a chapter reinforces',
    edit(second, 'prerequisites:', 'reinforces: [nothing]\nprerequisites:'),
    'objective',
    second,
    7,
  ],
  ['a chapter’s topics', edit(second, '[numbers]', '[numbers, nothing]'), 'topic', second, 5],
  ['a chapter’s prerequisites', edit(second, '- first', '- nothing'), 'chapter', second, 8],
  [
    'a chapter’s terms',
    edit(second, '- webhook', '- webhook\n  - nothing'),
    'glossary entry',
    second,
    11,
  ],
  ['frontmatter', edit(first, '[cache, queue]', '[cache, queue, nothing]'), 'glossary entry', first, 8],
  ['<Term>', addToFirst('A <Term id="nothing">word</Term>.'), 'glossary entry', first, 23],
  ['<Term> without an id', addToFirst('A <Term>word</Term>.'), 'glossary entry', first, 23],
  ['<Activity>', addToFirst('<Activity id="nothing" />'), 'activity', first, 23],
  ['<Diagram>', addToFirst('<Diagram id="nothing" />'), 'diagram', first, 23],
  ['<Cite>', addToFirst('Line one\nand two.<Cite id="nothing" />'), 'source', first, 24],
  ['a term’s topic', edit(cache, 'topic: words', 'topic: nothing'), 'topic', cache, 3],
  ['a term’s relatives', edit(cache, '[queue, webhook]', '[queue, nothing]'), 'glossary entry', cache, 9],
  ['a term’s sources', edit(cache, 'courseD', 'sources: [nothing]\ncourseD'), 'source', cache, 10],
  [
    'an activity’s objectives',
    edit(pick, '- define-words', '- define-words\n  - nothing'),
    'objective',
    pick,
    6,
  ],
  ['an activity’s folder', { [lost]: course[pick] }, 'chapter', lost, 1],
  ['a diagram’s node', edit(route, 'term: cache', 'term: nothing'), 'glossary entry', route, 12],
  [
    'a term: link of an activity',
    edit(pick, 'It is so.', 'It is a [box](term:nothing).'),
    'glossary entry',
    pick,
    9,
  ],
  [
    'a chapter: link of an activity',
    edit(pick, 'It is so.', 'See [there](chapter:nothing).'),
    'chapter',
    pick,
    9,
  ],
  [
    'a term: link of a term',
    edit(cache, 'ask: Four words', 'ask: Four [words](term:nothing)'),
    'glossary entry',
    cache,
    8,
  ],
];

describe('finds a link’s own place', () => {
  const lost = (line: number, id = 'nothing') => ({
    file: pick,
    line,
    problem: `There is no glossary entry "${id}".`,
    remedy: remedies['glossary entry'].replace('nothing', id),
  });
  const explain = (text: string) => findingsIn(edit(pick, 'It is so.', text));

  it.each(['|', '>-'])('in a block, %s', (style) => {
    const text = `${style}\n  One\n  [a](term:nothing)\n  and\n  [b](term:nothing).`;
    expect(explain(text)).toEqual([lost(11), lost(13)]);
  });

  it('beside a longer one', () => {
    const text = '>-\n  One [a](term:cache)\n  and [b](term:cac).';
    expect(explain(text)).toEqual([lost(11, 'cac')]);
  });

  it('in fields with the same link', () => {
    const text = edit(pick, 'That is work.', '"[a](term:nothing)"')[pick];
    const both = text?.replace('It is so.', '"[b](term:nothing)"');
    expect(findingsIn({ [pick]: both })).toEqual([lost(9), lost(13)]);
  });

  it.each([
    ['with capitals', '[a](term:Nothing)', 'Nothing'],
    ['with a title', "[a](term:nothing 'T')", 'nothing'],
    ['by reference', '"[a][b]\\n\\n[b]: term:nothing"', 'nothing'],
  ])('%s', (_, text, id) => {
    const start = text.startsWith('[') ? `>-\n  ${text}` : text;
    expect(explain(start)).toEqual([lost(start === text ? 9 : 10, id)]);
  });
});

describe('finds an id that nothing has', () => {
  it.each(cases)('in %s', (place, changes, kind, file, line) => {
    const id = place.endsWith('without an id') ? '' : 'nothing';
    expect(findingsIn(changes)).toEqual([
      {
        file,
        line,
        problem: `There is no ${kind} "${id}".`,
        remedy: remedies[kind].replace('nothing', id),
      },
    ]);
  });
});

it('lets links to what exists stand', () => {
  const links = 'See [caches](term:cache) in [chapter 1](chapter:first).';
  expect(findingsIn(edit(pick, 'It is so.', links))).toEqual([]);
});
