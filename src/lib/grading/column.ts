import type { Result } from '../lab/sql/result.ts';

/** A column as a learner finds it: its name, and its place where the name does not tell it from others. */
export function nameColumn({ columns }: Result, place: number): string {
  const { name = '' } = columns[place] ?? {};
  const isPlain =
    name !== '?column?' && columns.filter((column) => column.name === name).length === 1;
  return isPlain ? `“${name}”` : `“${name}” (column ${place + 1})`;
}
