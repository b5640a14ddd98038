import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSlotlark } from '../../src/load/open-slotlark.ts';
import { readContent } from '../../src/load/read-content.ts';
import { runScript } from '../../src/labs/sql/engine.ts';
import type { CodeFence } from '../../src/lib/content/parse-mdx.ts';
import { checkContent } from '../../src/lib/check/check.ts';
import type { SqlError } from '../../src/lib/lab/sql/messages.ts';
import { printResult } from '../../src/lib/lab/sql/print.ts';
import { fencesIn, isSql, isText } from './fences.ts';

const content = checkContent(readContent(process.cwd())).content!;

/** These ask tables that they print themselves; executable.test.ts asks them there. */
const ownTables = ['learn-with-ai', 'assess-status-query'];

/** A query, and the result that is printed right after it, if there is one. */
interface Shown {
  place: string;
  query: string;
  printed: string | undefined;
}

function toShown(id: string, fences: readonly CodeFence[]): Shown[] {
  return fences.flatMap((fence, index) => {
    if (!isSql(fence)) return [];
    const next = fences[index + 1];
    const printed = next && isText(next) ? next.code.trimEnd() : undefined;
    return [{ place: `${id}, query ${index + 1}`, query: fence.code, printed }];
  });
}

const shown = [
  ...content.chapters.flatMap(({ id, body }) => toShown(id, body?.fences ?? [])),
  ...content.activities.flatMap(({ id, data }) => toShown(id, fencesIn(data))),
].filter(({ place }) => !ownTables.some((id) => place.startsWith(`${id},`)));

let database: PGlite;
beforeAll(async () => void (database = await openSlotlark()));
afterAll(() => database.close());

/** What `npm run ask` prints for a script. */
async function print(script: string): Promise<string> {
  try {
    return (await runScript(database, script)).map(printResult).join('\n');
  } catch (error) {
    return `ERROR: ${(error as SqlError).message}`;
  }
}

describe('queries of the practice database', () => {
  it('stand in the chapters of part 3', () => {
    const chapters = new Set(shown.map(({ place }) => place.split(',')[0]));
    expect([...chapters]).toEqual(expect.arrayContaining(['ask-one-table', 'join-without-lying']));
  });

  it.each(shown.map((entry) => [entry.place, entry] as const))('%s', async (_, entry) => {
    const output = await print(entry.query);
    if (entry.printed === undefined) expect(output).not.toMatch(/^ERROR/);
    else expect(output.replace(/^ERROR: .*/, (error) => error.trimEnd())).toBe(entry.printed);
  });
});
