import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

export interface SiteOptions {
  /** Folder of the built site. */
  folder: string;
  /** Path under which it is served, with both slashes. */
  base: string;
  /** Send the `.br` file beside a file where there is one. */
  brotli?: boolean;
  /** Seconds for which a browser may keep a file unasked. */
  maxAge?: number;
}

/** Answers requests for a built site the way a static host does, its 404 page included. */
export function toHandler({ folder, base, brotli = false, maxAge }: SiteOptions) {
  // Without an age, files are read anew each time: a build is seen as soon as it is done.
  const files = sirv(folder, maxAge === undefined ? { dev: true } : { etag: true, maxAge, brotli });
  const lost = join(folder, '404.html');
  return (request: IncomingMessage, response: ServerResponse): void => {
    const notFound = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(existsSync(lost) ? readFileSync(lost) : 'Not found');
    };
    const path = request.url ?? '/';
    if (path === base.slice(0, -1)) {
      response.writeHead(301, { location: base }).end();
    } else if (path.startsWith(base)) {
      request.url = path.slice(base.length - 1);
      files(request, response, notFound);
    } else notFound();
  };
}

/** Serves a site over HTTP on a port, or on the next free one after it. */
export function serve(
  options: SiteOptions,
  port: number,
): Promise<{ server: Server; url: string }> {
  const server = createServer(toHandler(options));
  return new Promise((resolve, reject) => {
    const listen = (candidate: number) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' && candidate < port + 50) listen(candidate + 1);
        else reject(error);
      });
      server.listen(candidate);
    };
    server.once('listening', () => {
      const { port: found } = server.address() as AddressInfo;
      resolve({ server, url: `http://localhost:${found}${options.base}` });
    });
    listen(port);
  });
}
