import { protocol } from '@electric-sql/pglite';
import type { PGlite, Results } from '@electric-sql/pglite';
import type { SqlError } from '../../lib/lab/sql/messages.ts';
import { kindOf, splitStatements } from '../../lib/lab/sql/statements.ts';
import type { Statement } from '../../lib/lab/sql/statements.ts';
import type { Seed } from '../../lib/grading/sql.ts';
import { toPlan } from '../../lib/lab/sql/plan.ts';
import { shownRows } from '../../lib/lab/sql/result.ts';
import type { Result } from '../../lib/lab/sql/result.ts';

/** PostgreSQL's numbers for the types of numbers: int8, int2, int4, oid, float4, float8, numeric. */
const numbers = [20, 21, 23, 26, 700, 701, 1700];

/** Its number for the type of true and false. */
const boolean = 16;

const cursor = 'declare lab no scroll cursor for ';

/** Where the rows of the hidden seed stand; see `loadHidden` in worker.ts. */
export const hiddenSchema = 'hidden';

/**
 * Opens the transaction of a run: the hidden rows take the place of those that learners see, chance
 * starts anywhere, and a recursion without an end meets PostgreSQL's limit before the browser's,
 * which PostgreSQL does not survive.
 */
const begin = (seed: Seed) => `begin;
  ${seed === 'hidden' ? `alter schema public rename to practice; alter schema ${hiddenSchema} rename to public;` : ''}
  set local max_stack_depth = '100kB';
  select setseed(${Math.random()});
  savepoint lab_run`;

interface State {
  /** The number of the transaction. */
  run: string;
  /** Rows and pages that plans count with. ANALYZE changes them for good. */
  counts: string;
}

/** What stays the same while a script runs, if it can be undone. */
const state =
  'select pg_current_xact_id()::text as run, concat(sum(reltuples), sum(relpages)) as counts from pg_class';

/** What reaches files, which no transaction undoes. */
const reachesFiles = /\b(?:copy|lo_export|lo_import)\b/i;

const endsItself: SqlError = {
  code: '',
  message: 'Every run is a transaction of its own here, and is undone at its end',
};

const tooMuch: SqlError = {
  code: '',
  message:
    'This brought PostgreSQL itself down: a recursion without an end can do that, a result beyond all measure, or COPY with a program. It starts anew by itself',
};

const spent = new WeakSet<PGlite>();

/** Whether a run has left something that cannot be undone: the next one needs another database. */
export const isSpent = (database: PGlite): boolean => spent.has(database);

/**
 * Runs a script in a transaction that is undone, so that every run meets the same data. Where it
 * cannot be undone, the database is spent.
 *
 * @param seed - which rows it meets.
 * @throws SqlError, with the place in the script if it has one.
 */
export async function runScript(
  database: PGlite,
  script: string,
  seed: Seed = 'practice',
): Promise<Result[]> {
  await database.exec(begin(seed));
  const before = await readState(database);
  const { results, error } = await runStatements(database, script);
  const after = error === tooMuch ? undefined : await undo(database);
  const harm = after?.run === before?.run ? undefined : after ? endsItself : tooMuch;
  if (harm || after?.counts !== before?.counts || reachesFiles.test(script)) spent.add(database);
  if (harm ?? error) throw harm ?? error;
  return results;
}

async function runStatements(
  database: PGlite,
  script: string,
): Promise<{ results: Result[]; error?: SqlError }> {
  const results: Result[] = [];
  try {
    for (const statement of splitStatements(script)) {
      results.push(await runStatement(database, statement));
    }
    return { results };
  } catch (error) {
    // What is the browser's own error, no word of PostgreSQL's, PostgreSQL does not survive.
    return { results, error: error instanceof Error ? tooMuch : (error as SqlError) };
  }
}

/**
 * Undoes a run and what it has set for the session.
 *
 * @returns the state at the run's end; undefined where PostgreSQL is down.
 */
async function undo(database: PGlite): Promise<State | undefined> {
  try {
    await database.exec('rollback to savepoint lab_run');
    const found = await readState(database);
    if (!found) return undefined;
    await database.exec('rollback');
    await database.exec('discard all');
    return found;
  } catch (error) {
    const isOther = ['25P01', '3B001'].includes((error as SqlError).code);
    return isOther ? { run: 'another', counts: '' } : undefined;
  }
}

/** A PostgreSQL that is down answers nothing to this, and never to what has parameters. */
async function readState(database: PGlite): Promise<State | undefined> {
  const [result] = await database.exec(state);
  return result?.rows[0] as State | undefined;
}

async function runStatement(database: PGlite, statement: Statement): Promise<Result> {
  switch (kindOf(statement)) {
    case 'transaction':
      throw { ...endsItself, at: statement.at };
    case 'rows':
      return readRows(database, statement);
    case 'plan':
      return explain(database, statement);
    case 'other':
      return execute(database, statement);
  }
}

/** Reads the first rows and counts the others, so that a huge result does no harm. */
async function readRows(database: PGlite, statement: Statement): Promise<Result> {
  await database.exec('savepoint lab');
  try {
    await ask(database, cursor + statement.text);
  } catch (error) {
    // A WITH that changes rows has no cursor.
    if ((error as SqlError).code !== '0A000') throw toError(error, statement, cursor.length);
    await database.exec('rollback to savepoint lab');
    return execute(database, statement);
  }
  try {
    const found = await ask(database, `fetch ${shownRows} from lab`);
    const rest = found.rows.length < shownRows ? 0 : await countRest(database);
    await database.exec('close lab');
    return { ...toResult(found), total: found.rows.length + rest };
  } catch (error) {
    throw toError(error, statement, 0);
  }
}

/** Moves to the end of the cursor; only the protocol tells how far that was. */
async function countRest(database: PGlite): Promise<number> {
  const move = protocol.serialize.query('move forward all in lab');
  const { messages } = await database.execProtocol(move);
  const [moved] = messages.flatMap((message) =>
    'text' in message ? (/^MOVE (\d+)$/.exec(String(message.text))?.[1] ?? []) : [],
  );
  return Number(moved ?? 0);
}

/** Asks for the plan as data, whatever form the learner has asked for. */
async function explain(database: PGlite, statement: Statement): Promise<Result> {
  const [asked = '', options = ''] =
    /^explain\s*(\([^)]*\)|(?:(?:analyze|verbose)\s+)*)/i.exec(statement.text) ?? [];
  const analyze = /analyze/i.test(options) ? ', analyze' : '';
  const prefix = `explain (format json${analyze}) `;
  try {
    const { rows } = await ask(database, prefix + statement.text.slice(asked.length));
    const plan = toPlan(rows[0]![0]!);
    return {
      columns: [{ name: 'QUERY PLAN', isNumber: false }],
      rows: [[plan.what]],
      total: 1,
      plan,
    };
  } catch (error) {
    throw toError(error, statement, prefix.length - asked.length);
  }
}

async function execute(database: PGlite, statement: Statement): Promise<Result> {
  try {
    const done = await ask(database, statement.text);
    const result = toResult(done);
    return result.columns.length > 0 ? result : { ...result, total: done.affectedRows ?? 0 };
  } catch (error) {
    throw toError(error, statement, 0);
  }
}

/**
 * Asks for all rows, every value as PostgreSQL writes it, though true and false in full.
 *
 * @throws PostgreSQL's error, or another where PostgreSQL is down: then it names no command as done.
 */
export async function ask(database: PGlite, sql: string): Promise<Results<(string | null)[]>> {
  const options = { rowMode: 'array', parsers: toTexts(database) } as const;
  const done = await database.query<(string | null)[]>(sql, [], options);
  if (!done.command) throw new Error('PostgreSQL is down.');
  return done;
}

/** In the place of everything that makes JavaScript's own values of PostgreSQL's texts. */
const toTexts = ({ parsers }: PGlite) => ({
  ...Object.fromEntries(Object.keys(parsers).map((type) => [type, (text: string) => text])),
  [boolean]: (text: string) => (text === 't' ? 'true' : 'false'),
});

function toResult({ fields, rows }: Results<(string | null)[]>): Result {
  return {
    columns: fields.map(({ name, dataTypeID }) => ({
      name,
      isNumber: numbers.includes(dataTypeID),
    })),
    rows: rows.slice(0, shownRows),
    total: rows.length,
  };
}

/**
 * PostgreSQL counts places from 1, in what it was given, and a character beyond the first 65,536, such
 * as an emoji, once where JavaScript counts it twice.
 *
 * @throws what is no word of PostgreSQL's, such as memory that ran out: the engine cannot go on.
 */
function toError(error: unknown, { at, text }: Statement, prefix: number): SqlError {
  const { code, message, hint, position } = error as SqlError & { position?: string };
  if (typeof code !== 'string') throw error;
  if (position === undefined) return { code, message, hint };
  const before = [...text].slice(0, Math.max(0, Number(position) - 1 - prefix)).join('');
  return { code, message, hint, at: at + before.length };
}
