import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Download } from '../lib/course/manifest.ts';
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

/** What the labs load: the rows of a seed, and the schema they belong to. */
const loaded = ['practice.bin.gz', 'hidden.bin.gz', 'schema.sql'] as const;

type Name = keyof typeof offered | (typeof loaded)[number];

export const databaseFiles: readonly Name[] = [
  ...(Object.keys(offered) as (keyof typeof offered)[]),
  ...loaded,
];

/** The files that the data page offers, with their sizes. */
export function getDownloads(): Download[] {
  return Object.entries(offered).map(([name, title]) => ({
    id: name.replace('.', '-'),
    name,
    title,
    bytes: statSync(toFile(name as Name)).size,
  }));
}

/** The bytes of one file of the practice database. */
export const readDatabaseFile = (name: Name) => Uint8Array.from(readFileSync(toFile(name)));

/** Path of a file, which is made where the generator has changed since. */
function toFile(name: Name): string {
  const folder = join(cacheFolder(process.cwd()), hashGenerator(process.cwd()));
  const file = join(folder, name);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, make(name));
  }
  return file;
}

let columns: Columns | undefined;
const practice = () => (columns ??= toColumns(generate(seeds.practice)));

function make(name: Name): Uint8Array | string {
  switch (name) {
    case 'slotlark.sqlite':
      return toSqlite(practice(), schemaSql());
    case 'slotlark-csv.zip':
      return toCsvArchive(practice());
    case 'slotlark.sql':
      return toSql(practice(), schemaSql());
    case 'practice.bin.gz':
      return gzipSync(encode(practice()), { level: 9 });
    case 'hidden.bin.gz':
      return gzipSync(encode(toColumns(generate(seeds.hidden))), { level: 9 });
    case 'schema.sql':
      return schemaSql();
  }
}
