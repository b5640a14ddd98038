import { globSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findWebKit } from '../../../src/cli/find-browsers.ts';
import { pick, shorten, waitFor } from './browser.ts';
import type { Browser, Start } from './browser.ts';
import { makeProfile, run } from './process.ts';

/** How WebDriver marks an element that it hands out. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** Keys that WebDriver knows by a character. */
const keys: Record<string, string> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  ArrowRight: '\uE014',
};

/** Starts WebKitGTK's MiniBrowser on a screen that nobody sees. Each run has a new profile. */
export const startWebKit: Start = async () => {
  const { profile, remove } = makeProfile();
  const requests: string[] = [];
  // WebDriver tells nothing of requests: whatever would go out goes to this proxy, and no further.
  const proxy = createServer((request, response) => {
    requests.push(shorten(request.url ?? ''));
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    requests.push(shorten(request.url ?? ''));
    socket.end();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const port = (proxy.address() as AddressInfo).port;

  const driverPort = port + 1;
  const driver = [findWebKit()!, `--port=${driverPort}`, '--host=127.0.0.1'];
  const settings = ['WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1', 'LIBGL_ALWAYS_SOFTWARE=1'];
  // The driver writes nothing when it is ready, so the script says when it begins.
  const script = [
    '-c',
    'echo begun; exec env "$@"',
    'sh',
    ...settings,
    'xvfb-run',
    '-a',
    ...driver,
  ];
  const running = await run('sh', script, profile, /begun/);

  const ask = async <Value>(method: string, path: string, body?: object): Promise<Value> => {
    const init = { method, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(`http://127.0.0.1:${driverPort}${path}`, init);
    const { value } = (await response.json()) as { value: Value & { error?: string } };
    if (value?.error) throw new Error(JSON.stringify(value).slice(0, 600));
    return value;
  };
  await waitFor('WebKitWebDriver is ready', () => ask<{ ready: boolean }>('GET', '/status'));
  const [binary] = globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser');
  const { sessionId, capabilities } = await ask<{
    sessionId: string;
    capabilities: { browserName: string; browserVersion: string };
  }>('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        proxy: {
          proxyType: 'manual',
          httpProxy: `127.0.0.1:${port}`,
          sslProxy: `127.0.0.1:${port}`,
          noProxy: ['127.0.0.1', 'localhost'],
        },
        timeouts: { script: 180_000, pageLoad: 60_000, implicit: 0 },
        'webkitgtk:browserOptions': {
          binary,
          args: ['--automation'],
        },
      },
    },
  });
  const session = `/session/${sessionId}`;

  /** Runs a function in the page; an element among the arguments is one that WebDriver knows. */
  const evaluate: Browser['evaluate'] = async (run, ...args) => {
    const source = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${String(run)})(...[...arguments].slice(0, -1))).then(
        (value) => done({ value }), (error) => done({ problem: String(error) }));`;
    const { value, problem } = await ask<{ value: never; problem?: string }>(
      'POST',
      `${session}/execute/async`,
      { script: source, args },
    );
    if (problem) throw new Error(problem);
    return value;
  };
  const url = () => ask<string>('GET', `${session}/url`);
  const find = async (selector: string) => {
    const element = (await evaluate(pick, selector)) as Record<string, string> | null;
    if (!element) throw new Error(`${decodeURI(await url())} has no ${selector}`);
    return element[elementKey]!;
  };
  const read: Browser['read'] = async (selector, run, ...args) => {
    const element = { [elementKey]: await find(selector) } as unknown as HTMLElement;
    return evaluate(run, element, ...args);
  };
  const findVisible = async (selector: string) =>
    waitFor(`${decodeURI(await url())} shows ${selector}`, async () => {
      const isVisible = await read(selector, (element) => {
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        return element.checkVisibility();
      });
      return isVisible && find(selector);
    });
  const act = async (selector: string, what: string, body: object) =>
    void (await ask('POST', `${session}/element/${await findVisible(selector)}/${what}`, body));

  return {
    name: 'WebKitGTK',
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    requests,
    // WebDriver does not tell what stands on the console.
    consoleErrors: [],
    goto: async (address) => void (await ask('POST', `${session}/url`, { url: address })),
    url,
    reload: async () => void (await ask('POST', `${session}/refresh`, {})),
    back: async () => void (await ask('POST', `${session}/back`, {})),
    evaluate,
    read,
    click: (selector) => act(selector, 'click', {}),
    type: (selector, text) => act(selector, 'value', { text }),
    async press(key) {
      const value = keys[key] ?? key;
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
      await ask('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] });
    },
    openTab: () => Promise.reject(new Error('WebKitGTK is tested in one tab.')),
    restart: () => Promise.reject(new Error('Under WebDriver, WebKitGTK forgets its profile.')),
    async close() {
      await ask('DELETE', session).catch(() => undefined);
      await running.end(0);
      proxy.close();
      remove();
    },
  };
};
