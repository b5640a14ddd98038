import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { toColumns } from '../../src/slotlark/columns.ts';
import { generate, seeds } from '../../src/slotlark/generate.ts';
import { loadSlotlark } from '../../src/slotlark/load.ts';

export type SeedName = keyof typeof seeds;

export const seedNames = Object.keys(seeds) as SeedName[];

export const schemaSql = readFileSync('src/slotlark/schema.sql', 'utf8');

/** A PGlite with the rows of a seed. */
export async function openSeed(name: SeedName): Promise<PGlite> {
  const pglite = await PGlite.create();
  await loadSlotlark(pglite, schemaSql, toColumns(generate(seeds[name])));
  return pglite;
}

export type Value = string | number | boolean | null;

/** Rows as lists of values; decimals as numbers. */
export async function ask(pglite: PGlite, sql: string): Promise<Value[][]> {
  const { rows } = await pglite.query<Value[]>(sql, [], { rowMode: 'array' });
  return rows.map((row) =>
    row.map((value) =>
      typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value,
    ),
  );
}

/** The one value of a query. */
export async function askOne(pglite: PGlite, sql: string): Promise<Value> {
  return (await ask(pglite, sql))[0]![0]!;
}
