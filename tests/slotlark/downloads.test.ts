import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inflateRawSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { describe, expect, it } from 'vitest';
import { openSlotlark, schemaSql } from '../../src/load/open-slotlark.ts';
import { packCluster, unpackCluster } from '../../src/slotlark/cluster.ts';
import { toColumns } from '../../src/slotlark/columns.ts';
import { toCsvArchive, toCsvFiles, toSql, toSqlite } from '../../src/slotlark/downloads.ts';
import { generate, seeds } from '../../src/slotlark/generate.ts';
import { loadSlotlark } from '../../src/slotlark/load.ts';
import { tableNames } from '../../src/slotlark/tables.ts';
import { askOne } from './seed.ts';

const columns = toColumns(generate(seeds.practice));
const schema = schemaSql();

/** Questions that every form answers alike. */
const questions = {
  bookings: 'select count(*) from bookings',
  revenue: `select sum(amount_eur_cents) from payments where status = 'succeeded'`,
  noShows: `select count(*) from bookings where status in ('no_show', 'noshow')`,
  churned: 'select count(*) from merchants where churned_at is not null',
  overlaps: `select count(*) from bookings a join bookings b on a.staff_id = b.staff_id
    and a.booking_id < b.booking_id and a.starts_at_utc < b.ends_at_utc
    and b.starts_at_utc < a.ends_at_utc`,
  cents: `select round(sum(cost_cents)) from reminders`,
};

async function answersOf(pglite: PGlite): Promise<Record<string, number>> {
  const answers: Record<string, number> = {};
  for (const [name, sql] of Object.entries(questions)) {
    answers[name] = Number(await askOne(pglite, sql));
  }
  return answers;
}

const wanted = openSlotlark('practice').then(async (pglite) => {
  const answers = await answersOf(pglite);
  await pglite.close();
  return answers;
});

/** The directory of an empty PostgreSQL, packed. */
const empty = PGlite.create().then(async (pglite) => {
  const file = await packCluster(pglite);
  await pglite.close();
  return file;
});

const openEmpty = async () => PGlite.create({ loadDataDir: unpackCluster(await empty) });

describe('the SQL script', () => {
  it('fills an empty PostgreSQL', async () => {
    const pglite = await openEmpty();
    await pglite.exec(toSql(columns, schema));
    expect(await answersOf(pglite)).toEqual(await wanted);
    const comment = await askOne(pglite, `select obj_description('bookings'::regclass)`);
    expect(comment).toContain('One row per booking');
    await pglite.close();
  });
});

describe('the SQLite file', () => {
  const bytes = toSqlite(columns, schema);

  it('answers as PostgreSQL does, with sound keys', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'slotlark-test-'));
    writeFileSync(join(folder, 'file.sqlite'), bytes);
    const database = new DatabaseSync(join(folder, 'file.sqlite'));
    const one = (sql: string) => Object.values(database.prepare(sql).get()!)[0];
    const answers = Object.fromEntries(
      Object.entries(questions).map(([name, sql]) => [name, Number(one(sql))]),
    );
    expect(answers).toEqual(await wanted);
    expect(database.prepare('pragma foreign_key_check').all()).toEqual([]);
    expect(one(`select count(*) from sqlite_master where sql like 'create index%'`)).toBe(
      schema.match(/^create index/gm)!.length,
    );
    expect(
      one(`select datetime(created_at, '+1 hour') from bookings where booking_id = 20417`),
    ).toBe('2026-04-14 19:42:07');
    database.close();
    rmSync(folder, { recursive: true });
  });

  it('has the same bytes every time', () => {
    expect(toSqlite(columns, schema).equals(bytes)).toBe(true);
  });
});

describe('the CSV files', () => {
  it('hold every row, with times and quotes that other tools read', () => {
    const files = toCsvFiles(columns);
    expect([...files.keys()]).toEqual(tableNames.map((table) => `${table}.csv`));
    for (const table of tableNames) {
      const lines = files.get(`${table}.csv`)!.trimEnd().split('\n');
      expect(lines).toHaveLength(columns[table][0]!.values.length + 1);
    }
    const bookings = files.get('bookings.csv')!;
    expect(bookings).toContain('\n20417,34,');
    expect(bookings).toContain(',2026-04-14T18:42:07Z,2026-04-16T07:30:00Z,');
    expect(bookings).toContain(',2026-04-16T08:30:00,completed,,');
    expect(files.get('services.csv')).toContain('"Mathematics, one to one"');
  });

  it('come in an archive of the same bytes every time', () => {
    const archive = toCsvArchive(columns);
    expect(toCsvArchive(columns).equals(archive)).toBe(true);
    // The first entry, read by the format's own offsets.
    const name = archive.readUInt16LE(26);
    const start = 30 + name + archive.readUInt16LE(28);
    const text = inflateRawSync(archive.subarray(start, start + archive.readUInt32LE(18)));
    expect(archive.subarray(30, 30 + name).toString()).toBe('merchants.csv');
    expect(text.toString()).toBe(toCsvFiles(columns).get('merchants.csv'));
    expect(archive.readUInt16LE(archive.length - 12)).toBe(tableNames.length);
  });
});

describe('the packed directory', () => {
  it('starts an empty PGlite that takes the rows', async () => {
    expect((await empty).length).toBeLessThan(27_000_000);
    const pglite = await openEmpty();
    await loadSlotlark(pglite, schema, columns);
    expect(await answersOf(pglite)).toEqual(await wanted);
    await pglite.close();
  });
});
