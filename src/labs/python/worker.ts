import { loadPyodide } from 'pyodide';
import { gradePython } from '../../lib/grading/python.ts';
import type { Observation } from '../../lib/lab/python/observation.ts';
import type { Seed } from '../../lib/grading/sql.ts';
import { Unread, readFile } from '../files.ts';
import type { Start } from '../protocol.ts';
import { serve } from '../serve.ts';
import coursePy from './course.py?raw';
import guardPy from './guard.py?raw';
import { toObserve, toOptions } from './engine.ts';
import type { PythonAnswer, PythonJob } from './protocol.ts';

serve<PythonJob, PythonAnswer>(async (given) => {
  const observe = await start(given);
  const texts = new Map<string, Promise<string>>();
  const read = (url: string) => {
    const text = texts.get(url) ?? readFile(url).then((bytes) => new TextDecoder().decode(bytes));
    texts.set(url, text);
    text.catch(() => texts.delete(url));
    return text;
  };

  const answer = async (
    { code, files, folders, task }: PythonJob,
    print: (text: string) => void,
  ): Promise<PythonAnswer> => {
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
  return async (job, print) => {
    const given = await answer(job, print);
    return { answer: given, isSpent: given.observation.isSpent ?? false };
  };
});

async function start({ folder, files }: Start) {
  const module = 'pyodide.asm.mjs';
  // The one file that Pyodide imports; that it did not come shows only here.
  await import(/* @vite-ignore */ folder + module).catch(() => {
    throw new Unread(folder + module);
  });
  const fetchFile = self.fetch.bind(self);
  // Pyodide fetches the others itself, and gets what the page has loaded.
  self.fetch = async (request, options) => {
    const url = request instanceof Request ? request.url : String(request);
    const name = url.slice(folder.length);
    const file = url.startsWith(folder) ? files[name] : undefined;
    if (!file) return fetchFile(request, options);
    const type = name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
    return new Response(file, { headers: { 'content-type': type } });
  };
  const pyodide = await loadPyodide(toOptions(folder));
  self.fetch = fetchFile;
  return toObserve(pyodide, guardPy + coursePy);
}
