import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Conditions } from './conditions.ts';

/** A page driven over Chromium's own protocol. Playwright switches prerendering off; this does not. */
export interface BarePage {
  goto: (url: string) => Promise<void>;
  /** Evaluates an expression and gives its value. */
  evaluate: <Value>(expression: string) => Promise<Value>;
  close: () => Promise<void>;
}

interface Message {
  id?: number;
  method?: string;
  params?: { sessionId: string; targetInfo: { type: string } };
  result?: unknown;
  error?: { message: string };
}

/** Starts a Chromium of its own and opens an empty page under the given conditions. */
export async function openBarePage(
  executable: string,
  trust: string,
  on: Conditions,
): Promise<BarePage> {
  const profile = mkdtempSync(join(tmpdir(), 'course-bench-profile-'));
  const { width, height } = on.viewport;
  const browser = spawn(executable, [
    '--headless=new',
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    trust,
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    `--window-size=${width},${height}`,
    'about:blank',
  ]);
  const url = new Promise<string>((resolve) => {
    browser.stderr.on('data', (chunk: Buffer) => {
      const [address] = /ws:\/\/\S+/.exec(chunk.toString()) ?? [];
      if (address) resolve(address);
    });
  });
  const socket = new WebSocket(await url);
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const pages = new Set<string>();
  const send = toSend(socket, (session) => {
    pages.add(session);
    void slowDown(session, on).catch(() => pages.delete(session));
  });
  async function slowDown(session: string, { latency, bandwidth, cpu }: Conditions) {
    const bytes = (bandwidth * 1_000_000) / 8;
    const network = { offline: false, latency, downloadThroughput: bytes, uploadThroughput: bytes };
    await send('Network.enable', {}, session);
    await send('Network.emulateNetworkConditions', network, session);
    await send('Emulation.setCPUThrottlingRate', { rate: cpu }, session);
  }

  // Chromium prerenders under a debugger only when that is attached to the tab, not to its page.
  const { targetInfos } = (await send('Target.getTargets', { filter: [{ type: 'tab' }] })) as {
    targetInfos: { targetId: string }[];
  };
  const { sessionId } = (await send('Target.attachToTarget', {
    targetId: targetInfos[0]!.targetId,
    flatten: true,
  })) as { sessionId: string };
  const follow = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true };
  await send('Target.setAutoAttach', follow, sessionId);
  await wait(500);

  /** Evaluates in the page that is seen: a prerendered one takes its predecessor's place. */
  const evaluate = async <Value>(expression: string): Promise<Value> => {
    for (const session of [...pages].reverse()) {
      const isSeen = await run<boolean>(session, '!document.prerendering && !document.hidden');
      if (isSeen) return run<Value>(session, expression);
    }
    throw new Error('No page is in sight.');
  };
  const run = async <Value>(session: string, expression: string): Promise<Value> => {
    const options = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result } = (await send('Runtime.evaluate', options, session).catch(() => ({
      result: {},
    }))) as { result: { value: Value } };
    return result.value;
  };
  return {
    evaluate,
    async goto(url) {
      await evaluate(`location.href = ${JSON.stringify(url)}`);
      // Long enough for a slow phone to have fetched everything.
      await wait(6_000);
    },
    async close() {
      socket.close();
      browser.kill();
      await new Promise((resolve) => browser.once('exit', resolve));
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

function toSend(socket: WebSocket, onPage: (session: string) => void) {
  let last = 0;
  const waiting = new Map<number, (message: Message) => void>();
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    const { id, method, params } = message;
    if (method === 'Target.attachedToTarget' && params?.targetInfo.type === 'page') {
      onPage(params.sessionId);
    }
    if (id === undefined) return;
    waiting.get(id)?.(message);
    waiting.delete(id);
  });
  return (method: string, params: object = {}, sessionId?: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = (last += 1);
      waiting.set(id, ({ result, error }) => {
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result);
      });
      socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
}

/** Milliseconds from a click on a link to the next page's first paint, after its foot was in sight. */
export async function measureNext(page: BarePage, url: string, link: string): Promise<number> {
  await page.goto(url);
  await page.evaluate(`document.querySelector(${JSON.stringify(link)}).scrollIntoView()`);
  await wait(4_000);
  await page.evaluate(`document.querySelector(${JSON.stringify(link)}).click()`);
  await wait(4_000);
  return page.evaluate<number>(`(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return Math.max(0, paint.startTime - (navigation.activationStart ?? 0));
  })()`);
}
