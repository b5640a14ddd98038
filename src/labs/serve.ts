import { Unread } from './files.ts';
import type { Reply, Request, Start } from './protocol.ts';

/** Does one job. It throws only where the engine cannot go on. */
export type Run<Job, Answer> = (
  job: Job,
  print: (text: string) => void,
) => Promise<{ answer: Answer; isSpent?: boolean }>;

/**
 * A worker's side: starts an engine once and does the jobs that its page sends, one at a time.
 *
 * @param open - starts the engine.
 */
export function serve<Job, Answer>(open: (start: Start) => Promise<Run<Job, Answer>>): void {
  const post = (reply: Reply<Answer>) => {
    self.postMessage(reply);
  };
  let engine: Promise<Run<Job, Answer>> | undefined;

  self.addEventListener('message', ({ data }: MessageEvent<Request<Job>>) => {
    if (data.kind === 'job') {
      void doJob(data.id, data.job);
      return;
    }
    engine = open(data.start);
    engine.then(() => post({ kind: 'ready' }), fail);
  });

  async function doJob(id: number, job: Job): Promise<void> {
    try {
      const run = await engine!;
      const { answer, isSpent = false } = await run(job, (text) =>
        post({ kind: 'printed', id, text }),
      );
      post({ kind: 'answer', id, answer, isSpent });
    } catch (error) {
      fail(error);
    }
  }

  function fail(error: unknown): void {
    if (error instanceof Unread) post({ kind: 'unread', file: error.file });
    else post({ kind: 'broken', message: error instanceof Error ? error.message : String(error) });
  }
}
