import { globSync } from 'node:fs';
import { findWebKit } from '../../../src/cli/find-browsers.ts';
import { waitFor } from './browser.ts';
import { run } from './process.ts';
import type { Running } from './process.ts';

/** A session of WebDriver with WebKitGTK's MiniBrowser. */
export interface Session extends Running {
  version: string;
  /** Sends a command; the path goes on from the session's own. */
  ask: <Value = unknown>(method: string, path: string, body?: object) => Promise<Value>;
}

/**
 * Starts the browser on a screen that nobody sees.
 *
 * @param ports - where the driver listens, and where the proxy does that takes all requests but
 * those to this machine.
 */
export async function startSession(
  profile: string,
  ports: { driver: number; proxy: number },
): Promise<Session> {
  // The driver writes nothing when it is ready, so the script says when it begins.
  const script = `echo begun
    export WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1 LIBGL_ALWAYS_SOFTWARE=1
    exec xvfb-run -a -s '-screen 0 1400x1100x24' '${findWebKit()}' --host=127.0.0.1 --port=${ports.driver}`;
  const running = await run('sh', ['-c', script], profile, /begun/);

  const send = async <Value>(method: string, path: string, body?: object): Promise<Value> => {
    const init = { method, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(`http://127.0.0.1:${ports.driver}${path}`, init);
    const { value } = (await response.json()) as { value: (Value & { error?: string }) | null };
    if (value?.error) throw new Error(JSON.stringify(value).slice(0, 600));
    return value as Value;
  };
  const isReady = async () => (await send<{ ready: boolean }>('GET', '/status')).ready;
  await waitFor('WebKitWebDriver is ready', isReady);

  const [binary] = globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser');
  const address = `127.0.0.1:${ports.proxy}`;
  const noProxy = ['127.0.0.1', 'localhost'];
  const alwaysMatch = {
    proxy: { proxyType: 'manual', httpProxy: address, sslProxy: address, noProxy },
    timeouts: { script: 180_000, pageLoad: 60_000, implicit: 0 },
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  };
  const { sessionId, capabilities } = await send<{
    sessionId: string;
    capabilities: { browserName: string; browserVersion: string };
  }>('POST', '/session', { capabilities: { alwaysMatch } });
  const ask: Session['ask'] = (method, path, body) =>
    send(method, `/session/${sessionId}${path}`, body);
  await ask('POST', '/window/rect', { x: 0, y: 0, width: 1300, height: 1000 });
  const version = `${capabilities.browserName} ${capabilities.browserVersion}`;
  return { ...running, version, ask };
}
