import { serveFetch } from './fetch.ts';
import { Modules } from './modules.ts';
import type { Declare, Registration } from './modules.ts';
import { toVirtual } from './places.ts';
import type { Answer, Introduction, Outcome, Question } from './worker-protocol.ts';

/** The script of every worker of a copy: what its page has told it to run, it runs as a module. */
self.addEventListener('message', introduce);

function introduce(event: MessageEvent<Introduction>): void {
  self.removeEventListener('message', introduce);
  // The worker's own code knows nothing of it.
  event.stopImmediatePropagation();
  const { places, entry, port } = event.data;
  const ask = toAsk(port);
  const modules = new Modules(places, async (path) => {
    const { imports, source } = (await ask('module', path)) as {
      imports: string[];
      source: string;
    };
    return { imports, declare: toDeclare(source) };
  });
  serveFetch(
    places,
    toVirtual(entry, places),
    async (path) => (await ask('file', path)) as Uint8Array<ArrayBuffer>,
  );
  // Only classic workers can import scripts. Pyodide refuses those, and tells them by trying.
  const importScript = self.importScripts.bind(self);
  self.importScripts = () => {
    throw new TypeError('Module workers import no scripts.');
  };
  let taken: Declare | undefined;
  Object.assign(self, { courseCopyTake: (declare: Declare) => (taken = declare) });

  /** Evaluates the text of a function; the page's policy allows scripts from memory, and no eval. */
  function toDeclare(source: string): Declare {
    const script = URL.createObjectURL(
      new Blob([`courseCopyTake(${source})`], { type: 'text/javascript' }),
    );
    importScript(script);
    URL.revokeObjectURL(script);
    return taken!;
  }

  const tell = (outcome: Outcome) => port.postMessage(outcome);
  modules.import(entry).then(
    () => tell({ kind: 'ready' }),
    (error: unknown) => tell({ kind: 'broken', message: String(error) }),
  );
}

/** Asks the page for modules and files. */
function toAsk(port: MessagePort) {
  const waiting = new Map<number, (answer: Answer) => void>();
  let count = 0;
  port.onmessage = ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  return (kind: Question['kind'], path: string): Promise<Answer | Registration | unknown> =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, (answer) => {
        if ('error' in answer) reject(new Error(answer.error));
        else resolve('file' in answer ? answer.file : answer.module);
      });
      port.postMessage({ id: count, kind, path } satisfies Question);
    });
}
