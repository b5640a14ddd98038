import { PGlite } from '@electric-sql/pglite';
import bundleUrl from '../../../node_modules/@electric-sql/pglite/dist/pglite.data?url';
import wasmUrl from '../../../node_modules/@electric-sql/pglite/dist/pglite.wasm?url';
import type { SqlError } from '../../lib/sql/messages.ts';
import { unpackCluster } from '../../slotlark/cluster.ts';
import { decode, gunzip } from '../../slotlark/data-file.ts';
import { loadSlotlark } from '../../slotlark/load.ts';
import { runScript } from './engine.ts';
import type { Reply, Request } from './protocol.ts';

/** Bytes to be read before PostgreSQL can start, unpacked: its program, its files, the rows. */
const expected = 17_800_000;

const post = (reply: Reply) => {
  self.postMessage(reply);
};

let database: Promise<PGlite> | undefined;

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'start') {
    database = start(data.folder);
    database.then(
      () => post({ kind: 'ready' }),
      (error: unknown) => post({ kind: 'broken', message: String(error) }),
    );
  } else void run(data.id, data.script);
});

async function run(id: number, script: string): Promise<void> {
  try {
    const engine = await database!;
    const started = performance.now();
    const results = await runScript(engine, script);
    post({ kind: 'results', id, results, milliseconds: performance.now() - started });
  } catch (error) {
    // Memory that ran out leaves an engine that cannot go on.
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
      post({ kind: 'broken', message: error.message });
    } else post({ kind: 'error', id, error: error as SqlError });
  }
}

/** Starts PostgreSQL from a packed directory, which takes a third of making one, and fills it. */
async function start(folder: string): Promise<PGlite> {
  let done = 0;
  const read = (url: string) =>
    readBytes(url, (bytes) => {
      done += bytes;
      post({ kind: 'progress', done, total: Math.max(done, expected) });
    });
  const [wasm, bundle, cluster, rows, schema] = await Promise.all([
    read(wasmUrl),
    read(bundleUrl),
    read(`${folder}cluster.bin`),
    read(`${folder}practice.bin`),
    read(`${folder}schema.sql`),
  ]);
  // Everything is here; what follows has no share to tell.
  post({ kind: 'progress', done, total: done });
  const engine = await PGlite.create({
    pgliteWasmModule: await WebAssembly.compile(wasm),
    fsBundle: new Blob([bundle]),
    loadDataDir: unpackCluster(new Uint8Array(await gunzip(cluster))),
  });
  await loadSlotlark(engine, new TextDecoder().decode(schema), decode(await gunzip(rows)));
  return engine;
}

async function readBytes(url: string, onBytes: (count: number) => void) {
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new Error(`${url} cannot be loaded`);
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        onBytes(chunk.length);
        controller.enqueue(chunk);
      },
    }),
  );
  return new Uint8Array(await new Response(counted).arrayBuffer());
}
