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

describe('the course', () => {
  const course = 'content/course.yaml';
  const differs = (field: string, line: number) => ({
    file: course,
    line,
    problem: `"${field}" differs from the course description.`,
    remedy,
  });
  const lacks = (field: string, wording: string, line: number) => ({
    file: description,
    line,
    problem: `"${field}" in content/course.yaml lacks "${wording}".`,
    remedy: 'Add it, or correct the wording of the one that should match.',
  });

  it.each([
    ['title', 2, 'title: A Small Course', 'title: A small course'],
    ['audience', 6, 'audience: Product', 'audience: Project'],
  ])('has the "%s" of the description', (field, line, from, to) => {
    expect(findingsIn(edit(course, from, to))).toEqual([differs(field, line)]);
  });

  it.each([
    ['prerequisites', 0, 8, '- Patience', '- Haste', 'Patience', 8],
    ['outcomes', 0, 10, 'with engineers', 'to engineers', '**Speak** with engineers', 30],
    ['topics', 1, 13, 'Numbers for', 'Numbers in', 'Numbers for products', 12],
    ['topicsNotCovered', 0, 15, '- Everything', '- Anything', 'Everything else', 15],
  ])('has the "%s" of the description', (field, index, line, from, to, wording, place) => {
    expect(findingsIn(edit(course, from, to))).toEqual([
      differs(`${field}.${index}`, line),
      lacks(field, wording, place),
    ]);
  });

  it.each([
    ['prerequisites', '- Patience', 'A little time', 9],
    ['outcomes', '- **Speak** with engineers', '**Listen** to engineers', 31],
    ['topics', '- Numbers for products', 'Use the numbers', 13],
    ['topicsNotCovered', '- Everything else', 'Patience', 16],
  ])('has all the "%s" of the description', (field, after, wording, line) => {
    const changes = edit(description, after, `${after}\n- ${wording}`);
    expect(findingsIn(changes)).toEqual([lacks(field, wording, line)]);
  });
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

it('a course definition stands with its own term', () => {
  const queue = 'content/glossary/queue.yaml';
  const changes = {
    ...edit(cache, 'courseDefinition: A place for copies.\n', ''),
    ...edit(queue, 'related:', 'courseDefinition: A place for copies.\nrelated:'),
  };
  expect(findingsIn(changes)).toEqual([
    {
      file: queue,
      line: 9,
      problem: '"courseDefinition" is that of "Cache", not of "queue".',
      remedy: 'Move it to the entry of the term that it defines.',
    },
  ]);
});

it('a term may be explained in parentheses by the course description', () => {
  expect(findingsIn(edit(description, '**Cache:**', '**CACHE (A Kind of Store):**'))).toEqual([]);
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
