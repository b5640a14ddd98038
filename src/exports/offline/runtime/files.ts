import { toAddress } from './places.ts';
import type { Places } from './places.ts';

interface Held {
  isZipped: boolean;
  text: string;
}

/** Data that has just been loaded, until whoever asked for it takes it. */
const held = new Map<string, Held>();

/** Called by a data script; see `data-script.ts` of the export. */
export const hold = (path: string, isZipped: boolean, text: string): void => {
  held.set(path, { isZipped, text });
};

/**
 * Loads a script of the copy.
 *
 * @throws where the file is missing.
 */
export function loadScript(address: string, charset?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    if (charset) script.charset = charset;
    script.src = address;
    script.onload = () => {
      // What it brought has been taken; kept in the page, megabytes would stay with it.
      script.remove();
      resolve();
    };
    script.onerror = () => {
      script.remove();
      reject(new Error(`${address} is missing`));
    };
    document.head.append(script);
  });
}

/**
 * Reads a file of the copy, on the page.
 *
 * @throws where the copy does not hold it.
 */
export async function readFile(path: string, places: Places): Promise<Uint8Array<ArrayBuffer>> {
  const script = `${path}.data.js`;
  // Two that ask for one file at once would take it from each other.
  const before = reading.get(path);
  const now = (async () => {
    await before?.catch(() => undefined);
    await loadScript(toAddress(script, places), 'x-user-defined');
    const found = held.get(path);
    held.delete(path);
    if (!found) throw new Error(`${script} holds something else`);
    return toBytes(found);
  })();
  reading.set(path, now);
  try {
    return await now;
  } finally {
    if (reading.get(path) === now) reading.delete(path);
  }
}

const reading = new Map<string, Promise<unknown>>();

/** One character is one byte: `x-user-defined` moves those from 0x80 up by 0xF700. */
async function toBytes({ isZipped, text }: Held): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place += 1) bytes[place] = text.charCodeAt(place) & 255;
  if (!isZipped) return bytes;
  const unzipped = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unzipped).arrayBuffer());
}
