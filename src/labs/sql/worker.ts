import { PGlite } from '@electric-sql/pglite';
import bundleUrl from '../../../node_modules/@electric-sql/pglite/dist/pglite.data?url';
import wasmUrl from '../../../node_modules/@electric-sql/pglite/dist/pglite.wasm?url';
import { gradeSql } from '../../lib/grading/sql.ts';
import type { Seed } from '../../lib/grading/sql.ts';
import type { SqlError } from '../../lib/lab/sql/messages.ts';
import type { Result } from '../../lib/lab/sql/result.ts';
import { unpackCluster } from '../../slotlark/cluster.ts';
import { decode, gunzip } from '../../slotlark/data-file.ts';
import { loadSlotlark } from '../../slotlark/load.ts';
import { readBytes, serve } from '../serve.ts';
import { hiddenSchema, runScript } from './engine.ts';
import type { SqlAnswer, SqlJob, SqlStart } from './protocol.ts';

/** Bytes to be read before PostgreSQL can start, unpacked: its program, its files, the rows. */
const expected = 17_800_000;

serve<SqlStart, SqlJob, SqlAnswer>(async ({ folder }, onProgress) => {
  const { engine, schema } = await start(folder, onProgress);
  let hidden: Promise<void> | undefined;
  const loadHidden = async () => {
    const rows = decode(await gunzip(await readBytes(`${folder}hidden.bin`, () => undefined)));
    await loadSlotlark(engine, schema, rows, hiddenSchema);
  };
  /** Results of the items' own queries, which every check asks for again. */
  const known = new Map<string, Result[]>();
  const ask = async (code: string, seed: Seed) => {
    if (seed === 'hidden') await (hidden ??= loadHidden());
    return runScript(engine, code, seed);
  };

  return async ({ script, task }) => {
    const started = performance.now();
    let results: Result[];
    try {
      results = await ask(script, 'practice');
    } catch (error) {
      if (error instanceof Error) throw error;
      return { results: [], error: error as SqlError, milliseconds: performance.now() - started };
    }
    const milliseconds = performance.now() - started;
    if (!task) return { results, milliseconds };
    const grade = await gradeSql(task, script, async (code, seed) => {
      if (code === script) return seed === 'practice' ? results : ask(code, seed);
      const key = `${seed} ${code}`;
      const found = known.get(key) ?? (await ask(code, seed));
      known.set(key, found);
      return found;
    });
    return { results, grade, milliseconds };
  };
});

/** Starts PostgreSQL from a packed directory, which takes a third of making one, and fills it. */
async function start(folder: string, onProgress: (done: number, total: number) => void) {
  let done = 0;
  const read = (url: string) =>
    readBytes(url, (bytes) => {
      done += bytes;
      onProgress(done, Math.max(done, expected));
    });
  const [wasm, bundle, cluster, rows, schemaFile] = await Promise.all([
    read(wasmUrl),
    read(bundleUrl),
    read(`${folder}cluster.bin`),
    read(`${folder}practice.bin`),
    read(`${folder}schema.sql`),
  ]);
  // Everything is here; what follows has no share to tell.
  onProgress(done, done);
  const engine = await PGlite.create({
    pgliteWasmModule: await WebAssembly.compile(wasm),
    fsBundle: new Blob([bundle]),
    loadDataDir: unpackCluster(new Uint8Array(await gunzip(cluster))),
  });
  const schema = new TextDecoder().decode(schemaFile);
  await loadSlotlark(engine, schema, decode(await gunzip(rows)));
  return { engine, schema };
}
