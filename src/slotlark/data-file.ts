/**
 * The practice data as one small file.
 *
 * A file is the length of a header, the header in JSON, and column after column of whole numbers
 * (columns.ts says which). What is stored is not a number but its distance from a neighbour,
 * whichever makes the column smallest: the row above, or a column further left. An appointment's
 * end is "45 minutes after its start", a key is "one more than the last". Most distances are small,
 * so most take one byte: seven bits each, and the eighth says that more follow; the lowest bit of
 * all is the sign. Where NULL is allowed, 0 stands for it and everything else moves up by one.
 * Columns that follow from another are not stored. The whole is compressed with gzip.
 */
import type { Column, Columns, Numbers } from './columns.ts';
import { toIdempotencyKey } from './idempotency-key.ts';
import { columnsOf, tableNames } from './tables.ts';

/** What distances are measured from: 0 nothing, 1 the row above, else a column's place plus 2. */
type Base = number;

interface TableHeader {
  rows: number;
  columns: { base: Base; words: readonly string[] }[];
}

/** Columns that follow from the first one of their table. */
const computed: Readonly<Record<string, (key: number) => string>> = {
  idempotency_key: toIdempotencyKey,
};

/** Writes a database as one file, not yet compressed. */
export function encode(columns: Columns): Uint8Array<ArrayBuffer> {
  const body: number[] = [];
  const headers = tableNames.map((table): TableHeader => {
    const all = columns[table];
    return {
      rows: all[0]!.values.length,
      columns: all.map((column, place) => {
        if (isComputed(column, all[0]!)) return { base: 0, words: [] };
        const { base, bytes } = toSmallest(column, all.slice(0, place));
        for (const byte of bytes) body.push(byte);
        return { base, words: column.words };
      }),
    };
  });
  const header = new TextEncoder().encode(JSON.stringify(headers));
  const length: number[] = [];
  write(length, header.length);
  return Uint8Array.from([...length, ...header, ...body]);
}

function isComputed({ name, values, words }: Column, key: Column): boolean {
  const rule = computed[name];
  if (!rule) return false;
  const isKept = values.every((value, place) => words[value!] === rule(key.values[place]!));
  if (!isKept) throw new Error(`${name} does not follow from ${key.name}.`);
  return true;
}

/** Tries every neighbour and keeps the one that takes the fewest bytes. */
function toSmallest(column: Column, left: readonly Column[]): { base: Base; bytes: number[] } {
  const candidates = [undefined, undefined, ...left].map((neighbour, base) => {
    const bytes: number[] = [];
    let previous = 0;
    column.values.forEach((value, place) => {
      if (value === null) {
        bytes.push(0);
        return;
      }
      const from = base === 0 ? 0 : base === 1 ? previous : (neighbour!.values[place] ?? 0);
      write(bytes, toUnsigned(value - from) + (column.nullable ? 1 : 0));
      previous = value;
    });
    return { base, bytes };
  });
  // A neighbour must be clearly better: distances compress less well than the values themselves.
  return candidates.reduce((best, next) =>
    next.bytes.length < 0.9 * best.bytes.length ? next : best,
  );
}

/** 0, −1, 1, −2 … as 0, 1, 2, 3 …: without bit operations, which end at 32 bits. */
const toUnsigned = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const toSigned = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

function write(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

/** Reads a file written by `encode`, uncompressed. */
export function decode(file: Uint8Array): Columns {
  let at = 0;
  const read = (): number => {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = file[at++]!;
      if (byte < 128) return value + byte * unit;
      value += (byte - 128) * unit;
    }
  };
  const length = read();
  const headers = JSON.parse(
    new TextDecoder().decode(file.subarray(at, at + length)),
  ) as TableHeader[];
  at += length;

  const entries = tableNames.map((table, index) => {
    const { rows, columns } = headers[index]!;
    const done: Column[] = [];
    columnsOf(table).forEach((column, place) => {
      const rule = computed[column.name];
      if (rule) {
        const words = done[0]!.values.map((key) => rule(key!));
        done.push({ ...column, values: [...words.keys()], words });
        return;
      }
      const { base, words } = columns[place]!;
      const values: Numbers = new Array<number | null>(rows);
      let previous = 0;
      for (let row = 0; row < rows; row += 1) {
        const code = read() - (column.nullable ? 1 : 0);
        if (code < 0) {
          values[row] = null;
          continue;
        }
        const from = base === 0 ? 0 : base === 1 ? previous : (done[base - 2]!.values[row] ?? 0);
        previous = from + toSigned(code);
        values[row] = previous;
      }
      done.push({ ...column, values, words });
    });
    return [table, done] as const;
  });
  return Object.fromEntries(entries) as Columns;
}

/** Undoes gzip, in a browser as in Node. */
export async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
