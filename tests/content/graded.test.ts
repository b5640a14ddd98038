import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runExercises } from '../../src/load/exercises.ts';
import type { Exercise } from '../../src/load/exercises.ts';
import { openPython } from '../../src/load/open-python.ts';
import { openSlotlark } from '../../src/load/open-slotlark.ts';
import { readContent } from '../../src/load/read-content.ts';
import { runScript } from '../../src/labs/sql/engine.ts';
import { checkContent } from '../../src/lib/check/check.ts';
import { gradePython } from '../../src/lib/grading/python.ts';
import type { PythonGrade } from '../../src/lib/grading/python.ts';
import { gradeSql } from '../../src/lib/grading/sql.ts';
import type { SqlGrade } from '../../src/lib/grading/sql.ts';

/** Answers to an item that its own file does not know: right ones in other forms, and wrong ones. */
interface Graded {
  right: string[];
  /** With a piece of the message that the learner gets. */
  wrong: { code: string; says: string }[];
}

const folder = 'tests/content/graded';
const graded = readdirSync(folder).map(
  (file) =>
    [basename(file, '.yaml'), parse(readFileSync(`${folder}/${file}`, 'utf8')) as Graded] as const,
);
const content = checkContent(readContent(process.cwd())).content!;
const tasks = new Map(content.activities.map(({ id, data }) => [id, data]));

let database: PGlite;
let observe: Awaited<ReturnType<typeof openPython>>;
let exercises: Record<string, Exercise>;

beforeAll(async () => {
  exercises = await runExercises(content);
  database = await openSlotlark();
  observe = await openPython();
});
afterAll(() => database.close());

function grade(id: string, code: string): Promise<SqlGrade | PythonGrade> {
  const task = tasks.get(id);
  if (task?.type === 'sql') {
    return gradeSql(task, code, (script, seed) => runScript(database, script, seed));
  }
  if (task?.type !== 'python') throw new Error(`There is no exercise "${id}".`);
  const expressions = task.checks.map(({ expression }) => expression);
  return gradePython(task, code, (script, seed) =>
    Promise.resolve(
      observe({ code: script, files: exercises[id]!.files[seed], expressions }, () => undefined),
    ),
  );
}

/** What the learner reads, beside the sentence that tells a typed answer from another. */
function messageOf(result: SqlGrade | PythonGrade): string {
  if (result.verdict !== 'different' && result.verdict !== 'fixed') return result.verdict;
  return 'message' in result ? result.message : `${result.difference.what} ${result.difference.why}`;
}

it('looks at ten exercises or more', () => {
  expect(graded.length).toBeGreaterThanOrEqual(10);
});

describe.each(graded)('%s', (id, { right, wrong }) => {
  it('has five answers of each kind or more', () => {
    expect(Math.min(right.length, wrong.length)).toBeGreaterThanOrEqual(5);
  });

  it.each(right)('takes %s', async (code) => {
    expect(await grade(id, code)).toEqual({ verdict: 'right' });
  });

  it.each(wrong)('refuses $code and says “$says”', async ({ code, says }) => {
    const result = await grade(id, code);
    expect(['different', 'fixed', 'nothing', 'unused', 'error']).toContain(result.verdict);
    expect(messageOf(result).toLowerCase()).toContain(says.toLowerCase());
  });
});
