import type { PyodideInterface } from 'pyodide';
import type { Observation } from '../../lib/lab/python/observation.ts';

/** A script to be run: its files by name, and what is asked of it afterwards. */
export interface Script {
  code: string;
  files: Readonly<Record<string, string>>;
  expressions: readonly string[];
}

/**
 * Sets up Python for scripts.
 *
 * @param coursePy - the text of course.py.
 * @returns a function that runs a script in a fresh folder, and hands on what it prints.
 */
export function toObserve(
  pyodide: PyodideInterface,
  coursePy: string,
): (script: Script, onPrint: (text: string) => void) => Observation {
  pyodide.runPython(coursePy);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-call -- Pyodide types its proxies as `any`.
  const observe = pyodide.globals.get('observe') as (
    request: string,
    emit: (text: string) => void,
  ) => string;
  return (script, onPrint) => JSON.parse(observe(JSON.stringify(script), onPrint)) as Observation;
}
