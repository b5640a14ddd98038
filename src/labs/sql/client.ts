import type { SqlError } from '../../lib/sql/messages.ts';
import type { Result } from '../../lib/sql/result.ts';
import type { Reply, Request } from './protocol.ts';

export type Outcome =
  | { kind: 'results'; results: Result[]; milliseconds: number }
  | { kind: 'error'; error: SqlError }
  /** Stopped by the learner, or the engine broke. The next run starts a new one. */
  | { kind: 'stopped'; message?: string };

/** A page's side of PostgreSQL in a worker. The engine starts at the first run and stays warm. */
export class SqlClient {
  private readonly folder: string;
  private readonly onProgress: (done: number, total: number) => void;
  private worker: Worker | undefined;
  private ready = false;
  private asked = 0;
  private finish: ((outcome: Outcome) => void) | undefined;

  /**
   * @param folder - address of the database's files, with its closing slash.
   * @param onProgress - told while the engine loads: share from 0 to 1 and bytes read.
   */
  constructor(folder: string, onProgress: (done: number, total: number) => void) {
    this.folder = folder;
    this.onProgress = onProgress;
  }

  /** True while a run has to wait for the engine first. */
  get isStarting(): boolean {
    return !this.ready;
  }

  /** Runs a script; one run at a time. */
  run(script: string): Promise<Outcome> {
    this.stop();
    this.asked += 1;
    this.post({ kind: 'run', id: this.asked, script });
    return new Promise((resolve) => (this.finish = resolve));
  }

  /** Ends a run that is under way. PostgreSQL cannot be interrupted here, so its worker goes too. */
  stop(message?: string): void {
    if (!this.finish) return;
    this.close();
    this.settle({ kind: 'stopped', ...(message && { message }) });
  }

  private close(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.ready = false;
  }

  private post(request: Request): void {
    if (!this.worker) {
      this.worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      this.worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.hear(data));
      this.worker.addEventListener('error', ({ message }) =>
        this.stop(message || 'it cannot start'),
      );
      this.worker.postMessage({ kind: 'start', folder: this.folder } satisfies Request);
    }
    this.worker.postMessage(request);
  }

  private hear(reply: Reply): void {
    switch (reply.kind) {
      case 'progress':
        this.onProgress(reply.done, reply.total);
        break;
      case 'ready':
        this.ready = true;
        break;
      case 'broken':
        this.stop(reply.message);
        break;
      default:
        // An answer to a run that was stopped comes too late.
        if (reply.id === this.asked) this.settle(reply);
    }
  }

  private settle(outcome: Outcome): void {
    this.finish?.(outcome);
    this.finish = undefined;
  }
}
