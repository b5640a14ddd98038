import { Unread } from './files.ts';
import type { EngineFiles } from './files.ts';
import type { Listener, Outcome, Reply, Request } from './protocol.ts';

interface Task<Job, Answer> {
  id: number;
  job: Job;
  listener: Listener;
  finish: (outcome: Outcome<Answer>) => void;
}

/**
 * A page's side of an engine in a worker. The engine starts with the first job and stays warm; all
 * labs of a page share it, and their jobs wait for each other.
 */
export class LabClient<Job, Answer> {
  private readonly open: () => Worker;
  private readonly folder: string;
  private readonly files: EngineFiles;
  private worker: Worker | undefined;
  private state: 'off' | 'starting' | 'ready' = 'off';
  private count = 0;
  private current: Task<Job, Answer> | undefined;
  private waiting: Task<Job, Answer>[] = [];

  /**
   * @param open - makes the worker, which `serve` runs.
   * @param folder - address of the engine's folder, with its closing slash.
   * @param files - what the engine starts from.
   */
  constructor(open: () => Worker, folder: string, files: EngineFiles) {
    this.open = open;
    this.folder = folder;
    this.files = files;
  }

  /** True while a job is done. Another one has to wait. */
  get isBusy(): boolean {
    return this.current !== undefined;
  }

  /** Starts the engine, so that it is ready when the first job comes. */
  warm(): void {
    if (this.state === 'off') void this.launch();
  }

  /**
   * Does a job, after those that came before it.
   *
   * @param signal - ends this job and no other; its reason is the message.
   */
  run(job: Job, listener: Listener, signal?: AbortSignal): Promise<Outcome<Answer>> {
    this.count += 1;
    const id = this.count;
    return new Promise((finish) => {
      const task = { id, job, listener, finish };
      signal?.addEventListener('abort', () => this.stop(task, String(signal.reason)));
      this.waiting.push(task);
      this.next();
    });
  }

  /** Engines cannot be interrupted here, so the worker goes with the job that it does. */
  private stop(task: Task<Job, Answer>, message: string): void {
    if (task === this.current) this.end();
    this.waiting = this.waiting.filter((other) => other !== task);
    task.finish({ kind: 'stopped', message });
    this.next();
  }

  private next(): void {
    if (this.current || this.waiting.length === 0) return;
    this.warm();
    if (this.state !== 'ready') return;
    this.current = this.waiting.shift()!;
    const { id, job, listener } = this.current;
    listener.onStart();
    this.worker!.postMessage({ kind: 'job', id, job } satisfies Request<Job>);
  }

  private async launch(): Promise<void> {
    this.state = 'starting';
    let worker: Worker | undefined;
    const isMine = () => worker === this.worker;
    try {
      // Its script comes with the files: a page that stays open needs nothing of a later version.
      worker = this.open();
      this.worker = worker;
      worker.addEventListener('message', ({ data }: MessageEvent<Reply<Answer>>) => {
        if (isMine()) this.hear(data);
      });
      worker.addEventListener('error', ({ message }) => {
        if (!isMine()) return;
        // One that could not be loaded has no message.
        this.fail(message ? { kind: 'broken', message } : { kind: 'unread', file: 'worker.js' });
      });
      const files = await this.files.load((...progress) => {
        if (!isMine()) return;
        for (const { listener } of this.waiting) listener.onProgress(...progress);
      });
      const start = { folder: this.folder, files };
      worker.postMessage({ kind: 'start', start } satisfies Request<Job>);
    } catch (error) {
      if (!isMine()) return;
      if (error instanceof Unread) this.fail({ kind: 'unread', file: error.file });
      else this.fail({ kind: 'broken', message: (error as Error).message });
    }
  }

  private hear(reply: Reply<Answer>): void {
    switch (reply.kind) {
      case 'ready':
        this.state = 'ready';
        this.next();
        break;
      case 'broken':
        this.fail(reply);
        break;
      case 'unread':
        // The engine can do without a file of a job.
        if (this.state === 'ready') this.settle(reply);
        else this.fail(reply);
        break;
      case 'printed':
        if (reply.id === this.current?.id) this.current.listener.onPrint?.(reply.text);
        break;
      case 'answer':
        if (reply.isSpent) {
          this.worker?.terminate();
          this.state = 'off';
          this.warm();
        }
        if (reply.id === this.current?.id) {
          this.settle({ kind: 'answer', answer: reply.answer });
        }
    }
  }

  /** What ends an engine ends the job it does; one that cannot start ends those that wait for it. */
  private fail(outcome: Outcome<Answer>): void {
    const tasks = this.current ? [this.current] : this.waiting;
    this.waiting = this.waiting.filter((task) => !tasks.includes(task));
    this.end();
    for (const task of tasks) task.finish(outcome);
    this.next();
  }

  private settle(outcome: Outcome<Answer>): void {
    const task = this.current;
    this.current = undefined;
    task?.finish(outcome);
    this.next();
  }

  private end(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.current = undefined;
    this.state = 'off';
  }
}
