import type { Columns } from './columns.ts';
import { toCopyBinary } from './copy-binary.ts';
import { tableNames } from './tables.ts';

/** What loading asks of PGlite; a client of one that runs in a worker will do too. */
interface Target {
  exec: (sql: string) => Promise<unknown>;
  query: (sql: string, values: unknown[], options: { blob: Blob }) => Promise<unknown>;
}

/**
 * Puts Slotlark's database into an empty PGlite: tables, rows, then keys and indexes, which are
 * built faster over rows that are there, and comments.
 *
 * @param schemaSql - the text of schema.sql.
 * @param columns - from the data file (`decode`) or from the generator (`toColumns`).
 * @param schema - where the tables go; a second set of rows stands beside the first.
 */
export async function loadSlotlark(
  pglite: Target,
  schemaSql: string,
  columns: Columns,
  schema = 'public',
): Promise<void> {
  const { tables, rest } = toSections(schemaSql);
  await pglite.exec(
    `begin; create schema if not exists ${schema}; set local search_path = ${schema};\n${tables}`,
  );
  for (const table of tableNames) {
    const blob = toCopyBinary(columns[table]);
    await pglite.query(`copy ${table} from '/dev/blob' (format binary)`, [], { blob });
  }
  await pglite.exec(`${rest}\n${analyze}\ncommit;`);
}

/**
 * Without statistics PostgreSQL takes seconds, now and then, for what it does in milliseconds with
 * them. A tenth of the usual sample is enough for plans, and is drawn in a third of the time.
 */
const analyze = 'set local default_statistics_target = 10;\nanalyze;';

/** Splits schema.sql into what stands before the rows and what comes after them. */
export function toSections(schemaSql: string): { tables: string; rest: string } {
  const at = schemaSql.indexOf('-- section: keys');
  if (at < 0) throw new Error('schema.sql has no section "keys".');
  return { tables: schemaSql.slice(0, at), rest: schemaSql.slice(at) };
}
