/**
 * Asks the practice database from the command line: `npm run ask -- "select …"`, or with
 * `--hidden` the seed that learners do not see.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openSlotlark } from '../data/open-slotlark.ts';
import { runScript } from '../labs/sql/engine.ts';
import type { SqlError } from '../lib/sql/messages.ts';

const { values, positionals } = parseArgs({
  options: { hidden: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const script = positionals.join(' ') || readFileSync(0, 'utf8');
const database = await openSlotlark(values.hidden ? 'hidden' : 'practice');
try {
  for (const { columns, rows, total } of await runScript(database, script)) {
    const cells = [
      columns.map(({ name }) => name),
      ...rows.map((row) => row.map((value) => value ?? 'NULL')),
    ];
    const widths = columns.map((_, place) => Math.max(...cells.map((row) => row[place]!.length)));
    for (const row of cells) {
      console.log(
        row
          .map((value, place) => value.padEnd(widths[place]!))
          .join('  ')
          .trimEnd(),
      );
    }
    console.log(`(${total} ${total === 1 ? 'row' : 'rows'})`);
  }
} catch (error) {
  console.error(`ERROR: ${(error as SqlError).message}`);
  process.exitCode = 1;
}
await database.close();
