import { afterEach, describe, expect, it, vi } from 'vitest';
import { LabClient } from '../../src/labs/client.ts';
import { EngineFiles, Unread } from '../../src/labs/files.ts';
import type { Reply, Request } from '../../src/labs/protocol.ts';

/** A worker that answers a job by its text in capitals, save those that it must not answer. */
class FakeWorker extends EventTarget {
  isTerminated = false;
  readonly seen: string[] = [];

  postMessage(request: Request<string>): void {
    if (request.kind === 'start') {
      this.seen.push(`start ${request.start.folder}`);
      this.reply({ kind: 'ready' });
      return;
    }
    const { id, job } = request;
    this.seen.push(job);
    if (job === 'loop') return;
    if (job === 'break') this.reply({ kind: 'broken', message: 'out of memory' });
    else if (job === 'unread') this.reply({ kind: 'unread', file: 'rows.csv' });
    else this.reply({ kind: 'answer', id, answer: job.toUpperCase(), isSpent: job === 'spend' });
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

function open(files = new EngineFiles({}, 0)) {
  const workers: FakeWorker[] = [];
  const client = new LabClient<string, string>(
    () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    'here',
    files,
  );
  return { workers, client };
}

const listener = { onProgress: () => undefined, onStart: () => undefined };
const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('a lab’s client', () => {
  it('starts one worker, at the first job, for jobs that wait for each other', async () => {
    const { workers, client } = open();
    expect(workers).toHaveLength(0);
    const answers = await Promise.all(['a', 'b'].map((job) => client.run(job, listener)));
    expect(answers).toEqual([
      { kind: 'answer', answer: 'A' },
      { kind: 'answer', answer: 'B' },
    ]);
    expect(workers.map(({ seen }) => seen)).toEqual([['start here', 'a', 'b']]);
  });

  it('starts its worker early, if it is told to, and only once', async () => {
    const { workers, client } = open();
    client.warm();
    client.warm();
    expect(await client.run('a', listener)).toEqual({ kind: 'answer', answer: 'A' });
    expect(workers.map(({ seen }) => seen)).toEqual([['start here', 'a']]);
  });

  it('tells when a job starts, which is after those before it', async () => {
    const { client } = open();
    const started: string[] = [];
    const control = new AbortController();
    const run = (job: string, signal?: AbortSignal) =>
      client.run(job, { ...listener, onStart: () => started.push(job) }, signal);
    const endless = run('loop', control.signal);
    const next = run('a');
    expect(started).toEqual([]);
    await soon();
    expect(started).toEqual(['loop']);
    expect(client.isBusy).toBe(true);
    control.abort('You stopped it.');
    await Promise.all([endless, next]);
    expect(started).toEqual(['loop', 'a']);
  });

  it('ends an endless job with its worker; the next one starts anew', async () => {
    const { workers, client } = open();
    const control = new AbortController();
    const endless = client.run('loop', listener, control.signal);
    const next = client.run('a', listener);
    await soon();
    control.abort('You stopped it.');
    expect(await endless).toEqual({ kind: 'stopped', message: 'You stopped it.' });
    expect(await next).toEqual({ kind: 'answer', answer: 'A' });
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
  });

  it('stops a job that waits, and lets the one under way go on', async () => {
    const { workers, client } = open();
    const controls = [new AbortController(), new AbortController()];
    const endless = client.run('loop', listener, controls[0]!.signal);
    const waiting = client.run('a', listener, controls[1]!.signal);
    await soon();
    controls[1]!.abort('You stopped it.');
    expect(await waiting).toMatchObject({ kind: 'stopped' });
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([false]);
    controls[0]!.abort('Enough.');
    expect(await endless).toMatchObject({ message: 'Enough.' });
  });

  it('says when the engine broke, and goes on with a new one', async () => {
    const { workers, client } = open();
    expect(await client.run('break', listener)).toEqual({
      kind: 'broken',
      message: 'out of memory',
    });
    expect(await client.run('a', listener)).toEqual({ kind: 'answer', answer: 'A' });
    expect(workers).toHaveLength(2);
  });

  it('replaces an engine that a job has spent, by itself', async () => {
    const { workers, client } = open();
    expect(await client.run('spend', listener)).toEqual({ kind: 'answer', answer: 'SPEND' });
    await soon();
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
    expect(await client.run('a', listener)).toEqual({ kind: 'answer', answer: 'A' });
    expect(workers).toHaveLength(2);
  });

  it('keeps an engine whose job missed a file', async () => {
    const { workers, client } = open();
    expect(await client.run('unread', listener)).toEqual({ kind: 'unread', file: 'rows.csv' });
    expect(await client.run('a', listener)).toEqual({ kind: 'answer', answer: 'A' });
    expect(workers).toHaveLength(1);
  });
});

describe('the files of an engine', () => {
  afterEach(() => void vi.unstubAllGlobals());

  const text = '0123456789';
  const headers = { 'last-modified': 'Tue, 01 Dec 2026 00:00:00 GMT' };

  /** A host whose line breaks after four bytes until it is mended, and that counts what it is asked. */
  function host({ hasRanges = true, later = headers } = {}) {
    const found = { isCut: true, asked: [] as string[] };
    vi.stubGlobal('fetch', (url: string, { headers: wanted }: { headers?: { range: string } }) => {
      const range = wanted?.range;
      found.asked.push(`${url} ${range ?? 'all'}`);
      const isPart = hasRanges && range !== undefined;
      const from = isPart ? Number(/\d+/.exec(range)![0]) : 0;
      const isCut = found.isCut && url === 'cut';
      const bytes = new TextEncoder().encode(text.slice(from, isCut ? from + 4 : undefined));
      let isSent = false;
      const body = new ReadableStream({
        pull(control) {
          if (!isSent) control.enqueue(bytes);
          else if (isCut) control.error(new TypeError('network error'));
          else control.close();
          isSent = true;
        },
      });
      const status = isPart ? 206 : 200;
      return Promise.resolve(
        new Response(body, { status, headers: found.isCut ? headers : later }),
      );
    });
    return found;
  }

  const load = async (files: EngineFiles) => {
    const loaded = await files.load(() => undefined);
    return Promise.all(Object.values(loaded).map((file) => file.text()));
  };

  it('go on where a line broke, and load nothing twice', async () => {
    const found = host();
    const files = new EngineFiles({ one: 'whole', two: 'cut' }, 20);
    await expect(load(files)).rejects.toMatchObject({ file: 'cut' });
    found.isCut = false;
    expect(await load(files)).toEqual([text, text]);
    expect(await load(files)).toEqual([text, text]);
    expect(found.asked).toEqual(['whole all', 'cut all', 'cut bytes=4-']);
  });

  it('go on by themselves where another one fails', async () => {
    const found = host();
    const files = new EngineFiles({ one: 'whole', two: 'cut' }, 20);
    const loads = [load(files), load(files)];
    for (const result of await Promise.allSettled(loads)) expect(result.status).toBe('rejected');
    expect(found.asked).toEqual(['whole all', 'cut all']);
  });

  it.each([
    ['sends no parts', { hasRanges: false }],
    ['has another version now', { later: { 'last-modified': 'Wed, 02 Dec 2026 00:00:00 GMT' } }],
  ])('come anew where the host %s', async (_, options) => {
    const found = host(options);
    const files = new EngineFiles({ two: 'cut' }, 10);
    await expect(load(files)).rejects.toBeInstanceOf(Unread);
    found.isCut = false;
    expect(await load(files)).toEqual([text]);
  });

  it('are no login page', async () => {
    const page = new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
    vi.stubGlobal('fetch', () => Promise.resolve(page));
    await expect(load(new EngineFiles({ one: 'whole' }, 10))).rejects.toBeInstanceOf(Unread);
  });

  it('tell how far they are, and what is read', async () => {
    host();
    const told: [number, number, string][] = [];
    await new EngineFiles({ one: '/a/whole.bin' }, 40).load((...progress) => told.push(progress));
    expect(told).toEqual([
      [0, 40, 'whole.bin'],
      [10, 40, 'whole.bin'],
      [10, 10, ''],
    ]);
  });

  it('reach every job that waits', async () => {
    const { client } = open(new EngineFiles({ two: 'cut' }, 10));
    host();
    const jobs = ['a', 'b'].map((job) => client.run(job, listener));
    for (const outcome of await Promise.all(jobs)) {
      expect(outcome).toEqual({ kind: 'unread', file: 'cut' });
    }
  });
});
