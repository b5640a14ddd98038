import type { ToWorker } from '../../lib/offline/installed-copy.ts';

/** Asks a worker. One that only takes its copy back never answers. */
export function askWorker(worker: ServiceWorker, question: ToWorker['type']): Promise<string> {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ type: question } satisfies ToWorker, [port2]);
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data as string);
  });
}
