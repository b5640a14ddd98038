import type { PyodideInterface, loadPyodide } from 'pyodide';
import type { PyProxy } from 'pyodide/ffi';
import type { Observation } from '../../lib/lab/python/observation.ts';

/** A script to be run: its files by name, and what is asked of it afterwards. */
export interface Script {
  code: string;
  files: Readonly<Record<string, string>>;
  expressions: readonly string[];
}

/**
 * How Python is loaded. What a script finds in the module `js` is what Pyodide needs itself, the
 * timers: neither the network nor the worker's own messages.
 */
export const toOptions = (indexURL: string): Parameters<typeof loadPyodide>[0] => ({
  indexURL,
  jsglobals: {
    setTimeout: setTimeout.bind(globalThis),
    clearTimeout: clearTimeout.bind(globalThis),
  },
});

/**
 * Sets up Python for scripts.
 *
 * @param setup - the texts of guard.py and course.py, one after the other.
 * @returns a function that runs a script in a fresh folder, and hands on what it prints.
 */
export function toObserve(
  pyodide: PyodideInterface,
  setup: string,
): (script: Script, onPrint: (text: string) => void) => Observation {
  // A namespace of its own: `__main__` is what scripts can import.
  const own = pyodide.toPy({}) as PyProxy & { get: (name: string) => unknown };
  pyodide.runPython(setup, { globals: own });
  const observe = own.get('observe') as (request: string, emit: (text: string) => void) => string;
  return (script, onPrint) => JSON.parse(observe(JSON.stringify(script), onPrint)) as Observation;
}
