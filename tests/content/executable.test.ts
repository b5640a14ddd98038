import { PGlite } from '@electric-sql/pglite';
import { beforeAll, describe, expect, it } from 'vitest';
import { runExercises, toFindings } from '../../src/load/exercises.ts';
import { readContent } from '../../src/load/read-content.ts';
import { formatFindings } from '../../src/lib/content/finding.ts';
import type { CodeFence } from '../../src/lib/content/parse-mdx.ts';
import { checkContent } from '../../src/lib/check/check.ts';
import { fencesIn, isPython, isSql, isText, nameOf } from './fences.ts';
import { startPython } from './python.ts';
import type { Python } from './python.ts';

const files = readContent(process.cwd());
const content = checkContent(files).content!;

const chapters = content.chapters.flatMap(({ id, file, body }) =>
  body ? [{ id, file, fences: body.fences }] : [],
);
const items = content.activities.map(({ id, data }) => ({ id, data, fences: fencesIn(data) }));

/** Data that scripts find in their folder: the company's files, and those of the chapter's exercises. */
const exercises = await runExercises(content);
const dataOf = (chapter: string): [name: string, text: string][] => [
  ...[...content.files].filter(([name]) => name.endsWith('.csv')),
  ...content.activities
    .filter(({ file }) => file.includes(`/${chapter}/`))
    .flatMap(({ id }) => Object.entries(exercises[id]?.files.practice ?? {})),
];

/** Milliseconds that Python may take to start, on a busy machine too. */
const slow = 120_000;

it('every exercise is fair: proved on both seeds', () => {
  expect(Object.keys(exercises).length).toBeGreaterThan(70);
  expect(formatFindings(toFindings(content.activities, exercises))).toBe('');
});

describe('Python in chapters', () => {
  const withPython = chapters.filter(({ fences }) => fences.some(isPython));

  it('is there', () => {
    expect(withPython.map(({ id }) => id)).toContain('learn-with-ai');
  });

  describe.each(withPython.map((chapter) => [chapter.id, chapter.fences] as const))('%s', (id, fences) => {
    const scripts = fences.filter(isPython);
    let python: Python;
    const outputOf = (script: CodeFence) => python.run(nameOf(script)).trimEnd();

    beforeAll(async () => {
      python = await startPython();
      for (const [name, text] of dataOf(id)) python.write(name, text);
      for (const script of scripts) python.write(nameOf(script), script.code);
    }, slow);

    it('names each file once, in its first line', () => {
      const names = scripts.map(nameOf);
      expect(names.filter((name) => !/^[a-z_]+\.py$/.test(name))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    });

    it.each(scripts.map((script) => [nameOf(script), script] as const))(
      '%s prints what the chapter shows',
      (_, script) => {
        const output = outputOf(script);
        if (python.onlyDefines(script.code)) expect(output).toBe('');
        if (output) expect(neighbours(fences, script, isText)).toContain(output);
      },
    );

    it('shows nothing that no file prints', () => {
      for (const fence of fences.filter(isText)) {
        const around = neighbours(fences, fence, isPython, outputOf);
        if (around.length > 0) expect(around).toContain(fence.code.trimEnd());
      }
    });
  });
});

describe('Python in items', () => {
  const codes = items.flatMap(({ id, fences }) => fences.filter(isPython).map(({ code }) => [id, code]));
  let python: Python;
  beforeAll(async () => void (python = await startPython()), slow);

  it('is there', () => {
    expect(codes.map(([id]) => id)).toContain('assess-cancellation-fee');
  });

  const predictions = items.flatMap(({ id, data }) => {
    if (data.type !== 'predict') return [];
    const script = fencesIn(data.prompt).findLast(isPython);
    const output = fencesIn(data.actual).find(isText);
    return script && output ? [[id, script.code, output.code] as const] : [];
  });

  it.each(predictions)('%s prints what the item says', (_, code, output) => {
    python.write('item.py', code);
    expect(python.run('item.py').trimEnd()).toBe(output.trimEnd());
  });

  it.each(codes)('%s is Python', (_, code = '') => {
    expect(() => python.checkSyntax(code)).not.toThrow();
  });
});

describe('SQL of tables that a page prints', () => {
  const claim = (text: string | undefined, pattern: RegExp) => Number(pattern.exec(text ?? '')?.[1]);
  const entriesOf = (id: string) => {
    const data = items.find((item) => item.id === id)?.data;
    return data?.type === 'match' ? data.entries : [];
  };

  it('gives what the chapter and its faded example say a reminder costs', async () => {
    const text = files.find(({ path }) => path.endsWith('/learn-with-ai.mdx'))!.text;
    const fences = chapters.find(({ id }) => id === 'learn-with-ai')!.fences;
    const table = tableIn(text, '| reminder | cost_cents |');
    expect(table).toEqual([
      ['501', '4'],
      ['502', '6'],
      ['503', null],
      ['504', '8'],
    ]);
    const row = await ask('reminders (reminder int, cost_cents int)', table, fences);

    const [two, three, four] = entriesOf('faded-average-cost');
    expect(row).toEqual({
      reminders: claim(text, /"`reminders` is (\d+)\."/),
      with_cost: claim(two?.why, /so it is (\d+)\./),
      average_cost: claim(three?.why, /= (\d+)\./),
    });
    expect(row).toEqual({ reminders: 4, with_cost: 3, average_cost: 6 });
    expect([two, three, four].map((entry) => entry?.target)).toEqual(['false', 'false', 'unknown']);
    expect(claim(two?.text, /`with_cost` is (\d+)/)).not.toBe(row.with_cost);
    expect(claim(three?.text, /`average_cost` is ([\d.]+\d)/)).not.toBe(row.average_cost);
  });

  it('gives what the item on statuses says it counts', async () => {
    const item = items.find(({ id }) => id === 'assess-status-query')!;
    const table = tableIn(item.data.prompt, '| id | status |');
    expect(table).toHaveLength(5);
    const row = await ask('bookings (id int, status text)', table, item.fences);
    const [, two] = entriesOf('assess-status-query');
    expect(row).toEqual({ n: claim(two?.why, /result is (\d+)\./) });
    expect(two?.target).toBe('false');
    expect(claim(two?.text, /result is (\d+)/)).not.toBe(row.n);
  });
});

/** The values of the fences right after and right before one: output may also stand before its code. */
function neighbours(
  fences: readonly CodeFence[],
  fence: CodeFence,
  test: (fence: CodeFence) => boolean,
  valueOf: (fence: CodeFence) => string = ({ code }) => code.trimEnd(),
) {
  const index = fences.indexOf(fence);
  return [fences[index + 1], fences[index - 1]]
    .filter((other) => other !== undefined)
    .filter(test)
    .map(valueOf);
}

/** The cells under a table's heading; `null` for one in italics and brackets, as in "(empty)". */
function tableIn(text: string, heading: string): (string | null)[][] {
  const lines = text.slice(text.indexOf(heading)).split('\n').slice(2);
  const rows = lines.slice(0, lines.findIndex((line) => !line.startsWith('|')));
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => (/^\*\(.+\)\*$/.test(cell.trim()) ? null : cell.trim())),
  );
}

/** Fills a table and asks it the only SQL query among the fences; gives its only row, as numbers. */
async function ask(columns: string, rows: (string | null)[][], fences: readonly CodeFence[]) {
  const queries = fences.filter(isSql);
  expect(queries).toHaveLength(1);
  const database = await PGlite.create();
  await database.exec(`CREATE TABLE ${columns}`);
  const table = columns.split(' ')[0] ?? '';
  for (const row of rows) {
    await database.query(`INSERT INTO ${table} VALUES ($1, $2)`, row);
  }
  const result = await database.query<Record<string, unknown>>(queries[0]?.code ?? '');
  await database.close();
  expect(result.rows).toHaveLength(1);
  const values = Object.entries(result.rows[0] ?? {});
  return Object.fromEntries(values.map(([name, value]) => [name, Number(value)]));
}
