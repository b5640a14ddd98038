import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { ask, hiddenSchema, runScript } from '../labs/sql/engine.ts';
import type { toObserve } from '../labs/python/engine.ts';
import type { Content } from '../lib/content/content.ts';
import type { Finding as ContentFinding } from '../lib/content/finding.ts';
import { provePython, proveSql } from '../lib/grading/prove.ts';
import type { Problem } from '../lib/grading/kind.ts';
import type { Observation } from '../lib/lab/python/observation.ts';
import { seedNames } from '../lib/grading/sql.ts';
import type { Seed } from '../lib/grading/sql.ts';
import type { Result } from '../lib/lab/sql/result.ts';
import type { ActivityFile } from '../lib/grading/kinds.ts';
import { openPython } from './open-python.ts';
import { openSlotlark } from './open-slotlark.ts';
import { cacheFolder, hashGenerator } from './slotlark-cache.ts';

type Task<Type> = Extract<ActivityFile, { type: Type }>;

/** What running an exercise's solution gives, and what is wrong with the exercise. */
export interface Exercise {
  problems: Problem[];
  /** The texts of a script's files, by seed and name. */
  files: Record<Seed, Record<string, string>>;
  /** For a query: what the solution gives on the data that learners see. */
  result?: Result;
  /** For a script: what the solution prints and leaves behind. */
  observation?: Observation & { printed: string };
}

/** The engines, each started when first needed. */
class Engines {
  private database: Promise<PGlite> | undefined;
  private python: Promise<ReturnType<typeof toObserve>> | undefined;

  openDatabase(): Promise<PGlite> {
    return (this.database ??= openSlotlark());
  }

  startPython(): Promise<ReturnType<typeof toObserve>> {
    return (this.python ??= openPython());
  }

  async close(): Promise<void> {
    await (await this.database)?.close();
  }
}

/**
 * Runs every exercise's solution and known mistakes on both seeds. What came of it is kept in
 * `node_modules/.cache` until the exercise, the data or the way of grading changes.
 */
export async function runExercises({
  activities,
  files,
}: Pick<Content, 'activities' | 'files'>): Promise<Record<string, Exercise>> {
  const engines = new Engines();
  const how = globSync('src/{lib/grading,lib/lab,labs}/**/*.{ts,py}')
    .sort()
    .map((file) => readFileSync(file, 'utf8'));
  const base = hashGenerator(...how);
  const exercises: Record<string, Exercise> = {};
  for (const { id, data } of activities) {
    if (data.type !== 'sql' && data.type !== 'python') continue;
    const used = data.type === 'python' ? data.files.flatMap(textsOf(files)) : [];
    const key = createHash('sha256')
      .update(JSON.stringify([base, data, used]))
      .digest('hex');
    const file = join(cacheFolder, `exercise-${key.slice(0, 16)}.json`);
    exercises[id] = readCached(file) ?? (await runAndKeep(data, files, engines, file));
  }
  await engines.close();
  return exercises;
}

/** What is wrong with the exercises, as findings of the content check. */
export function toFindings(
  activities: Content['activities'],
  exercises: Record<string, Exercise>,
): ContentFinding[] {
  return activities.flatMap(({ id, file, lineOf }) =>
    (exercises[id]?.problems ?? []).map(({ path, problem, remedy }) => ({
      file,
      line: lineOf(...path),
      problem,
      remedy,
    })),
  );
}

const textsOf = (files: Content['files']) => (file: Task<'python'>['files'][number]) =>
  'sql' in file ? [] : [files.get(file.practice), files.get(file.hidden)];

function readCached(file: string): Exercise | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Exercise;
  } catch {
    return undefined;
  }
}

async function runAndKeep(
  data: Task<'sql'> | Task<'python'>,
  texts: Content['files'],
  engines: Engines,
  file: string,
): Promise<Exercise> {
  const exercise =
    data.type === 'sql' ? await runSql(data, engines) : await runPython(data, texts, engines);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, JSON.stringify(exercise));
  return exercise;
}

async function runSql(task: Task<'sql'>, engines: Engines): Promise<Exercise> {
  const database = await engines.openDatabase();
  const { problems, result } = await proveSql(task, (script, seed) =>
    runScript(database, script, seed),
  );
  return { problems, files: { practice: {}, hidden: {} }, ...(result && { result }) };
}

async function runPython(
  task: Task<'python'>,
  texts: Content['files'],
  engines: Engines,
): Promise<Exercise> {
  const observe = await engines.startPython();
  const files: Exercise['files'] = { practice: {}, hidden: {} };
  for (const file of task.files) {
    for (const seed of seedNames) {
      const text = 'sql' in file ? await toCsv(file.sql, seed, engines) : texts.get(file[seed]);
      if (text === undefined) {
        const problem = `There is no file content/company/files/${'sql' in file ? '' : file[seed]}.`;
        const path = ['files'];
        return { problems: [{ path, problem, remedy: 'Add it, or mend the name.' }], files };
      }
      files[seed][file.name] = text;
    }
  }
  const expressions = task.checks.map(({ expression }) => expression);
  let printed = '';
  const run = (code: string, seed: Seed) => {
    printed = '';
    const script = { code, files: files[seed], expressions };
    return Promise.resolve(observe(script, (text) => (printed += text)));
  };
  const problems = await provePython(task, run);
  const observation = await run(task.solution, 'practice');
  return { problems, files, observation: { ...observation, printed } };
}

/** The result of a query as a CSV file with a header row; NULL is an empty field. */
async function toCsv(sql: string, seed: Seed, engines: Engines): Promise<string> {
  const database = await engines.openDatabase();
  await database.exec(`set search_path = ${seed === 'hidden' ? hiddenSchema : 'public'}`);
  const { fields, rows } = await ask(database, sql);
  await database.exec('reset search_path');
  const quote = (value: string | null) =>
    /[",\n]/.test(value ?? '') ? `"${value!.replaceAll('"', '""')}"` : (value ?? '');
  return [fields.map(({ name }) => name), ...rows]
    .map((row) => `${row.map(quote).join(',')}\n`)
    .join('');
}
