import { describe, expect, it } from 'vitest';
import { edit, findingsIn } from '../fixture.ts';

const remedy = 'Copy the wording from content/course-description.md, letter by letter.';
const description = 'content/course-description.md';
const numbers = 'content/objectives/use-numbers.yaml';
const cache = 'content/glossary/cache.yaml';

describe('objectives', () => {
  const missing = {
    file: description,
    line: 23,
    problem: 'No file in content/objectives/ holds the objective "Use the numbers".',
    remedy: 'Add the objective, or correct the wording of the one that should match.',
  };

  it('have the wording of the description', () => {
    expect(findingsIn(edit(numbers, 'Use the', 'Use these'))).toEqual([
      {
        file: numbers,
        line: 3,
        problem: 'The wording of P1 differs from the course description.',
        remedy,
      },
      missing,
    ]);
  });

  it('are all there', () => {
    const changes = {
      [numbers]: undefined,
      ...edit('content/chapters/two/second.yaml', 'objectives:\n  - use-numbers', 'objectives: []'),
    };
    expect(findingsIn(changes)).toEqual([missing]);
  });
});

it.each([
  ['title', 2, 'title: A Small Course', 'title: A small course'],
  ['audience', 6, 'audience: Product', 'audience: Project'],
  ['prerequisites.0', 8, '- Patience', '- Patience and time'],
  ['outcomes.0', 10, 'with engineers', 'to engineers'],
  ['topics.1', 13, 'Numbers for', 'Numbers in'],
  ['topicsNotCovered.0', 15, '- Everything else', '- Something else'],
])('the course’s "%s" has the wording of the description', (field, line, from, to) => {
  expect(findingsIn(edit('content/course.yaml', from, to))).toEqual([
    {
      file: 'content/course.yaml',
      line,
      problem: `"${field}" differs from the course description.`,
      remedy,
    },
  ]);
});

it('a course definition has the wording of the description', () => {
  expect(findingsIn(edit(cache, 'A place for copies.', 'A place for copies'))).toEqual([
    {
      file: cache,
      line: 10,
      problem: '"courseDefinition" differs from the course description.',
      remedy,
    },
  ]);
});

describe('the length of an entry', () => {
  const words = (count: number) => 'word '.repeat(count).trim();
  const why = `why: ${words(60)}`;
  const entry = (count: number) => ({
    file: cache,
    line: 1,
    problem: `The entry has ${count} words.`,
    remedy: 'Keep definition, why, example, contrast and ask between 70 and 110 words together.',
  });

  it.each([
    [69, 53],
    [111, 95],
  ])('may not be %i words', (count, ofWhy) => {
    expect(findingsIn(edit(cache, why, `why: ${words(ofWhy)}`))).toEqual([entry(count)]);
  });

  it.each([
    [70, 54],
    [110, 94],
  ])('may be %i words', (_, ofWhy) => {
    expect(findingsIn(edit(cache, why, `why: ${words(ofWhy)}`))).toEqual([]);
  });

  it('leaves 25 words for the definition', () => {
    const define = (count: number) =>
      findingsIn(edit(cache, 'definition: A store of copies.', `definition: ${words(count)}`));
    expect(define(25)).toEqual([]);
    expect(define(26)).toEqual([
      {
        file: cache,
        line: 4,
        problem: 'The definition has 26 words.',
        remedy: 'Say it in at most 25.',
      },
    ]);
  });
});
