import { LabClient } from '../client.ts';
import { EngineFiles } from '../files.ts';
import { startWorker } from '../start-worker.ts';
import type { PythonAnswer, PythonJob } from './protocol.ts';
import workerUrl from './worker.ts?worker&url';

export type PythonClient = LabClient<PythonJob, PythonAnswer>;

/** Bytes to be read before Python can start, unpacked: its program and its standard library. */
const expected = 12_150_000;

/** What Pyodide asks for by its names; the module that starts it comes by an import. */
const names = ['pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'];

/**
 * Python in a worker.
 *
 * @param folder - address of the files of `src/pages/labs/python/`, with its closing slash.
 */
export const openPython = (folder: string): PythonClient =>
  new LabClient(
    () => startWorker(workerUrl),
    folder,
    new EngineFiles(Object.fromEntries(names.map((name) => [name, folder + name])), expected),
  );
