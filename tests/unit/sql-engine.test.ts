import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSlotlark } from '../../src/load/open-slotlark.ts';
import { isSpent, runScript } from '../../src/labs/sql/engine.ts';
import { shownRows } from '../../src/lib/lab/sql/result.ts';
import type { SqlError } from '../../src/lib/lab/sql/messages.ts';

let database: PGlite;
const run = (script: string) => runScript(database, script);
const fail = (script: string) =>
  run(script).then(
    () => Promise.reject(new Error('It ran.')),
    (error: unknown) => error as SqlError,
  );

beforeAll(async () => {
  database = await openSlotlark();
  await database.exec(`create table pets (pet int primary key, name text, born date, weight numeric(4,1));
    insert into pets values (1, 'Rex', '2020-02-29', 12.5), (2, null, null, null);`);
});
afterAll(() => database.close());

describe('runScript', () => {
  it('gives values as PostgreSQL writes them', async () => {
    const [result] = await run(
      `select pet, name, born, weight, weight > 5 as big, '{1,null}'::int[] as list from pets order by 1`,
    );
    expect(result).toEqual({
      columns: [
        { name: 'pet', isNumber: true },
        { name: 'name', isNumber: false },
        { name: 'born', isNumber: false },
        { name: 'weight', isNumber: true },
        { name: 'big', isNumber: false },
        { name: 'list', isNumber: false },
      ],
      rows: [
        ['1', 'Rex', '2020-02-29', '12.5', 'true', '{1,NULL}'],
        ['2', null, null, null, null, '{1,NULL}'],
      ],
      total: 2,
    });
  });

  it.each([
    ["timestamptz '2026-01-01'", '2026-01-01 00:00:00+00'],
    ["array[timestamptz '2026-01-01']", '{"2026-01-01 00:00:00+00"}'],
    ["array['a,b', null, '', 'null', 'it\"s']", '{"a,b",NULL,"","null","it\\"s"}'],
    ['array[[1,2],[3,4]]', '{{1,2},{3,4}}'],
    ["'[0:1]={5,6}'::int[]", '[0:1]={5,6}'],
    ['array[1.50, 2]', '{1.50,2}'],
    ['array[true, false]', '{t,f}'],
    ["array[date '2026-01-01']", '{2026-01-01}'],
    ['array[9007199254740993]', '{9007199254740993}'],
    ['array[\'{"a": 1}\'::jsonb]', '{"{\\"a\\": 1}"}'],
    ["'\\xdead'::bytea", '\\xdead'],
    ['7::oid', '7'],
    ["'infinity'::timestamptz", 'infinity'],
    ["'NaN'::float8", 'NaN'],
    ["interval '1 day 2 hours'", '1 day 02:00:00'],
    ['int4range(1, 3)', '[1,3)'],
    ['json \'{"a":  1.0}\'', '{"a":  1.0}'],
    ['12345678901234567890.10', '12345678901234567890.10'],
  ])('shows %s as PostgreSQL does, wherever the reader is', async (sql, text) => {
    const zone = process.env.TZ;
    process.env.TZ = 'America/New_York';
    const [result] = await run(`select ${sql}`).finally(() => {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    });
    expect(result?.rows).toEqual([[text]]);
  });

  it('keeps columns of the same name apart', async () => {
    const [result] = await run('select 1 as a, 2 as a');
    expect(result?.rows).toEqual([['1', '2']]);
  });

  it('shows the first rows of a large result, and counts all', async () => {
    const [result] = await run('select * from generate_series(1, 123456)');
    expect(result?.rows).toHaveLength(shownRows);
    expect(result?.total).toBe(123_456);
  });

  it('runs statement after statement, each seeing the last', async () => {
    const results = await run(
      `update pets set name = 'Max'; select count(*) from pets where name = 'Max'`,
    );
    expect(results.map(({ total }) => total)).toEqual([2, 1]);
    expect(results[1]?.rows).toEqual([['2']]);
  });

  it.each([
    ['update pets set pet = pet + 10'],
    ['delete from pets'],
    ['drop table pets'],
    ['truncate pets'],
    ['with gone as (delete from pets returning *) select count(*) from gone'],
    ['create table more (a int); insert into more values (1)'],
    ['alter table pets drop column name'],
  ])('leaves the data as it was after: %s', async (script) => {
    await run(script);
    const [result] = await run('select count(*), count(name), sum(pet) from pets');
    expect(result?.rows).toEqual([['2', '1', '3']]);
  });

  it('explains a query where it is asked to', async () => {
    const [result] = await run('explain select * from pets');
    expect(result?.columns[0]?.name).toBe('QUERY PLAN');
    expect(result?.rows[0]?.[0]).toContain('pets');
  });

  it('refuses to end its transaction, and goes on', async () => {
    expect(await fail(`delete from pets; commit`)).toMatchObject({ code: '', at: 18 });
    expect((await run('select count(*) from pets'))[0]?.rows).toEqual([['2']]);
  });

  it.each([
    ['select nothing from pets', '42703', 'nothing'],
    ['select 1;\n  select * from pest', '42P01', 'pest'],
    ["select 1; update pets set nme = ''", '42703', 'nme'],
    ['select pet,, name from pets', '42601', ', name'],
    ["select '🙂🙂' as a, nme from pets", '42703', 'nme'],
    ["-- 🙂\nselect 1; select '🙂', upper(nme) from pets", '42703', 'nme'],
    ["explain select '🙂', nme from pets", '42703', 'nme'],
  ])('says where %s goes wrong', async (script, code, word) => {
    const error = await fail(script);
    expect(error.code).toBe(code);
    expect(script.slice(error.at).startsWith(word)).toBe(true);
  });

  it.each([
    ["set timezone = 'Asia/Tokyo'", 'show timezone', 'UTC'],
    ['set session search_path = pg_catalog', 'show search_path', 'public'],
    ["select set_config('datestyle', 'German', false)", 'show datestyle', 'ISO, MDY'],
    ['set role pg_monitor', 'select current_user', 'postgres'],
    ['create temp table bookings (a int)', 'select count(*) > 1 from bookings', 'true'],
    ['prepare p as select 1', 'select count(*) from pg_prepared_statements', '0'],
    ['listen news', 'select count(*) from pg_listening_channels()', '0'],
    [
      'select pg_advisory_lock(1)',
      "select count(*) from pg_locks where locktype = 'advisory'",
      '0',
    ],
    [
      'declare c cursor with hold for select 1',
      "select count(*) from pg_cursors where name = 'c'",
      '0',
    ],
  ])('keeps to itself what it sets: %s', async (script, question, answer) => {
    await run(script);
    expect((await run(question)).at(-1)?.rows).toEqual([[answer]]);
    expect(isSpent(database)).toBe(false);
  });

  it('seeds chance for itself only', async () => {
    const draw = async () => (await run('select random()'))[0]?.rows[0]?.[0];
    await run('select setseed(0.5)');
    const drawn = await draw();
    await run('select setseed(0.5)');
    expect(await draw()).not.toBe(drawn);
  });

  it('ends a recursion without an end', async () => {
    const script = `create function endless(a int) returns int language plpgsql
      as 'begin return endless(a + 1); end'; select endless(1)`;
    expect((await fail(script)).code).toBe('54001');
    expect((await run('select 1'))[0]?.rows).toEqual([['1']]);
    expect(isSpent(database)).toBe(false);
  });

  it('tells an error that comes only with the rows', async () => {
    expect((await fail('select 1 / (pet - 1) from pets')).code).toBe('22012');
    expect((await run('select 1 as a'))[0]?.rows).toEqual([['1']]);
  });
});

describe('a run that cannot be undone', () => {
  const spend = async (script: string) => {
    const own = await openSlotlark();
    const before = isSpent(own);
    const told = await runScript(own, script).catch((error: unknown) => error as SqlError);
    const found = { before, after: isSpent(own), told };
    await Promise.race([
      own.close().catch(() => undefined),
      new Promise((r) => setTimeout(r, 500)),
    ]);
    return found;
  };

  it.each([
    ['do $$ begin delete from payments; commit; end $$', '2D000'],
    ["copy (select 1) to program 'ls'; select 1", ''],
    [
      `create function endless(a int) returns int language sql as 'select a';
       create or replace function endless(a int) returns int language sql as 'select endless(a)';
       select endless(1)`,
      '',
    ],
    ["copy (select 1) to '/tmp/one'", undefined],
    ["prepare transaction 'later'", ''],
    ['delete from payments; analyze payments', undefined],
  ])('leaves a database that is spent, or nothing: %s', async (script, code) => {
    const { before, after, told } = await spend(script);
    expect(before).toBe(false);
    expect(after).toBe(code !== '2D000');
    expect((told as SqlError).code).toBe(code);
  });
});
