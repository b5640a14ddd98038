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
export class LabClient<Start, Job, Answer> {
  private readonly open: () => Worker;
  private readonly start: Start;
  private worker: Worker | undefined;
  private ready = false;
  private count = 0;
  private current: Task<Job, Answer> | undefined;
  private waiting: Task<Job, Answer>[] = [];

  /**
   * @param open - makes the worker, which `serve` runs.
   * @param start - what the worker needs to start its engine.
   */
  constructor(open: () => Worker, start: Start) {
    this.open = open;
    this.start = start;
  }

  /** True while a job has to wait for the engine first. */
  get isStarting(): boolean {
    return !this.ready;
  }

  /** Starts the engine, so that it is ready when the first job comes. */
  warm(): void {
    this.worker ??= this.launch();
  }

  run(job: Job, listener: Listener): Promise<Outcome<Answer>> {
    this.count += 1;
    const id = this.count;
    return new Promise((finish) => {
      this.waiting.push({ id, job, listener, finish });
      this.next();
    });
  }

  /** Ends the job under way. Engines cannot be interrupted here, so the worker goes with it. */
  stop(message: string): void {
    this.end(message, false);
  }

  private next(): void {
    if (this.current) return;
    this.current = this.waiting.shift();
    if (!this.current) return;
    const { id, job } = this.current;
    this.warm();
    this.worker!.postMessage({ kind: 'job', id, job } satisfies Request<Start, Job>);
  }

  private launch(): Worker {
    const worker = this.open();
    worker.addEventListener('message', ({ data }: MessageEvent<Reply<Answer>>) => this.hear(data));
    worker.addEventListener('error', ({ message }) => this.end(message || 'it cannot start', true));
    worker.postMessage({ kind: 'start', start: this.start } satisfies Request<Start, Job>);
    return worker;
  }

  private hear(reply: Reply<Answer>): void {
    const { listener } = this.current ?? {};
    switch (reply.kind) {
      case 'progress':
        listener?.onProgress(reply.done, reply.total);
        break;
      case 'ready':
        this.ready = true;
        break;
      case 'broken':
        this.end(reply.message, true);
        break;
      case 'printed':
        if (reply.id === this.current?.id) listener?.onPrint?.(reply.text);
        break;
      case 'answer':
        if (reply.id === this.current?.id) this.settle({ kind: 'answer', answer: reply.answer });
    }
  }

  private end(message: string, isBroken: boolean): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.ready = false;
    this.settle({ kind: 'stopped', message, isBroken });
  }

  private settle(outcome: Outcome<Answer>): void {
    const task = this.current;
    this.current = undefined;
    task?.finish(outcome);
    this.next();
  }
}
