import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSlotlark } from '../../src/load/open-slotlark.ts';
import { explainError, toPlace } from '../../src/lib/lab/sql/messages.ts';
import { kindOf, splitStatements } from '../../src/lib/lab/sql/statements.ts';

const textsOf = (script: string) => splitStatements(script).map(({ text }) => text);

describe('splitStatements', () => {
  it.each([
    ['one', 'select 1', ['select 1']],
    ['a last semicolon', 'select 1;', ['select 1']],
    ['two', 'select 1; select 2', ['select 1', 'select 2']],
    ['a semicolon in a text', "select ';' as a; select 2", ["select ';' as a", 'select 2']],
    ['a doubled quote', "select 'it''s; so'; select 2", ["select 'it''s; so'", 'select 2']],
    ['an escaped quote', "select E'a\\';b'; select 2", ["select E'a\\';b'", 'select 2']],
    ['a name with a semicolon', 'select 1 as "a;b"', ['select 1 as "a;b"']],
    [
      'a comment to the end',
      'select 1 -- no; not\n; select 2',
      ['select 1 -- no; not', 'select 2'],
    ],
    ['a comment in between', 'select /* a; b */ 1; select 2', ['select /* a; b */ 1', 'select 2']],
    ['nested comments', '/* /* */ ; */ select 1; select 2', ['select 1', 'select 2']],
    [
      'a comment that is never closed',
      'select 1 /* /* */ ; select 2',
      ['select 1 /* /* */ ; select 2'],
    ],
    ['a quote in a comment', "select 1 /* it's */; select 2", ["select 1 /* it's */", 'select 2']],
    ['a comment in a text', "select '/*'; select 2", ["select '/*'", 'select 2']],
    ['dollars in a name', 'select 1 as a$b$; select 2', ['select 1 as a$b$', 'select 2']],
    ['dollar quotes', 'do $x$ begin; end $x$; select 2', ['do $x$ begin; end $x$', 'select 2']],
    ['nothing but comments', '-- only\n/* this */ ;;', []],
    ['an open text', "select 'never closed; select 2", ["select 'never closed; select 2"]],
  ])('takes %s', (_, script, texts) => {
    expect(textsOf(script)).toEqual(texts);
  });

  it('says where each starts', () => {
    const script = ' select 1;\n\n  select 2;';
    for (const { text, at } of splitStatements(script)) {
      expect(script.slice(at, at + text.length)).toBe(text);
    }
  });
});

describe('kindOf', () => {
  it.each([
    ['select 1', 'rows'],
    ['(select 1) union (select 2)', 'rows'],
    ['-- first\nWITH a as (select 1) table a', 'rows'],
    ['/* x */ values (1)', 'rows'],
    ['explain select 1', 'plan'],
    ['EXPLAIN (analyze) select 1', 'plan'],
    ['update a set b = 1', 'other'],
    ['COMMIT', 'transaction'],
    ['/* /* */ /* */ */ commit', 'transaction'],
    ['rollback', 'transaction'],
  ])('%s: %s', (text, kind) => {
    expect(kindOf({ text, at: 0 })).toBe(kind);
  });
});

describe('explainError', () => {
  let database: PGlite;
  beforeAll(async () => void (database = await openSlotlark()));
  afterAll(() => database.close());

  it.each([
    ['select 1 frm x', /did not expect “x”/],
    ['select (1', /stops too early/],
    ['select a from (values (1)) t(b)', /has a column called “a”/],
    ['select 1 from bookigs', /no table called “bookigs”/],
    ['select a, count(*) from (values (1, 2)) t(a, b) group by b', /“t.a” can have many values/],
    ["select upper(date '2026-01-01')", /no function or comparison/],
    ['select a from (values (1)) t(a), (values (1)) u(a)', /More than one table has a column “a”/],
    ['select 1 from (values (1)) t, (values (1)) t', /Two tables go by the name “t”/],
    ["select 'x'::int", /“x” cannot be read as a value/],
    ["select 'soon'::date", /“soon” cannot be read as a date/],
    ["select date '2026-02-30'", /no such day or time/],
    ['select 1 / 0', /divided by zero/],
    ['select (values (1), (2))', /several rows where one value is needed/],
  ])('%s', async (sql, sentence) => {
    const error = await database.query(sql).then(
      () => undefined,
      (reason: unknown) => reason as { code: string; message: string },
    );
    expect(explainError(error!)).toMatch(sentence);
  });

  it('hands on what it does not know', () => {
    expect(explainError({ code: 'XX000', message: 'strange' })).toBe('PostgreSQL says: strange.');
  });
});

it('toPlace counts lines and columns from 1', () => {
  expect(toPlace('ab\ncd', 4)).toEqual({ line: 2, column: 2 });
  expect(toPlace('ab', 0)).toEqual({ line: 1, column: 1 });
});
