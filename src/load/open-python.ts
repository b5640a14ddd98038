import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPyodide } from 'pyodide';
import { toObserve, toOptions } from '../labs/python/engine.ts';

/** Starts the lab's Python in Node, with what the lab puts around a script. */
export async function openPython(): Promise<ReturnType<typeof toObserve>> {
  // By itself it asks a stack trace for its folder, which source maps lead astray.
  const indexURL = dirname(fileURLToPath(import.meta.resolve('pyodide')));
  const setup = ['guard', 'course'].map((name) =>
    readFileSync(`src/labs/python/${name}.py`, 'utf8'),
  );
  return toObserve(await loadPyodide(toOptions(indexURL)), setup.join(''));
}
