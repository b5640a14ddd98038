/** Runs in the browser that src/cli/bench/slotlark.ts drives: makes Slotlark's database ready, one way or another. */
import { toColumns, toWord } from '../../slotlark/columns.ts';
import type { Column, Columns } from '../../slotlark/columns.ts';
import { unpackCluster } from '../../slotlark/cluster.ts';
import { decode, gunzip } from '../../slotlark/data-file.ts';
import { generate, seeds } from '../../slotlark/generate.ts';
import { loadSlotlark, toSections } from '../../slotlark/load.ts';
import { tableNames } from '../../slotlark/tables.ts';
import type { PGlite, PGliteOptions } from '@electric-sql/pglite';

async function create(options: PGliteOptions = {}): Promise<PGlite> {
  const url = '/pglite/index.js';
  const { PGlite: Engine } = (await import(/* @vite-ignore */ url)) as { PGlite: typeof PGlite };
  return Engine.create(options);
}

const getBytes = async (path: string) => new Uint8Array(await (await fetch(path)).arrayBuffer());
const getText = async (path: string) => (await fetch(path)).text();
const getSchema = () => getText('/src/slotlark/schema.sql');
const getData = async () => decode(await gunzip(await getBytes('/files/data.gz')));
const getCluster = async () => ({
  loadDataDir: unpackCluster(await gunzip(await getBytes('/files/cluster.gz'))),
});

/** Ways to the ready database. Downloads start together with PGlite's own. */
export const ways = {
  empty: () => create(),
  cluster: async () => create(await getCluster()),
  insert: () => withRows(create(), getData(), insert),
  text: () => withRows(create(), getData(), copyText),
  binary: () => withRows(create(), getData()),
  generator: () => withRows(create(), ownRows),
  clusterBinary: () =>
    withRows(
      getCluster().then((options) => create(options)),
      getData(),
    ),
  clusterGenerator: () =>
    withRows(
      getCluster().then((options) => create(options)),
      ownRows,
    ),
  dump: async () => create({ loadDataDir: await (await fetch('/files/dump.gz')).blob() }),
};

const ownRows = () => toColumns(generate(seeds.practice));

type Load = (pglite: PGlite, schema: string, columns: Columns) => Promise<void>;

async function withRows(
  starting: Promise<PGlite>,
  columns: Promise<Columns> | (() => Columns),
  load: Load = loadSlotlark,
): Promise<PGlite> {
  const schema = getSchema();
  const pglite = await starting;
  const rows = typeof columns === 'function' ? columns() : await columns;
  await load(pglite, await schema, rows);
  return pglite;
}

const wordOf = (column: Column, row: number, none: string): string => {
  const value = column.values[row]!;
  return value === null ? none : toWord(column, value);
};

async function copyText(pglite: PGlite, schema: string, columns: Columns): Promise<void> {
  const { tables, rest } = toSections(schema);
  await pglite.exec(`begin;\n${tables}`);
  for (const table of tableNames) {
    const lines = columns[table][0]!.values.map((_, row) =>
      columns[table].map((column) => wordOf(column, row, '\\N')).join('\t'),
    );
    const blob = new Blob([`${lines.join('\n')}\n`]);
    await pglite.query(`copy ${table} from '/dev/blob'`, [], { blob });
  }
  await pglite.exec(`${rest}\nset local default_statistics_target = 10; analyze;\ncommit;`);
}

async function insert(pglite: PGlite, schema: string, columns: Columns): Promise<void> {
  const { tables, rest } = toSections(schema);
  await pglite.exec(`begin;\n${tables}`);
  for (const table of tableNames) {
    const rows = columns[table][0]!.values.map((_, row) => {
      const words = columns[table].map((column) => {
        const word = wordOf(column, row, '');
        return column.values[row] === null ? 'null' : `'${word.replaceAll("'", "''")}'`;
      });
      return `(${words.join(',')})`;
    });
    for (let at = 0; at < rows.length; at += 2_000) {
      await pglite.exec(`insert into ${table} values ${rows.slice(at, at + 2_000).join(',')}`);
    }
  }
  await pglite.exec(`${rest}\nset local default_statistics_target = 10; analyze;\ncommit;`);
}
