import { describe, expect, it } from 'vitest';
import { LabClient } from '../../src/labs/client.ts';
import type { Reply, Request } from '../../src/labs/protocol.ts';

/** A worker that answers a job by its text in capitals, save those that it must not answer. */
class FakeWorker extends EventTarget {
  isTerminated = false;
  readonly seen: string[] = [];

  postMessage(request: Request<string, string>): void {
    if (request.kind === 'start') {
      this.seen.push(`start ${request.start}`);
      this.reply({ kind: 'ready' });
      return;
    }
    const { id, job } = request;
    this.seen.push(job);
    if (job === 'loop') return;
    if (job === 'break') this.reply({ kind: 'broken', message: 'out of memory' });
    else this.reply({ kind: 'answer', id, answer: job.toUpperCase() });
  }

  terminate(): void {
    this.isTerminated = true;
  }

  private reply(data: Reply<string>): void {
    setTimeout(() => {
      if (!this.isTerminated) this.dispatchEvent(new MessageEvent('message', { data }));
    });
  }
}

function open() {
  const workers: FakeWorker[] = [];
  const client = new LabClient<string, string, string>(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  }, 'here');
  return { workers, client };
}

const listener = { onProgress: () => undefined };

describe('a lab’s client', () => {
  it('starts one worker, at the first job, for jobs that wait for each other', async () => {
    const { workers, client } = open();
    expect(workers).toHaveLength(0);
    expect(client.isStarting).toBe(true);
    const answers = await Promise.all(['a', 'b'].map((job) => client.run(job, listener)));
    expect(answers).toEqual([
      { kind: 'answer', answer: 'A' },
      { kind: 'answer', answer: 'B' },
    ]);
    expect(client.isStarting).toBe(false);
    expect(workers.map(({ seen }) => seen)).toEqual([['start here', 'a', 'b']]);
  });

  it('starts its worker early, if it is told to, and only once', async () => {
    const { workers, client } = open();
    client.warm();
    client.warm();
    expect(workers).toHaveLength(1);
    expect(await client.run('a', listener)).toEqual({ kind: 'answer', answer: 'A' });
    expect(workers.map(({ seen }) => seen)).toEqual([['start here', 'a']]);
  });

  it('ends an endless job with its worker; the next one starts anew', async () => {
    const { workers, client } = open();
    const endless = client.run('loop', listener);
    const next = client.run('a', listener);
    await new Promise((resolve) => setTimeout(resolve, 5));
    client.stop('You stopped it.');
    expect(await endless).toEqual({ kind: 'stopped', message: 'You stopped it.', isBroken: false });
    expect(await next).toEqual({ kind: 'answer', answer: 'A' });
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
  });

  it('says when the engine broke, and goes on with a new one', async () => {
    const { workers, client } = open();
    expect(await client.run('break', listener)).toEqual({
      kind: 'stopped',
      message: 'out of memory',
      isBroken: true,
    });
    expect(await client.run('a', listener)).toEqual({ kind: 'answer', answer: 'A' });
    expect(workers).toHaveLength(2);
  });
});
