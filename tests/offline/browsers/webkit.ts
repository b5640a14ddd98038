import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { isReady, pick, shorten, waitFor } from './browser.ts';
import type { Browser, Start, Tab } from './browser.ts';
import { makeProfile } from './process.ts';
import { startSession } from './webkit-session.ts';
import type { Session } from './webkit-session.ts';

/** How WebDriver marks an element that it hands out. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** Keys that WebDriver knows by a character. */
const keys: Record<string, string> = { ArrowRight: '\uE014' };

/** Starts WebKitGTK with the settings of a reader. Under WebDriver it has no profile that stays. */
export const startWebKit: Start = async () => {
  const { profile, remove } = makeProfile();
  const requests: string[] = [];
  // WebDriver tells nothing of requests: whatever would go out comes to this proxy, and no further.
  const proxy = createServer((request, response) => {
    requests.push(shorten(request.url ?? ''));
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    requests.push(shorten(request.url ?? ''));
    socket.end();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const session = await startSession(profile, { driver: port + 1, proxy: port });
  const tab = toTab(session);
  return {
    ...tab,
    name: 'WebKitGTK',
    version: session.version,
    requests,
    // WebDriver does not tell what stands on the console.
    consoleErrors: [],
    openTab: () => Promise.reject(new Error('WebKitGTK is tested in one tab.')),
    restart: () => Promise.reject(new Error('Under WebDriver, WebKitGTK forgets its profile.')),
    async close() {
      // One that hangs does not close, and is ended.
      await Promise.race([tab.close().catch(() => undefined), delay(10_000)]);
      await session.end(0);
      proxy.close();
      remove();
    },
  } satisfies Browser;
};

function toTab({ ask }: Session): Tab {
  const url = () => ask<string>('GET', '/url');

  /** An element among the arguments is one that WebDriver knows. */
  const evaluate = async (run: unknown, ...args: unknown[]): Promise<never> => {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${String(run)})(...[...arguments].slice(0, -1))).then(
        (value) => done({ value }), (error) => done({ problem: String(error) }));`;
    const { value, problem } = await ask<{ value: never; problem?: string }>(
      'POST',
      '/execute/async',
      { script, args },
    );
    if (problem) throw new Error(problem);
    return value;
  };

  async function find(selector: string): Promise<string> {
    const element: Record<string, string> | null = await evaluate(pick, selector);
    if (!element) throw new Error(`${decodeURI(await url())} has no ${selector}`);
    return element[elementKey];
  }

  const read = async (selector: string, run: unknown, ...args: unknown[]): Promise<never> =>
    evaluate(run, { [elementKey]: await find(selector) }, ...args);

  const findVisible = async (selector: string): Promise<string> =>
    waitFor(`${decodeURI(await url())} has ${selector} ready`, async () => {
      const isThere = await read(selector, isReady);
      return isThere && find(selector);
    });

  /** WebDriver takes the edge of a shadow root for a cover, so the pointer itself clicks there. */
  async function click(selector: string): Promise<void> {
    const id = await findVisible(selector);
    await ask('POST', `/element/${id}/click`, {}).catch(async (error: unknown) => {
      if (!String(error).includes('click intercepted')) throw error;
      const actions = [
        { type: 'pointerMove', origin: { [elementKey]: id }, x: 0, y: 0 },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await ask('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
    });
  }

  return {
    async goto(address) {
      // Where only the fragment differs, going there would load nothing.
      const isHere = (await url()).split('#')[0] === address.split('#')[0];
      if (isHere) await ask('POST', '/url', { url: 'about:blank' });
      await ask('POST', '/url', { url: address });
    },
    url,
    reload: () => ask('POST', '/refresh', {}),
    back: () => ask('POST', '/back', {}),
    evaluate,
    read,
    click,
    type: async (selector, text) =>
      ask('POST', `/element/${await findVisible(selector)}/value`, { text }),
    async press(key) {
      const value = keys[key] ?? key;
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
      await ask('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
    },
    close: () => ask('DELETE', ''),
  };
}
