import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import type { Download } from '../lib/course/manifest.ts';
import { packCluster } from '../slotlark/cluster.ts';
import { toColumns } from '../slotlark/columns.ts';
import type { Columns } from '../slotlark/columns.ts';
import { encode } from '../slotlark/data-file.ts';
import { toCsvArchive, toSql, toSqlite } from '../slotlark/downloads.ts';
import { generate, seeds } from '../slotlark/generate.ts';
import { schemaSql } from './open-slotlark.ts';
import { cacheFolder, hashGenerator } from './slotlark-cache.ts';

/** What readers may take away: file name, and the words of its link. */
const offered = {
  'slotlark.sqlite': 'One SQLite file',
  'slotlark-csv.zip': 'CSV files, one a table',
  'slotlark.sql': 'One SQL script for PostgreSQL',
} as const;

/** What the labs load: an empty PostgreSQL, the rows of a seed, and the schema they belong to. */
const loaded = ['cluster.bin', 'practice.bin', 'hidden.bin', 'schema.sql'] as const;

type Name = keyof typeof offered | (typeof loaded)[number];

export const databaseFiles: readonly Name[] = [
  ...(Object.keys(offered) as (keyof typeof offered)[]),
  ...loaded,
];

/** The files that the data page offers, with their sizes. */
export function getDownloads(): Promise<Download[]> {
  const downloads = Object.entries(offered).map(async ([name, title]) => ({
    id: name.replace('.', '-'),
    name,
    title,
    bytes: statSync(await toFile(name as Name)).size,
  }));
  return Promise.all(downloads);
}

/** The bytes of one file of the practice database. */
export const readDatabaseFile = async (name: Name) =>
  Uint8Array.from(readFileSync(await toFile(name)));

/** Path of a file, which is made where the generator has changed since. */
async function toFile(name: Name): Promise<string> {
  const folder = join(cacheFolder, hashGenerator());
  const file = join(folder, name);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, await make(name));
  }
  return file;
}

let columns: Columns | undefined;
const practice = () => (columns ??= toColumns(generate(seeds.practice)));

async function make(name: Name): Promise<Uint8Array | string> {
  switch (name) {
    case 'cluster.bin':
      return gzipSync(await packEmpty(), { level: 9 });
    case 'slotlark.sqlite':
      return toSqlite(practice(), schemaSql());
    case 'slotlark-csv.zip':
      return toCsvArchive(practice());
    case 'slotlark.sql':
      return toSql(practice(), schemaSql());
    case 'practice.bin':
      return gzipSync(encode(practice()), { level: 9 });
    case 'hidden.bin':
      return gzipSync(encode(toColumns(generate(seeds.hidden))), { level: 9 });
    case 'schema.sql':
      return schemaSql();
  }
}

async function packEmpty(): Promise<Uint8Array> {
  const database = await PGlite.create();
  const packed = await packCluster(database);
  await database.close();
  return packed;
}
