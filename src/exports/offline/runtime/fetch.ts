import { rootMark } from '../virtual-site.ts';
import { toPath } from './places.ts';
import type { Places } from './places.ts';

const types: Record<string, string> = {
  html: 'text/html',
  json: 'application/json',
  wasm: 'application/wasm',
  csv: 'text/csv',
  sql: 'text/plain',
};

/** Data in which addresses are marked. */
const marked = ['html', 'json'];

/**
 * Lets `fetch` answer from the files of the copy.
 *
 * @param from - the address that relative ones start from.
 * @param read - reads a file by its path; it rejects where there is none.
 */
export function serveFetch(
  places: Places,
  from: string,
  read: (path: string) => Promise<Uint8Array<ArrayBuffer>>,
): void {
  const fetchElsewhere = globalThis.fetch.bind(globalThis);
  globalThis.fetch = async (input, options) => {
    const address = new URL(input instanceof Request ? input.url : input, from).href;
    const path = toPath(address, places);
    if (path === undefined) return fetchElsewhere(input, options);
    const type = path.slice(path.lastIndexOf('.') + 1);
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      // Scripts are loaded, never read.
      if (type === 'js') throw new Error('A script');
      bytes = await read(path);
    } catch {
      return new Response(`This copy does not hold ${path}.`, { status: 404 });
    }
    if (marked.includes(type)) bytes = toOwnAddresses(bytes, places);
    const headers = {
      'content-type': types[type] ?? 'application/octet-stream',
      'content-length': String(bytes.length),
    };
    const response = new Response(bytes, { headers });
    // Engines read from it where they have come from.
    Object.defineProperty(response, 'url', { value: address });
    return response;
  };
}

function toOwnAddresses(bytes: Uint8Array<ArrayBuffer>, { root }: Places): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(bytes);
  return text.includes(rootMark)
    ? new TextEncoder().encode(text.replaceAll(rootMark, root))
    : bytes;
}
