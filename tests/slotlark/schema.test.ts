import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSlotlark } from '../../src/load/open-slotlark.ts';
import { columnsOf, tableNames } from '../../src/slotlark/tables.ts';
import type { Kind } from '../../src/slotlark/tables.ts';
import { ask, askOne } from './seed.ts';

const types: Record<Kind, RegExp> = {
  integer: /^integer$/,
  decimal1: /^numeric\(\d+,1\)$/,
  decimal2: /^numeric\(\d+,2\)$/,
  text: /^text$/,
  boolean: /^boolean$/,
  instant: /^timestamp with time zone$/,
  wall: /^timestamp without time zone$/,
  date: /^date$/,
};

let pglite: PGlite;
beforeAll(async () => {
  pglite = await openSlotlark('practice');
});
afterAll(() => pglite.close());

describe('the schema', () => {
  it('has the tables and columns of tables.ts, in the same order', async () => {
    const rows = await ask(
      pglite,
      `select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), not a.attnotnull
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       order by c.oid, a.attnum`,
    );
    const wanted = tableNames.flatMap((table) =>
      columnsOf(table).map(({ name, kind, nullable }) => [
        table,
        name,
        expect.stringMatching(types[kind]),
        nullable,
      ]),
    );
    expect(rows).toEqual(wanted);
  });

  it('explains every table and column', async () => {
    const silent = await ask(
      pglite,
      `select c.relname, a.attname from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum >= 0
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and coalesce(length(col_description(c.oid, a.attnum)), 0) < 12
       union all
       select relname, null from pg_class
       where relkind = 'r' and relnamespace = 'public'::regnamespace
       and coalesce(length(obj_description(oid)), 0) < 12`,
    );
    expect(silent).toEqual([]);
  });

  it('does not give a story away', async () => {
    const comments = await ask(
      pglite,
      `select description from pg_description
       where objoid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`,
    );
    const text = comments.flat().join('\n');
    for (const word of ['noshow', 'curly', '4.12.0', '2026.10', 'twice', 'Nordlicht', '31 s']) {
      expect(text).not.toContain(word);
    }
  });

  it('gives every table a primary key', async () => {
    const keys = await askOne(
      pglite,
      `select count(*) from pg_constraint
       where contype = 'p' and connamespace = 'public'::regnamespace`,
    );
    expect(keys).toBe(tableNames.length);
  });

  it('answers the search for overlaps by its index', async () => {
    const plan = await ask(
      pglite,
      `explain select * from bookings where staff_id = 103 and starts_at_utc > '2026-04-01'`,
    );
    expect(plan.join('\n')).toContain('bookings_staff_start');
  });

  it('reads decimals and times as they were written', async () => {
    const [row] = await ask(
      pglite,
      `select (select price::text from services where service_id = 1),
       (select string_agg(distinct cost_cents::text, ' ') from reminders),
       (select local_start::text from bookings where booking_id = 20417),
       (select (starts_at_utc at time zone 'UTC')::text from bookings where booking_id = 20417),
       (select min(requests_per_second)::text ~ '^\\d+\\.\\d$' from minute_metrics)`,
    );
    expect(row).toEqual([
      expect.anything(),
      '0.02 12.60 4.20 8.40',
      '2026-04-16 08:30:00',
      '2026-04-16 07:30:00',
      true,
    ]);
  });
});
