import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openSlotlark } from '../../src/load/open-slotlark.ts';
import { courseSchema } from '../../src/schemas/course.ts';
import { storySchema } from '../../src/schemas/story.ts';
import { tableNames } from '../../src/slotlark/tables.ts';
import { ask, seedNames } from './seed.ts';

const stories = globSync('content/company/stories/*.yaml')
  .sort()
  .map((path) => ({
    id: basename(path, '.yaml'),
    ...storySchema.parse(parse(readFileSync(path, 'utf8'))),
  }));
const course = courseSchema.parse(parse(readFileSync('content/course.yaml', 'utf8')));

describe('the stories', () => {
  it('are the twelve of the design', () => {
    const numbers = stories.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  });

  it.each(stories)('$id names chapters and tables that exist', (story) => {
    const chapters = course.parts.flatMap((part) => part.chapters);
    expect(chapters).toEqual(expect.arrayContaining(story.chapters));
    expect(tableNames).toEqual(expect.arrayContaining(story.tables));
    const used = tableNames.filter((table) =>
      story.queries.some(({ sql }) => new RegExp(`\\b(from|join) ${table}\\b`).test(sql)),
    );
    expect([...story.tables].sort()).toEqual([...used].sort());
  });

  it.each(stories)('$id has other answers on other data', ({ queries, trap }) => {
    const main = queries[0]!.expected;
    expect(main.hidden).not.toEqual(main.practice);
    expect(trap.answer.practice).not.toEqual(main.practice);
    expect(trap.answer.hidden).not.toEqual(main.hidden);
  });
});

describe.each(seedNames)('on the seed "%s"', (name) => {
  let pglite: PGlite;
  beforeAll(async () => {
    pglite = await openSlotlark(name);
  });
  afterAll(() => pglite.close());

  it.each(stories)('$id is found', async ({ queries }) => {
    for (const { sql, expected } of queries) expect(await ask(pglite, sql)).toEqual(expected[name]);
  });

  it.each(stories)('$id has a trap that gives its wrong answer', async ({ trap }) => {
    expect(await ask(pglite, trap.sql)).toEqual(trap.answer[name]);
  });
});
