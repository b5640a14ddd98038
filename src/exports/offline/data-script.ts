import { gzipSync } from 'node:zlib';

/** Formats that are packed already; packing them again gains nothing. */
const packed = /\.(zip|bin|pagefind|pf_\w+)$/;

/** What would end or break a string; every other byte may stand for itself. */
const escapes = new Map(
  Object.entries({ "'": "\\'", '\\': '\\\\', '\n': '\\n', '\r': '\\r' }).map(([from, to]) => [
    from.charCodeAt(0),
    Buffer.from(to),
  ]),
);

/**
 * Bytes as a script, since a page from a file may load scripts but read no file. One character
 * holds one byte: the script is loaded as `x-user-defined`, which keeps all 256 apart.
 *
 * @param path - the file's path from the course's root, by which the runtime asks for it.
 */
export function toDataScript(path: string, bytes: Uint8Array): Uint8Array {
  const zipped = packed.test(path) ? bytes : gzipSync(bytes, { level: 9 });
  const isZipped = zipped.length < 0.9 * bytes.length;
  const start = `courseCopy.hold(${JSON.stringify(path)},${isZipped},'`;
  return Buffer.concat([Buffer.from(start), escape(isZipped ? zipped : bytes), Buffer.from("')")]);
}

function escape(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(2 * bytes.length);
  let length = 0;
  for (const byte of bytes) {
    const escaped = escapes.get(byte);
    if (escaped) {
      result.set(escaped, length);
      length += escaped.length;
    } else result[length++] = byte;
  }
  return result.subarray(0, length);
}
