import type { Modules } from './modules.ts';
import { toPath } from './places.ts';
import type { Places } from './places.ts';
import { toScript, toTake } from './take.ts';
import type { Answer, Introduction, Outcome, Question } from './worker-protocol.ts';

type Message = [message: unknown, options?: Transferable[] | StructuredSerializeOptions];

/** The bundled text of worker.ts; see `build-runtime.ts`. */
declare const workerScript: string;

/**
 * Lets a page start module workers from the copy. Files may start none, but a script that the page
 * holds in memory may run as a worker: it asks the page for all modules and files.
 */
export function serveWorkers(
  places: Places,
  modules: Modules,
  read: (path: string) => Promise<Uint8Array<ArrayBuffer>>,
): void {
  const PlainWorker = globalThis.Worker;

  globalThis.Worker = class extends PlainWorker {
    /** Messages that have to wait until the worker's own code listens. */
    private waiting: Message[] | undefined;

    constructor(address: string | URL, options?: WorkerOptions) {
      const path = toPath(new URL(address, document.baseURI).href, places);
      if (path === undefined) {
        super(address, options);
        return;
      }
      if (options?.type !== 'module') {
        throw new DOMException('A copy runs module workers only.', 'SecurityError');
      }
      const script = toScript(workerScript);
      super(script, options.name === undefined ? {} : { name: options.name });
      this.waiting = [];
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<Question | Outcome>) => {
        if ('id' in data) {
          void answer(data, modules, read).then((reply) => {
            const isFile = 'answer' in reply && reply.answer instanceof Uint8Array;
            port1.postMessage(reply, isFile ? [(reply.answer as Uint8Array).buffer] : []);
          });
          return;
        }
        URL.revokeObjectURL(script);
        if (data.kind === 'broken') {
          this.dispatchEvent(new ErrorEvent('error', { message: data.message }));
          return;
        }
        const { waiting = [] } = this;
        this.waiting = undefined;
        for (const message of waiting) this.postMessage(...message);
      };
      const introduction: Introduction = { places, entry: path, port: port2 };
      super.postMessage(introduction, [port2]);
    }

    override postMessage(...message: Message): void {
      if (this.waiting) this.waiting.push(message);
      else super.postMessage(...(message as [message: unknown]));
    }
  };
}

/** Scripts of modules, made once for all workers. */
const scripts = new Map<string, string>();

async function answer(
  { id, kind, path }: Question,
  modules: Modules,
  read: (path: string) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Answer> {
  try {
    if (kind === 'file') return { id, answer: await read(path) };
    const { imports, declare } = await modules.get(path);
    if (kind === 'module') return { id, answer: { imports, source: declare.toString() } };
    const script = scripts.get(path) ?? toScript(toTake(declare.toString()));
    scripts.set(path, script);
    return { id, answer: script };
  } catch (error) {
    return { id, error: String(error) };
  }
}
