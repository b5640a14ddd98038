import { isLabFile, toCacheNames, toLabKey, toWishKey } from '../../lib/offline/installed-copy.ts';
import type { LabFile } from '../../lib/offline/installed-copy.ts';
import { fetchFile } from '../dom/fetch-file.ts';

/** The files of both labs, and how much of them this browser keeps. */
export interface LabState {
  files: LabFile[];
  missing: LabFile[];
  /** Bytes, unpacked. */
  total: number;
  done: number;
}

const sum = (files: readonly LabFile[]) => files.reduce((bytes, file) => bytes + file.bytes, 0);

/**
 * Looks up what is kept of the labs.
 *
 * @param base - path of the site, with both slashes.
 * @throws where their list cannot be loaded.
 */
export async function readLabs(base: string): Promise<LabState> {
  const files = (await (await fetchFile(`${base}installed.json`)).json()) as LabFile[];
  const cacheName = toCacheNames(base).labs;
  const isHere = await Promise.all(
    files.map(async (file) => {
      const found = await caches.match(toLabKey(file), { cacheName });
      return found !== undefined && isLabFile(found, file);
    }),
  );
  const missing = files.filter((_, place) => !isHere[place]);
  const total = sum(files);
  return { files, missing, total, done: total - sum(missing) };
}

/**
 * Fetches what is missing of the labs. Each file stays once it is there, whatever becomes of the
 * next one.
 *
 * @param onProgress - told how many bytes are there.
 * @throws where the network breaks off, the storage is full, or the signal ends it.
 */
export async function fetchLabs(
  base: string,
  { missing, done }: LabState,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const cache = await caches.open(toCacheNames(base).labs);
  await cache.put(toWishKey(base), new Response());
  let bytes = done;
  for (const file of missing) {
    // Past the worker's store and the browser's own, so that nothing is kept twice.
    const response = await fetchFile(file.url, { cache: 'no-store', signal });
    const counted = countBytes(response, (count) => {
      bytes += count;
      onProgress(bytes);
    });
    const whole = new Response(await counted.blob(), { headers: response.headers });
    if (!(await isLabFile(whole, file))) throw new Error(`${file.url}: something else came`);
    await cache.put(toLabKey(file), whole);
  }
}

/** The same response, telling of its bytes as they come. */
function countBytes(response: Response, onBytes: (count: number) => void): Response {
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      onBytes(chunk.length);
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body?.pipeThrough(counter) ?? null, {
    status: response.status,
    headers: response.headers,
  });
}
