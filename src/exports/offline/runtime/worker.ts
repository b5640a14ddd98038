import { keepBlobs } from './blobs.ts';
import { serveFetch } from './fetch.ts';
import { Modules } from './modules.ts';
import type { Declare } from './modules.ts';
import { toVirtual } from './places.ts';
import { toScript, toTake } from './take.ts';
import type { Answer, Answers, Introduction, Outcome, Question } from './worker-protocol.ts';

/** The script of every worker of a copy: what its page has told it to run, it runs as a module. */
self.addEventListener('message', introduce);

function introduce(event: MessageEvent<Introduction>): void {
  self.removeEventListener('message', introduce);
  // The worker's own code knows nothing of it.
  event.stopImmediatePropagation();
  const { places, entry, port } = event.data;
  const ask = toAsk(port);

  let taken: Declare | undefined;
  Object.assign(self, { courseCopyTake: (declare: Declare) => (taken = declare) });
  const importScript = self.importScripts.bind(self);
  // Only classic workers can import scripts. Pyodide refuses those, and tells them by trying.
  self.importScripts = () => {
    throw new TypeError('Module workers import no scripts.');
  };

  const modules = new Modules(places, async (path) => {
    const { imports, source } = await ask('module', path);
    // Chromium lets a worker of a file import only what it has made, WebKit only what its page has.
    try {
      importScript(toScript(toTake(source)));
    } catch {
      importScript(await ask('script', path));
    }
    return { imports, declare: taken! };
  });
  keepBlobs();
  serveFetch(places, toVirtual(entry, places), (path) => ask('file', path));

  const tell = (outcome: Outcome) => port.postMessage(outcome);
  modules.import(entry).then(
    () => tell({ kind: 'ready' }),
    (error: unknown) => tell({ kind: 'broken', message: String(error) }),
  );
}

/** The way to ask the page for modules and files; it rejects where the copy has none. */
function toAsk(port: MessagePort) {
  const waiting = new Map<number, (answer: Answer) => void>();
  let count = 0;
  port.onmessage = ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  return <Kind extends keyof Answers>(kind: Kind, path: string): Promise<Answers[Kind]> =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, (reply) => {
        if ('error' in reply) reject(new Error(reply.error));
        else resolve(reply.answer as Answers[Kind]);
      });
      port.postMessage({ id: count, kind, path } satisfies Question);
    });
}
