import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkContent } from '../../src/lib/check/check.ts';
import { kinds, toKey } from '../../src/lib/grading/kinds.ts';
import type { Outcome } from '../../src/lib/grading/kind.ts';
import { toRenderer } from '../../src/lib/text/markdown.ts';
import { readContent } from '../../src/load/read-content.ts';
import type { Progress, StoredAnswer } from '../../src/schemas/progress.ts';

const { attempts } = JSON.parse(
  readFileSync('tests/fixtures/progress/version-2.json', 'utf8'),
) as Progress;
const { activities } = checkContent(readContent('.')).content!;

/** Graded by their text alone; recall, explain and code need a person or an engine. */
const graded = attempts.flatMap((attempt) => {
  const item = activities.find(({ id }) => id === attempt.activity);
  const isGraded = item && !['recall', 'explain', 'sql', 'python'].includes(item.data.type);
  return isGraded ? [[item.data.type, attempt, item.data] as const] : [];
});

it('there are answers of many kinds', () => {
  expect(new Set(graded.map(([type]) => type)).size).toBeGreaterThanOrEqual(8);
});

it.each(graded)('an answer of version 2 to a %s still names what it named: it is graded the same', (type, attempt, data) => {
  const { read, grade } = kinds[type] as unknown as {
    read: (stored: StoredAnswer) => object;
    grade: (key: object, answer: object) => Outcome;
  };
  const { score, passed } = grade(toKey(data, toRenderer('/')), read(attempt.answer));
  expect({ score, passed }).toEqual({ score: attempt.score, passed: attempt.passed });
});
