import { loadPyodide } from 'pyodide';
import { gradePython } from '../../lib/grading/python.ts';
import type { Observation } from '../../lib/lab/python/observation.ts';
import type { Seed } from '../../lib/grading/sql.ts';
import { countBytes, readBytes, serve } from '../serve.ts';
import coursePy from './course.py?raw';
import { toObserve } from './engine.ts';
import type { PythonAnswer, PythonJob, PythonStart } from './protocol.ts';

/** Bytes to be read before Python can start, unpacked: its program and its standard library. */
const expected = 12_150_000;

serve<PythonStart, PythonJob, PythonAnswer>(async ({ folder }, onProgress) => {
  const observe = await start(folder, onProgress);
  const texts = new Map<string, Promise<string>>();
  const read = (url: string) => {
    const text =
      texts.get(url) ??
      readBytes(url, () => undefined).then((bytes) => new TextDecoder().decode(bytes));
    texts.set(url, text);
    text.catch(() => texts.delete(url));
    return text;
  };

  return async ({ code, files, folders, task }, print) => {
    const run = async (script: string, seed: Seed, onPrint: (text: string) => void) => {
      const entries = files.map(async (name) => [name, await read(folders[seed] + name)] as const);
      return observe(
        {
          code: script,
          files: Object.fromEntries(await Promise.all(entries)),
          expressions: task?.checks.map(({ expression }) => expression) ?? [],
        },
        onPrint,
      );
    };
    const started = performance.now();
    const observation = await run(code, 'practice', print);
    const milliseconds = performance.now() - started;
    if (!task) return { observation, milliseconds };
    const known = new Map<string, Observation>([[`practice ${code}`, observation]]);
    const grade = await gradePython(task, code, async (script, seed) => {
      const key = `${seed} ${script}`;
      const found = known.get(key) ?? (await run(script, seed, () => undefined));
      known.set(key, found);
      return found;
    });
    return { observation, grade, milliseconds };
  };
});

async function start(folder: string, onProgress: (done: number, total: number) => void) {
  let done = 0;
  const fetchFile = self.fetch.bind(self);
  // Pyodide fetches its files itself; this is the way to tell how far it is.
  self.fetch = async (...request) =>
    countBytes(await fetchFile(...request), (bytes) => {
      done += bytes;
      onProgress(done, Math.max(done, expected));
    });
  const pyodide = await loadPyodide({ indexURL: folder });
  self.fetch = fetchFile;
  return toObserve(pyodide, coursePy);
}
