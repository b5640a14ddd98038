import type { Reply, Request } from './protocol.ts';

/** Does one job. It throws only where the engine cannot go on. */
export type Run<Job, Answer> = (job: Job, print: (text: string) => void) => Promise<Answer>;

/**
 * A worker's side: starts an engine once and does the jobs that its page sends, one at a time.
 *
 * @param open - starts the engine; told where the files are, it tells how much of them is read.
 */
export function serve<Start, Job, Answer>(
  open: (
    start: Start,
    onProgress: (done: number, total: number) => void,
  ) => Promise<Run<Job, Answer>>,
): void {
  const post = (reply: Reply<Answer>) => {
    self.postMessage(reply);
  };
  let engine: Promise<Run<Job, Answer>> | undefined;

  self.addEventListener('message', ({ data }: MessageEvent<Request<Start, Job>>) => {
    if (data.kind === 'job') {
      void doJob(data.id, data.job);
      return;
    }
    engine = open(data.start, (done, total) => post({ kind: 'progress', done, total }));
    engine.then(
      () => post({ kind: 'ready' }),
      () => undefined,
    );
  });

  async function doJob(id: number, job: Job): Promise<void> {
    try {
      const run = await engine!;
      const answer = await run(job, (text) => post({ kind: 'printed', id, text }));
      post({ kind: 'answer', id, answer });
    } catch (error) {
      post({ kind: 'broken', message: error instanceof Error ? error.message : String(error) });
    }
  }
}

/**
 * Reads a file and tells of its bytes as they come.
 *
 * @throws where it cannot be read.
 */
export async function readBytes(
  url: string,
  onBytes: (count: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} cannot be loaded`);
  return new Uint8Array(await countBytes(response, onBytes).arrayBuffer());
}

/** The same response, telling of its bytes as they come. */
export function countBytes(response: Response, onBytes: (count: number) => void): Response {
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      onBytes(chunk.length);
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body?.pipeThrough(counter) ?? null, {
    status: response.status,
    headers: response.headers,
  });
}
