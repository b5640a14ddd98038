import bundleUrl from '../../../node_modules/@electric-sql/pglite/dist/pglite.data?url';
import wasmUrl from '../../../node_modules/@electric-sql/pglite/dist/pglite.wasm?url';
import { LabClient } from '../client.ts';
import { EngineFiles } from '../files.ts';
import { startWorker } from '../start-worker.ts';
import type { SqlAnswer, SqlJob } from './protocol.ts';
import workerUrl from './worker.ts?worker&url';

export type SqlClient = LabClient<SqlJob, SqlAnswer>;

/** Bytes to be read before PostgreSQL can start, unpacked: its program, its files, the rows. */
const expected = 17_800_000;

/**
 * PostgreSQL in a worker, with the practice database.
 *
 * @param folder - address of the files of `src/load/downloads.ts`, with its closing slash.
 */
export const openSql = (folder: string): SqlClient =>
  new LabClient(
    () => startWorker(workerUrl),
    folder,
    new EngineFiles(
      {
        // In a copy that is opened from a folder, only modules know where the copy's files are.
        wasm: new URL(wasmUrl, import.meta.url).href,
        bundle: new URL(bundleUrl, import.meta.url).href,
        cluster: `${folder}cluster.bin`,
        rows: `${folder}practice.bin`,
        schema: `${folder}schema.sql`,
      },
      expected,
    ),
  );
