import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 2026, as MS-DOS counts: the same in every archive, so that equal files give equal bytes. */
const date = ((2026 - 1980) << 9) | (1 << 5) | 1;
/** Names are in UTF-8. */
const flags = 0x0800;
const deflated = 8;
const version = 20;

/** Packs files into a ZIP archive. (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT) */
export function zip(files: ReadonlyMap<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const path = Buffer.from(name);
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain, { level: 9 });
    const about = toBytes([
      [2, version],
      [2, flags],
      [2, deflated],
      [2, 0],
      [2, date],
      [4, crc32(plain)],
      [4, packed.length],
      [4, plain.length],
      [2, path.length],
      [2, 0],
    ]);
    const local = Buffer.concat([toBytes([[4, 0x04034b50]]), about, path, packed]);
    directory.push(
      toBytes([
        [4, 0x02014b50],
        [2, version],
      ]),
      about,
      // No comment, first disk, no attributes; then where the file begins.
      toBytes([
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, offset],
      ]),
      path,
    );
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = toBytes([
    [4, 0x06054b50],
    [4, 0],
    [2, files.size],
    [2, files.size],
    [4, listed.length],
    [4, offset],
    [2, 0],
  ]);
  return Buffer.concat([...parts, listed, end]);
}

/** Numbers of two or four bytes, the lowest first. */
function toBytes(fields: readonly (readonly [size: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([size, value]) => {
      const bytes = Buffer.alloc(size);
      if (size === 2) bytes.writeUInt16LE(value);
      else bytes.writeUInt32LE(value);
      return bytes;
    }),
  );
}
