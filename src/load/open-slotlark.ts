import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { hiddenSchema } from '../labs/sql/engine.ts';
import { toColumns } from '../slotlark/columns.ts';
import { generate, seeds } from '../slotlark/generate.ts';
import { loadSlotlark } from '../slotlark/load.ts';

/** Opens the practice database, fresh from its generator, in a PostgreSQL of its own. */
export async function openSlotlark(seed: keyof typeof seeds): Promise<PGlite> {
  const database = new PGlite();
  await loadSlotlark(database, schemaSql(), toColumns(generate(seeds[seed])));
  return database;
}

/** Opens a PostgreSQL with both seeds, as the labs have it. */
export async function openBothSeeds(): Promise<PGlite> {
  const database = await openSlotlark('practice');
  await loadSlotlark(database, schemaSql(), toColumns(generate(seeds.hidden)), hiddenSchema);
  return database;
}

/** The text of schema.sql. */
export const schemaSql = (): string => readFileSync('src/slotlark/schema.sql', 'utf8');
