/**
 * Asks the practice database from the command line: `npm run ask -- "select …"`, or with
 * `--hidden` the seed that learners do not see.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openSlotlark } from '../load/open-slotlark.ts';
import { runScript } from '../labs/sql/engine.ts';
import type { SqlError } from '../lib/lab/sql/messages.ts';
import { printResult } from '../lib/lab/sql/print.ts';

const { values, positionals } = parseArgs({
  options: { hidden: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const script = positionals.join(' ') || readFileSync(0, 'utf8');
const database = await openSlotlark();
const seed = values.hidden ? 'hidden' : 'practice';
try {
  for (const result of await runScript(database, script, seed)) console.log(printResult(result));
} catch (error) {
  console.error(`ERROR: ${(error as SqlError).message}`);
  process.exitCode = 1;
}
await database.close();
