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

/** Sets the hidden rows in the place of those that learners see, until the transaction is undone. */
const begin = {
  practice: 'begin',
  hidden: `begin; alter schema public rename to practice; alter schema ${hiddenSchema} rename to public`,
};

/**
 * Runs a script in a transaction that is undone, so that every run meets the same data.
 *
 * @param seed - which rows it meets.
 * @throws SqlError with the place in the script, or an Error where the engine cannot go on.
 */
export async function runScript(
  database: PGlite,
  script: string,
  seed: Seed = 'practice',
): Promise<Result[]> {
  const results: Result[] = [];
  await database.exec(begin[seed]);
  try {
    for (const statement of splitStatements(script)) {
      results.push(await runStatement(database, statement));
    }
  } finally {
    await database.exec('rollback');
  }
  return results;
}

async function runStatement(database: PGlite, statement: Statement): Promise<Result> {
  switch (kindOf(statement)) {
    case 'transaction':
      throw {
        code: '',
        message: 'Every run is a transaction of its own here, and is undone at its end',
        at: statement.at,
      } satisfies SqlError;
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
    await database.query(cursor + statement.text);
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

/** Asks for all rows, every value as PostgreSQL writes it, though true and false in full. */
export const ask = (database: PGlite, sql: string) =>
  database.query<(string | null)[]>(sql, [], { rowMode: 'array', parsers: toTexts(database) });

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
