import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { ChartRow } from '../lib/drawing/chart/draw.ts';
import type { Table } from '../lib/company/entities.ts';
import type { Content } from '../lib/content/content.ts';
import { openSlotlark } from './open-slotlark.ts';
import { cacheFolder, hashGenerator } from './slotlark-cache.ts';

/** A row of the table `tickets`, as a document shows it. */
export interface Ticket {
  subject: string;
  topic: string;
  channel: string;
  priority: string;
  merchant: string;
  town: string;
  opened: string;
  closed: string | null;
}

/** What the site says of the practice database, all asked of the database itself. */
export interface DatabaseReport {
  tables: Table[];
  /** Facts that have a query, by id. */
  facts: Record<string, number>;
  charts: Record<string, ChartRow[]>;
  /** The tickets that documents quote, by number. */
  tickets: Record<number, Ticket>;
}

type Questions = Pick<Content, 'facts' | 'charts' | 'documents'>;

/**
 * Asks the practice database. The answers are kept in `node_modules/.cache` until the generator or
 * a question changes.
 */
export async function askSlotlark(content: Questions): Promise<DatabaseReport> {
  const questions = toQuestions(content);
  const how = readFileSync('src/load/slotlark.ts', 'utf8');
  const name = hashGenerator(JSON.stringify(questions), how);
  const file = join(cacheFolder, `${name}.json`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DatabaseReport;
  } catch {
    const report = await toReport(questions);
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(file, JSON.stringify(report));
    return report;
  }
}

const toQuestions = ({ facts, charts, documents }: Questions) => ({
  facts: facts.flatMap(({ id, data }) => (data.sql === undefined ? [] : [{ id, sql: data.sql }])),
  charts: charts.map(({ id, data }) => ({ id, sql: data.sql })),
  tickets: documents.flatMap(({ data }) =>
    data.kind === 'tickets' ? data.items.map(({ ticket }) => ticket) : [],
  ),
});

async function toReport(questions: ReturnType<typeof toQuestions>): Promise<DatabaseReport> {
  const database = await openSlotlark('practice');
  const report: DatabaseReport = {
    tables: await readTables(database),
    facts: {},
    charts: {},
    tickets: {},
  };
  for (const { id, sql } of questions.facts) {
    const { rows } = await ask(database, `fact "${id}"`, sql);
    const [value] = Object.values(rows[0] ?? {});
    if (rows.length !== 1 || !Number.isFinite(Number(value))) {
      throw new Error(`The query of the fact "${id}" must give one row of one number.`);
    }
    report.facts[id] = Number(value);
  }
  for (const { id, sql } of questions.charts) {
    const { rows } = await ask(database, `chart "${id}"`, sql);
    report.charts[id] = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])),
    );
  }
  for (const number of questions.tickets) {
    const { rows } = await database.query<Ticket>(
      `select subject, topic, channel, priority, m.name as merchant, m.town,
       to_char(opened_at, 'YYYY-MM-DD HH24:MI') as opened,
       to_char(closed_at, 'YYYY-MM-DD HH24:MI') as closed
       from tickets t join merchants m using (merchant_id) where ticket_id = $1`,
      [number],
    );
    if (!rows[0]) throw new Error(`The practice database has no ticket ${number}.`);
    report.tickets[number] = rows[0];
  }
  await database.close();
  return report;
}

async function ask(database: PGlite, name: string, sql: string) {
  try {
    return await database.query<Record<string, unknown>>(sql);
  } catch (error) {
    throw new Error(`The query of the ${name} fails: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** Reads the catalog: tables in the order in which the schema makes them. */
async function readTables(database: PGlite): Promise<Table[]> {
  const { rows: tables } = await database.query<{ name: string; comment: string }>(
    `select relname as name, obj_description(oid) as comment from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace order by oid`,
  );
  const { rows: columns } = await database.query<Table['columns'][number] & { table: string }>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
     not a.attnotnull as nullable, col_description(c.oid, a.attnum) as comment,
     exists (select from pg_constraint k where k.conrelid = c.oid and contype = 'p'
       and a.attnum = any (conkey)) as "isKey",
     (select confrelid::regclass::text from pg_constraint k where k.conrelid = c.oid
       and contype = 'f' and a.attnum = any (conkey)) as references
     from pg_class c join pg_attribute a on a.attrelid = c.oid and attnum > 0
     where relkind = 'r' and relnamespace = 'public'::regnamespace order by c.oid, attnum`,
  );
  return Promise.all(
    tables.map(async ({ name, comment }) => {
      const own = columns.filter(({ table }) => table === name);
      const shown = own.map((column) => `"${column.name}"::text`).join(', ');
      const first = own[0]?.name ?? '';
      const count = await database.query<{ rows: number }>(
        `select count(*)::int as rows from ${name}`,
      );
      const sample = await database.query<Record<string, string | null>>(
        `select ${shown} from ${name} order by "${first}" limit 5`,
      );
      return {
        name,
        comment,
        rows: count.rows[0]!.rows,
        columns: own.map((column) => ({
          name: column.name,
          type: column.type,
          nullable: column.nullable,
          comment: column.comment,
          isKey: column.isKey,
          ...(column.references && { references: column.references }),
        })),
        sample: sample.rows.map((row) => Object.values(row)),
      };
    }),
  );
}
