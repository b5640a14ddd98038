import { PGlite } from '@electric-sql/pglite';
import { gradeSql } from '../../lib/grading/sql.ts';
import type { Seed } from '../../lib/grading/sql.ts';
import type { SqlError } from '../../lib/lab/sql/messages.ts';
import type { Result } from '../../lib/lab/sql/result.ts';
import { unpackCluster } from '../../slotlark/cluster.ts';
import { decode, gunzip } from '../../slotlark/data-file.ts';
import { loadSlotlark } from '../../slotlark/load.ts';
import { readFile } from '../files.ts';
import type { Start } from '../protocol.ts';
import { serve } from '../serve.ts';
import { hiddenSchema, isSpent, runScript } from './engine.ts';
import type { SqlAnswer, SqlJob } from './protocol.ts';

serve<SqlJob, SqlAnswer>(async ({ folder, files }) => {
  const { engine, schema } = await start(files);
  let hidden: Promise<void> | undefined;
  const loadHidden = async () => {
    const rows = decode(await gunzip(await readFile(`${folder}hidden.bin`)));
    await loadSlotlark(engine, schema, rows, hiddenSchema);
  };
  /** Results of the items' own queries, which every check asks for again. */
  const known = new Map<string, Result[]>();
  const ask = async (code: string, seed: Seed) => {
    if (seed === 'hidden') {
      hidden ??= loadHidden();
      hidden.catch(() => (hidden = undefined));
      await hidden;
    }
    return runScript(engine, code, seed);
  };
  const answer = async ({ script, task }: SqlJob): Promise<SqlAnswer> => {
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
  return async (job) => ({ answer: await answer(job), isSpent: isSpent(engine) });
});

/** Starts PostgreSQL from a packed directory, which takes a third of making one, and fills it. */
async function start(files: Start['files']) {
  const read = async (name: string) => new Uint8Array(await files[name]!.arrayBuffer());
  const [wasm, cluster, rows] = await Promise.all(['wasm', 'cluster', 'rows'].map(read));
  const engine = await PGlite.create({
    pgliteWasmModule: await WebAssembly.compile(wasm!),
    fsBundle: files.bundle!,
    loadDataDir: unpackCluster(new Uint8Array(await gunzip(cluster!))),
  });
  const schema = await files.schema!.text();
  await loadSlotlark(engine, schema, decode(await gunzip(rows!)));
  return { engine, schema };
}
