import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { runScript } from '../labs/sql/engine.ts';
import { eitherWay, isRightOnOne } from '../lib/grading/either-way.ts';
import { gradePython } from '../lib/grading/python.ts';
import type { PythonGrade } from '../lib/grading/python.ts';
import { gradeSql } from '../lib/grading/sql.ts';
import type { SqlGrade } from '../lib/grading/sql.ts';
import type { Content } from '../lib/content/content.ts';
import { explainPython } from '../lib/lab/python/messages.ts';
import { explainError } from '../lib/lab/sql/messages.ts';
import type { PythonFile } from '../schemas/activity/python.ts';
import type { SqlFile } from '../schemas/activity/sql.ts';
import { runExercises } from './exercises.ts';
import { openPython } from './open-python.ts';
import { openSlotlark } from './open-slotlark.ts';

/** How well a message tells its reader what is wrong; see `tests/content/graded/README.md`. */
export const ratings = ['exact', 'helpful', 'generic', 'misleading'] as const;

export type Rating = (typeof ratings)[number];

/** Answers to an item that its own file does not know. */
export interface Graded {
  /** Right ones in other forms. */
  right: string[];
  wrong: {
    code: string;
    /** What is wrong with it, where its author has said so. */
    why?: string;
    /** A piece of the message that the learner gets. */
    says: string;
    /** Somebody's judgment of that message. */
    rated: Rating;
  }[];
}

const folder = 'tests/content/graded';

/** The answers to each exercise, by its id, as they were written by people who saw only its prompt. */
export const readGraded = (): [string, Graded][] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [
      basename(file, '.yaml'),
      parse(readFileSync(join(folder, file), 'utf8')) as Graded,
    ]);

/** What a learner is told of an answer: the verdict, and every word of the reason. */
export interface Told {
  verdict: string;
  message: string;
}

/** Starts both engines, and grades answers as the page does. */
export async function openGrader(content: Content): Promise<{
  grade: (id: string, code: string) => Promise<Told>;
  close: () => Promise<void>;
}> {
  const [exercises, database, observe] = await Promise.all([
    runExercises(content),
    openSlotlark(),
    openPython(),
  ]);
  const { rows } = await database.query<{ name: string; columns: string[] }>(
    `select table_name as name, array_agg(column_name::text) as columns
     from information_schema.columns where table_schema = 'public' group by 1`,
  );
  const tables = Object.fromEntries(rows.map(({ name, columns }) => [name, columns]));
  const tasks = new Map(content.activities.map(({ id, data }) => [id, data]));

  const gradeQuery = async (task: SqlFile, code: string): Promise<Told> => {
    const graded = await gradeSql(task, code, (script, seed) => runScript(database, script, seed));
    const { verdict } = graded;
    const message = verdict === 'error' ? explainError(graded.error, code, tables).says : '';
    return { verdict, message: message || toMessage(task, graded) };
  };

  const gradeScript = async (id: string, task: PythonFile, code: string): Promise<Told> => {
    const { files } = exercises[id]!;
    const expressions = task.checks.map(({ expression }) => expression);
    const graded = await gradePython(task, code, (script, seed) =>
      Promise.resolve(observe({ code: script, files: files[seed], expressions }, () => undefined)),
    );
    const { verdict } = graded;
    if (verdict === 'error') return { verdict, message: explainPython(graded.error) };
    if (verdict === 'unused') {
      return { verdict, message: task.mustUse.find(({ node }) => node === graded.node)!.why };
    }
    return { verdict, message: toMessage(task, graded) };
  };

  return {
    grade(id, code) {
      const task = tasks.get(id);
      if (task?.type === 'sql') return gradeQuery(task, code);
      if (task?.type === 'python') return gradeScript(id, task, code);
      throw new Error(`There is no exercise "${id}".`);
    },
    close: () => database.close(),
  };
}

/** What both kinds of exercise say of a result. */
function toMessage({ mistakes }: SqlFile | PythonFile, grade: SqlGrade | PythonGrade): string {
  switch (grade.verdict) {
    case 'mistake':
      return mistakes.find(({ id }) => id === grade.mistake)!.why;
    case 'different':
      return 'message' in grade
        ? grade.message
        : `${grade.difference.what} ${grade.difference.why}`;
    case 'fixed':
      return `${isRightOnOne} ${eitherWay} On the second set: ${'message' in grade ? grade.message : grade.difference.what}`;
    default:
      return '';
  }
}
