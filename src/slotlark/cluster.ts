/**
 * An empty database directory as one small file, so that PGlite need not make one (`initdb`), which
 * takes it longer than everything else together.
 *
 * PGlite dumps a directory as a tar file, in which three nearly equal databases stand beside 16 MB
 * of write-ahead log. Here each different content is kept once, and of the log only the segment in
 * use: after a checkpoint in a fresh segment nobody reads the older ones. A file is made with the
 * very release of PGlite that is to read it.
 */

/** What making the file asks of PGlite. */
interface Source {
  exec: (sql: string) => Promise<unknown>;
  query: <Found>(sql: string) => Promise<{ rows: Found[] }>;
  dumpDataDir: (compression: 'none') => Promise<Blob>;
}

const block = 512;
const page = 8_192;

/** Packs the directory of a PGlite that nobody uses meanwhile; to be compressed. */
export async function packCluster(pglite: Source): Promise<Uint8Array<ArrayBuffer>> {
  await pglite.exec('checkpoint');
  await pglite.exec('select pg_switch_wal()');
  await pglite.exec('checkpoint');
  const { rows } = await pglite.query<{ name: string; used: number }>(
    `select file_name as name, file_offset as used from pg_walfile_name_offset(pg_current_wal_lsn())`,
  );
  const log = rows[0]!;
  const tar = new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer());

  const places = new Map<string, number>();
  const pieces: Uint8Array[] = [];
  const order: number[] = [];
  const add = (piece: Uint8Array) => {
    // As a text of single bytes a content can be looked up.
    const key = new TextDecoder('latin1').decode(piece);
    if (!places.has(key)) places.set(key, pieces.push(piece) - 1);
    order.push(places.get(key)!);
  };
  for (const { name, header, content } of filesOf(tar)) {
    const isLog = /pg_wal\/[0-9A-F]{24}$/.test(name);
    if (isLog && !name.endsWith(log.name)) continue;
    if (isLog) content.fill(0, (Math.floor(log.used / page) + 1) * page);
    add(header);
    if (content.length > 0) add(content);
  }
  add(new Uint8Array(2 * block));

  const index = new TextEncoder().encode(
    JSON.stringify({ lengths: pieces.map(({ length }) => length), order }),
  );
  const start = new Uint8Array(4);
  new DataView(start.buffer).setUint32(0, index.length);
  return new Uint8Array(await new Blob([start, index, ...(pieces as BlobPart[])]).arrayBuffer());
}

/** A tar file's entries; contents with the zeros that fill their last block. */
function* filesOf(tar: Uint8Array) {
  const text = (at: number, length: number) =>
    new TextDecoder().decode(tar.subarray(at, at + length)).split('\0')[0]!;
  for (let at = 0; at < tar.length && tar[at] !== 0;) {
    const size = Math.ceil(parseInt(text(at + 124, 12) || '0', 8) / block) * block;
    const end = at + block + size;
    yield {
      name: text(at, 100),
      header: tar.subarray(at, at + block),
      content: tar.subarray(at + block, end),
    };
    at = end;
  }
}

/** Undoes `packCluster`: what PGlite takes as `loadDataDir`. */
export function unpackCluster(file: Uint8Array<ArrayBuffer>): Blob {
  const length = new DataView(file.buffer, file.byteOffset).getUint32(0);
  const { lengths, order } = JSON.parse(new TextDecoder().decode(file.subarray(4, 4 + length))) as {
    lengths: number[];
    order: number[];
  };
  let at = 4 + length;
  const pieces = lengths.map((size) => file.subarray(at, (at += size)));
  return new Blob(order.map((place) => pieces[place]!));
}
