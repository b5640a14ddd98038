import type { Result } from './result.ts';

/** A result as plain text: columns side by side, then the number of rows. */
export function printResult({ columns, rows, total }: Result): string {
  const cells = [
    columns.map(({ name }) => name),
    ...rows.map((row) => row.map((value) => value ?? 'NULL')),
  ];
  const widths = columns.map((_, place) => Math.max(...cells.map((row) => row[place]!.length)));
  const lines = cells.map((row) =>
    row
      .map((value, place) => value.padEnd(widths[place]!))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, `(${total} ${total === 1 ? 'row' : 'rows'})`].join('\n');
}
