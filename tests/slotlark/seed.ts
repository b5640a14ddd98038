import type { PGlite } from '@electric-sql/pglite';
import { seeds } from '../../src/slotlark/generate.ts';

type SeedName = keyof typeof seeds;

export const seedNames = Object.keys(seeds) as SeedName[];

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
