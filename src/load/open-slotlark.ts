import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { hiddenSchema } from '../labs/sql/engine.ts';
import { packCluster, unpackCluster } from '../slotlark/cluster.ts';
import { toColumns } from '../slotlark/columns.ts';
import { generate, seeds } from '../slotlark/generate.ts';
import { loadSlotlark } from '../slotlark/load.ts';
import { cacheFolder, hashGenerator } from './slotlark-cache.ts';

/**
 * Opens a PostgreSQL with both seeds of the practice database, as the labs have it.
 *
 * @param seed - whose rows a query meets.
 */
export async function openSlotlark(seed: keyof typeof seeds = 'practice'): Promise<PGlite> {
  const packed = Uint8Array.from(gunzipSync(readFileSync(await packSlotlark())));
  const database = await PGlite.create({ loadDataDir: unpackCluster(packed) });
  if (seed === 'hidden') await database.exec(`set search_path = ${hiddenSchema}`);
  return database;
}

/**
 * Keeps the loaded database in one file, which opens in a fraction of the time that generating and
 * loading take, until the generator or PGlite changes. Gives the file's path.
 */
async function packSlotlark(): Promise<string> {
  const pglite = readFileSync('node_modules/@electric-sql/pglite/package.json', 'utf8');
  const { version } = JSON.parse(pglite) as { version: string };
  const file = join(cacheFolder, `seeds-${hashGenerator(version)}.bin.gz`);
  if (existsSync(file)) return file;

  const database = await loadBothSeeds();
  const packed = gzipSync(await packCluster(database), { level: 1 });
  await database.close();
  mkdirSync(cacheFolder, { recursive: true });
  // Whoever looks meanwhile finds the whole file or none.
  writeFileSync(`${file}.${process.pid}`, packed);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

async function loadBothSeeds(): Promise<PGlite> {
  const database = await PGlite.create();
  await loadSlotlark(database, schemaSql(), toColumns(generate(seeds.practice)));
  await loadSlotlark(database, schemaSql(), toColumns(generate(seeds.hidden)), hiddenSchema);
  return database;
}

/** The text of schema.sql. */
export const schemaSql = (): string => readFileSync('src/slotlark/schema.sql', 'utf8');
