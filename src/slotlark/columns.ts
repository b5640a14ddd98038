import { toDateText, toText } from './clock.ts';
import type { Database, Kind, TableName } from './tables.ts';
import { columnsOf, tableNames } from './tables.ts';

/** A value as a whole number: decimals in tenths or hundredths, booleans 0 or 1, texts by place. */
export type Numbers = (number | null)[];

/** A column with all its values. */
export interface Column {
  name: string;
  kind: Kind;
  nullable: boolean;
  values: Numbers;
  /** The different texts of a column of texts, in the order of appearance. */
  words: readonly string[];
}

/** A database column by column, the form in which it is small and quick to read. */
export type Columns = Record<TableName, Column[]>;

/** What one stands for in the whole number of a decimal. */
export const unitOf = (kind: Kind): number =>
  kind === 'decimal1' ? 10 : kind === 'decimal2' ? 100 : 1;

type Value = string | number | boolean | null;

/** Turns rows into columns. */
export function toColumns(database: Database): Columns {
  const entries = tableNames.map((table) => {
    const rows = database[table] as unknown as Record<string, Value>[];
    return [table, columnsOf(table).map((column) => toColumn(rows, column))] as const;
  });
  return Object.fromEntries(entries) as Columns;
}

function toColumn(
  rows: readonly Record<string, Value>[],
  { name, kind, nullable }: Omit<Column, 'values' | 'words'>,
): Column {
  const places = new Map<string, number>();
  const values = rows.map((row) => {
    const value = row[name]!;
    if (typeof value === 'number') return Math.round(value * unitOf(kind));
    if (typeof value !== 'string') return value === null ? null : Number(value);
    if (!places.has(value)) places.set(value, places.size);
    return places.get(value)!;
  });
  return { name, kind, nullable, values, words: [...places.keys()] };
}

/** Turns columns back into rows. */
export function toRows(columns: Columns): Database {
  const entries = tableNames.map((table) => {
    const count = columns[table][0]!.values.length;
    const rows = Array.from({ length: count }, (_, place) =>
      Object.fromEntries(columns[table].map((column) => [column.name, toValue(column, place)])),
    );
    return [table, rows] as const;
  });
  return Object.fromEntries(entries) as unknown as Database;
}

function toValue({ kind, values, words }: Column, place: number): Value {
  const value = values[place]!;
  if (value === null) return null;
  if (kind === 'text') return words[value]!;
  if (kind === 'boolean') return value === 1;
  return value / unitOf(kind);
}

/** A value as PostgreSQL, CSV and people write it; times in UTC. */
export function toWord({ kind, words }: Column, value: number): string {
  switch (kind) {
    case 'text':
      return words[value]!;
    case 'boolean':
      return value === 1 ? 't' : 'f';
    case 'instant':
      return `${toText(value)}+00`;
    case 'wall':
      return toText(value);
    case 'date':
      return toDateText(value);
    case 'decimal1':
      return (value / 10).toFixed(1);
    case 'decimal2':
      return (value / 100).toFixed(2);
    default:
      return String(value);
  }
}
