import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { ContentError } from './content-error.ts';
import type { ChartRow } from '../lib/drawing/chart/draw.ts';
import type { Table } from '../lib/company/entities.ts';
import type { Content } from '../lib/content/content.ts';
import type { Entry } from '../lib/content/entry.ts';
import type { Finding } from '../lib/content/finding.ts';
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

/** What a finding says, its place aside. */
type Told = Pick<Finding, 'problem' | 'remedy'>;

type Questions = Pick<Content, 'facts' | 'charts' | 'documents'>;

/**
 * Asks the practice database. The answers are kept in `node_modules/.cache` until the generator or
 * a question changes.
 *
 * @throws ContentError with the file and the line of every question that has no answer.
 */
export async function askSlotlark(content: Questions): Promise<DatabaseReport> {
  const how = readFileSync('src/load/slotlark.ts', 'utf8');
  const name = hashGenerator(JSON.stringify(toQuestions(content)), how);
  const file = join(cacheFolder, `${name}.json`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DatabaseReport;
  } catch {
    const report = await toReport(content);
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(file, JSON.stringify(report));
    return report;
  }
}

/** What the answers depend on. */
const toQuestions = ({ facts, charts, documents }: Questions) => [
  ...[...facts, ...charts].map(({ id, data }) => [id, data.sql]),
  ...documents.flatMap(({ data }) => (data.kind === 'tickets' ? data.items : [])),
];

const ticketSql = `select subject, topic, channel, priority, m.name as merchant, m.town,
  to_char(opened_at, 'YYYY-MM-DD HH24:MI') as opened,
  to_char(closed_at, 'YYYY-MM-DD HH24:MI') as closed
  from tickets t join merchants m using (merchant_id) where ticket_id = $1`;

async function toReport({ facts, charts, documents }: Questions): Promise<DatabaseReport> {
  const database = await openSlotlark();
  const report: DatabaseReport = {
    tables: await readTables(database),
    facts: {},
    charts: {},
    tickets: {},
  };
  const findings: Finding[] = [];
  const find = ({ file, lineOf }: Entry<unknown>, path: (string | number)[], finding: Told) =>
    findings.push({ file, line: lineOf(...path), ...finding });
  const ask = async (entry: Entry<unknown>, sql: string) => {
    try {
      return (await database.query<Record<string, unknown>>(sql)).rows;
    } catch (error) {
      find(entry, ['sql'], {
        problem: `The practice database refuses this query: ${(error as Error).message}.`,
        remedy: 'Mend the query. `npm run ask -- "select …"` runs one.',
      });
      return undefined;
    }
  };
  for (const fact of facts) {
    if (fact.data.sql === undefined) continue;
    const rows = await ask(fact, fact.data.sql);
    if (!rows) continue;
    const value = rows.length === 1 ? Number(Object.values(rows[0]!)[0]) : NaN;
    report.facts[fact.id] = value;
    if (Number.isFinite(value)) continue;
    find(fact, ['sql'], {
      problem: `The query of the fact "${fact.id}" does not give one row of one number.`,
      remedy: 'Select one number, such as a count, without GROUP BY.',
    });
  }
  for (const chart of charts) {
    const rows = await ask(chart, chart.data.sql);
    report.charts[chart.id] = (rows ?? []).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])),
    );
  }
  for (const document of documents) {
    if (document.data.kind !== 'tickets') continue;
    for (const [index, { ticket }] of document.data.items.entries()) {
      const { rows } = await database.query<Ticket>(ticketSql, [ticket]);
      if (rows[0]) report.tickets[ticket] = rows[0];
      else {
        find(document, ['items', index, 'ticket'], {
          problem: `The practice database has no ticket ${ticket}.`,
          remedy: 'Give the number of a row of the table "tickets".',
        });
      }
    }
  }
  await database.close();
  if (findings.length > 0) throw new ContentError(findings);
  return report;
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
