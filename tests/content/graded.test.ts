import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGrader, ratings, readGraded } from '../../src/load/grader.ts';
import { readContent } from '../../src/load/read-content.ts';
import { checkContent } from '../../src/lib/check/check.ts';

const graded = readGraded();
let grader: Awaited<ReturnType<typeof openGrader>>;

beforeAll(async () => {
  grader = await openGrader(checkContent(readContent(process.cwd())).content!);
});
afterAll(() => grader.close());

it('looks at twenty exercises or more', () => {
  expect(graded.length).toBeGreaterThanOrEqual(20);
});

describe.each(graded)('%s', (id, { right, wrong }) => {
  it('has five answers of each kind or more', () => {
    expect(Math.min(right.length, wrong.length)).toBeGreaterThanOrEqual(5);
  });

  it.each(right)('takes %s', async (code) => {
    expect((await grader.grade(id, code)).verdict).toBe('right');
  });

  it.each(wrong)('refuses $code and says “$says”', async ({ code, says, rated }) => {
    const { verdict, message } = await grader.grade(id, code);
    expect(verdict).not.toBe('right');
    expect(`${verdict} ${message}`.toLowerCase()).toContain(says.toLowerCase());
    expect(ratings).toContain(rated);
  });
});
