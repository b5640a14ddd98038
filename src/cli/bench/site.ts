import { X509Certificate, createHash } from 'node:crypto';
import { constants, brotliCompressSync } from 'node:zlib';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse, serializeOuter } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { generate } from 'selfsigned';
import { toHandler } from '../server.ts';

/** The style of a floor page: as much as one kilobyte can do for reading. */
const floorStyle = `body{max-width:42rem;margin:0 auto;padding:1rem;font:1.0625rem/1.6 Georgia,serif;color:#1c2026;background:#fbf9f3}h1,h2,h3{line-height:1.2}pre,table{overflow-x:auto;display:block;font:.86rem/1.5 monospace}svg{max-width:100%;height:auto}svg text{font:12px sans-serif}svg :is(rect,path,ellipse,circle){fill:none;stroke:#545a63}svg text{fill:#1c2026}.wide{display:none}fieldset{border:1px solid #d9d2c2;margin:1rem 0}label{display:block;padding:.3rem}textarea,select{font:inherit;width:100%}a{color:#1d4f8f}td,th{padding:.3rem .6rem;text-align:left;border-bottom:1px solid #d9d2c2}details{margin:.5rem 0}ul,ol{padding-left:1.3rem}figure{margin:1rem 0}blockquote{border-left:2px solid #999;margin:1rem 0;padding-left:1rem}sup{font-size:.7em}`;

/**
 * Copies the built site, adds the floor of each page to be measured (its article as one file,
 * no script, one kilobyte of style), compresses all of it, and serves it over HTTPS and HTTP/2, to
 * be kept for ten minutes as GitHub Pages has it.
 */
export async function serveForBench(
  dist: string,
  paths: readonly string[],
): Promise<{ origin: string; folder: string; trust: string; close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'course-bench-'));
  cpSync(dist, folder, { recursive: true });
  for (const path of paths) {
    const floor = toFloor(readFileSync(join(dist, path, 'index.html'), 'utf8'));
    const file = join(folder, 'floor', path, 'index.html');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, floor);
  }
  for (const file of globSync('**/*.{html,js,css,json,svg,pf_meta,pagefind}', { cwd: folder })) {
    const content = readFileSync(join(folder, file));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(content, { params }));
  }
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const handler = toHandler({ folder, base: '/', brotli: true, maxAge: 600 });
  const server = createSecureServer({ key, cert, allowHTTP1: true }, (request, response) =>
    handler(request as unknown as IncomingMessage, response as unknown as ServerResponse),
  );
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  // Chromium caches nothing from a host whose certificate it merely tolerates, so it must trust it.
  const publicKey = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  const hash = createHash('sha256').update(publicKey).digest('base64');
  const trust = `--ignore-certificate-errors-spki-list=${hash}`;
  return { origin: `https://localhost:${port}`, folder, trust, close: () => server.close() };
}

/** A page's article as one file. */
export function toFloor(html: string): string {
  const main = find(parse(html), 'main');
  if (!main) throw new Error('The page has no <main>.');
  strip(main);
  return `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Floor</title><style>${floorStyle}</style>${serializeOuter(main)}`;
}

function find(node: Tree.Node, tag: string): Tree.Element | undefined {
  if ('tagName' in node && node.tagName === tag) return node;
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    const found = find(child, tag);
    if (found) return found;
  }
  return undefined;
}

/** Takes out what runs, and the names that only the style sheet and the script use. */
function strip(node: Tree.ParentNode): void {
  node.childNodes = node.childNodes.filter(
    (child) => !['script', 'style', 'template', 'noscript'].includes(child.nodeName),
  );
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    child.attrs = child.attrs.filter(({ name, value }) => {
      if (name === 'class') return /\b(wide|narrow)\b/.test(value);
      return !name.startsWith('data-') && name !== 'style';
    });
    strip(child);
  }
}
