import type { Result } from '../lab/sql/result.ts';

/** How two results are compared: as the question needs it. */
export interface Comparison {
  /** Whether the order of rows is part of the answer. */
  ordered: boolean;
  /** Numbers may differ by half a unit of this decimal place. */
  decimals?: number | undefined;
}

export type Value = string | null;
export type Row = readonly Value[];

/**
 * Whether two results say the same. Columns count by their place, not by their name; rows that
 * occur twice must occur twice; numbers count by their value, however they are written.
 */
export function isSameResult(one: Result, other: Result, comparison: Comparison): boolean {
  return (
    one.columns.length === other.columns.length &&
    one.total === other.total &&
    findUnmatched(one.rows, other.rows, comparison).length === 0
  );
}

/** Places of the rows of `rows` for which `others` has no partner left. */
export function findUnmatched(
  rows: readonly Row[],
  others: readonly Row[],
  { ordered, decimals }: Comparison,
): number[] {
  const places = rows.map((_, place) => place);
  if (ordered) return places.filter((place) => !isSameRow(rows[place]!, others[place], decimals));
  const left = [...others];
  return places.filter((place) => {
    const partner = left.findIndex((other) => isSameRow(rows[place]!, other, decimals));
    if (partner >= 0) left.splice(partner, 1);
    return partner < 0;
  });
}

function isSameRow(row: Row, other: Row | undefined, decimals: number | undefined): boolean {
  return (
    other?.length === row.length &&
    row.every((value, place) => isSameValue(value, other[place]!, decimals))
  );
}

/** Whether two values are the same, as far as `decimals` asks. */
export function isSameValue(one: Value, other: Value, decimals?: number): boolean {
  if (one === null || other === null) return one === other;
  const [a, b] = [toNumber(one), toNumber(other)];
  if (a === undefined || b === undefined) return toPlain(one) === toPlain(other);
  const tolerance =
    decimals === undefined
      ? 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
      : 0.5 * 10 ** -decimals + 1e-9;
  return Math.abs(a - b) <= tolerance;
}

/** A number that PostgreSQL or Python has written, if it is one. */
export function toNumber(value: string): number | undefined {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value.trim()) ? Number(value) : undefined;
}

/** Midnight is the day itself, whatever type it has; spaces at the ends say nothing. */
const toPlain = (value: string) =>
  value.trim().replace(/^(\d{4}-\d\d-\d\d)[ T]00:00(:00(\.0+)?)?([+-]00(:?00)?)?$/, '$1');
