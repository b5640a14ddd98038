/** The practice database in forms that other tools open. For Node only; the same bytes every time. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { toText } from './clock.ts';
import { toWord } from './columns.ts';
import type { Column, Columns } from './columns.ts';
import { toSections } from './load.ts';
import { columnsOf, tableNames } from './tables.ts';
import type { Kind, TableName } from './tables.ts';

/** One file that `psql --file` and other PostgreSQL clients run: schema, rows, keys, indexes. */
export function toSql(columns: Columns, schemaSql: string): string {
  const { tables, rest } = toSections(schemaSql);
  const rows = tableNames.map((table) =>
    inRuns(toRowTexts(columns[table], toSqlWord), (run) => {
      const values = run.map((row) => `(${row.join(', ')})`).join(',\n');
      return `insert into ${table} values\n${values};\n`;
    }).join(''),
  );
  return `begin;\nset local time zone 'UTC';\n\n${tables}\n${rows.join('\n')}\n${rest}\ncommit;\nanalyze;\n`;
}

/** One CSV file for each table, with a header line. NULL is an empty field; times are ISO 8601. */
export function toCsvFiles(columns: Columns): Map<string, string> {
  return new Map(
    tableNames.map((table) => {
      const header = columns[table].map(({ name }) => name);
      const lines = [header, ...toRowTexts(columns[table], toCsvWord)].map((row) => row.join(','));
      return [`${table}.csv`, `${lines.join('\n')}\n`];
    }),
  );
}

/** The CSV files as one archive. */
export function toCsvArchive(columns: Columns): Buffer {
  const files = [...toCsvFiles(columns)].map(([name, text]) => [name, strToU8(text)] as const);
  // The same moment in every archive, so that equal files give equal bytes.
  return Buffer.from(
    zipSync(Object.fromEntries(files), { level: 9, mtime: '2026-09-15T00:00:00' }),
  );
}

/** A SQLite database: times are texts in UTC (`2026-04-14 18:42:07`), booleans 0 or 1. */
export function toSqlite(columns: Columns, schemaSql: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'slotlark-'));
  const file = join(folder, 'slotlark.sqlite');
  const database = new DatabaseSync(file);
  try {
    database.exec('pragma journal_mode = off; pragma synchronous = off; begin');
    for (const table of tableNames) {
      database.exec(toSqliteTable(table, schemaSql));
      const marks = columns[table].map(() => '?').join(', ');
      const insert = database.prepare(`insert into ${table} values (${marks})`);
      const count = columns[table][0]!.values.length;
      for (let row = 0; row < count; row += 1) {
        insert.run(...columns[table].map((column) => toSqliteValue(column, row)));
      }
    }
    database.exec(
      [...(schemaSql.match(/^create index .*;$/gm) ?? []), 'commit; vacuum'].join('\n'),
    );
  } finally {
    database.close();
  }
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}

type ToWord = (column: Column, value: number | null) => string;

const toRowTexts = (columns: readonly Column[], toText: ToWord): string[][] =>
  columns[0]!.values.map((_, row) => columns.map((column) => toText(column, column.values[row]!)));

/** Statements of a thousand rows are quick to run and still readable. */
function inRuns<Item>(items: readonly Item[], toStatement: (run: Item[]) => string): string[] {
  const count = Math.ceil(items.length / 1_000);
  return Array.from({ length: count }, (_, run) =>
    toStatement(items.slice(run * 1_000, (run + 1) * 1_000)),
  );
}

const numeric = new Set<Kind>(['integer', 'decimal1', 'decimal2']);

const toSqlWord: ToWord = (column, value) => {
  if (value === null) return 'null';
  if (column.kind === 'boolean') return value === 1 ? 'true' : 'false';
  const word = toWord(column, value);
  return numeric.has(column.kind) ? word : `'${word.replaceAll("'", "''")}'`;
};

const toCsvWord: ToWord = (column, value) => {
  if (value === null) return '';
  if (column.kind === 'boolean') return value === 1 ? 'true' : 'false';
  if (column.kind === 'instant') return `${toText(value).replace(' ', 'T')}Z`;
  if (column.kind === 'wall') return toText(value).replace(' ', 'T');
  const word = toWord(column, value);
  return /[",\n]/.test(word) ? `"${word.replaceAll('"', '""')}"` : word;
};

function toSqliteValue(column: Column, row: number): string | number | null {
  const value = column.values[row]!;
  if (value === null || column.kind === 'boolean') return value;
  if (column.kind === 'instant') return toText(value);
  return numeric.has(column.kind) ? Number(toWord(column, value)) : toWord(column, value);
}

const sqliteTypes: Partial<Record<Kind, string>> = {
  integer: 'integer',
  boolean: 'integer',
  decimal1: 'real',
  decimal2: 'real',
};

/** SQLite takes keys only with the table itself, so they move there from where schema.sql has them. */
function toSqliteTable(table: TableName, schemaSql: string): string {
  const key = new RegExp(`^alter table ${table} add primary key \\((\\w+)\\)`, 'm').exec(schemaSql);
  const links = schemaSql.matchAll(
    new RegExp(`^alter table ${table} add (foreign key \\(\\w+\\) references \\w+);`, 'gm'),
  );
  const columns = columnsOf(table).map(({ name, kind, nullable }) => {
    const type = sqliteTypes[kind] ?? 'text';
    return `  ${name} ${type}${name === key?.[1] ? ' primary key' : ''}${nullable ? '' : ' not null'}`;
  });
  const lines = [...columns, ...[...links].map(([, link]) => `  ${link}`)];
  return `create table ${table} (\n${lines.join(',\n')}\n)`;
}
