import { readFileSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runScript } from '../../src/labs/sql/engine.ts';
import { openSlotlark } from '../../src/load/open-slotlark.ts';
import { distance, nearest } from '../../src/lib/lab/nearest.ts';
import { functions } from '../../src/lib/lab/sql/explain/words.ts';
import { explainError, toPlace } from '../../src/lib/lab/sql/messages.ts';
import type { SqlError } from '../../src/lib/lab/sql/messages.ts';

interface Wrong {
  sql: string;
  says: string[];
  never?: string[];
  at?: string;
}

const wrong = parse(readFileSync('tests/fixtures/sql-errors.yaml', 'utf8')) as Wrong[];

let database: PGlite;
let tables: Record<string, string[]>;

beforeAll(async () => {
  database = await openSlotlark();
  const { rows } = await database.query<{ name: string; columns: string[] }>(
    `select table_name as name, json_agg(column_name::text) as columns from information_schema.columns where table_schema = 'public' group by 1`,
  );
  tables = Object.fromEntries(rows.map(({ name, columns }) => [name, columns]));
});
afterAll(() => database.close());

const explain = (sql: string) =>
  runScript(database, sql).then(
    () => Promise.reject(new Error('It ran.')),
    (error: unknown) => explainError(error as SqlError, sql, tables),
  );

describe('explainError', () => {
  it('is asked about 80 wrong queries or more', () => {
    expect(wrong.length).toBeGreaterThanOrEqual(80);
  });

  it.each(wrong)('$sql', async ({ sql, says, never = [], at }) => {
    const explanation = await explain(sql);
    for (const part of says) expect(explanation.says).toContain(part);
    for (const part of never) expect(explanation.says).not.toContain(part);
    expect(explanation.says).not.toMatch(/undefined|``|PostgreSQL says/);
    expect(explanation.says.length).toBeLessThan(260);
    if (at) expect(sql.slice(explanation.at)).toMatch(new RegExp(`^${RegExp.escape(at)}`));
  });

  it('hands on what it does not know', () => {
    const error = { code: 'XX000', message: 'strange', hint: 'Look.' };
    expect(explainError(error, 'select 1', {}).says).toBe('PostgreSQL says: strange. Look.');
  });

  it('says something of any text, whatever stands where', () => {
    const words = fc.constantFrom(
      ...['select', 'from', 'merchants', 'm', '.', ',', '(', ')', 'where', "'a'", '"b', '='],
      ...['join', 'on', 'with', 'as', 'union', '*', '’', '🙂', 'case', '--', '/*', '`', '['],
    );
    const codes = fc.constantFrom('42601', '42703', '42P01', '42883', '42803', '22P02', '42702');
    const errors = fc.record({
      code: codes,
      message: fc.constantFrom('syntax error at or near "x"', 'column "x" does not exist', 'x'),
      at: fc.option(fc.nat(40), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(words), errors, (parts, error) => {
        expect(explainError(error, parts.join(' '), tables).says).not.toMatch(/undefined/);
      }),
    );
  });
});

describe('nearest', () => {
  it.each([
    ['merchnts', ['merchants', 'payments'], 'merchants'],
    ['coutn', ['count', 'corr'], 'count'],
    ['dsc', ['asc', 'desc'], 'desc'],
    ['created', ['created_at', 'channel'], 'created_at'],
    ['at', ['created_at', 'opened_at'], undefined],
    ['plan', ['country', 'name'], undefined],
    ['x', ['y'], undefined],
  ])('%s among %j: %s', (word, names, meant) => {
    expect(nearest(word, names)).toBe(meant);
  });

  it('counts steps alike from both sides', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(distance(one, other)).toBe(distance(other, one));
        expect(distance(one, other) === 0).toBe(one === other);
      }),
    );
  });
});

it('offers functions that PostgreSQL has', async () => {
  const { rows } = await database.query<{ name: string }>(
    `select proname::text as name from pg_proc union select word from pg_get_keywords()`,
  );
  const known = new Set(rows.map(({ name }) => name));
  expect(functions.filter((name) => !known.has(name))).toEqual([]);
});

it('toPlace counts lines and columns from 1', () => {
  expect(toPlace('ab\ncd', 4)).toEqual({ line: 2, column: 2 });
  expect(toPlace('ab', 0)).toEqual({ line: 1, column: 1 });
});
