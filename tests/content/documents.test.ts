import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/load/read-content.ts';
import { askSlotlark } from '../../src/load/slotlark.ts';
import { toPlaces } from '../../src/lib/company/places.ts';
import { toFactTexts } from '../../src/lib/course/fact-texts.ts';
import { countWords } from '../../src/lib/text/words.ts';
import { checkContent } from '../../src/lib/check/check.ts';
import { toCourse } from '../../src/lib/course/course.ts';
import type { CompanyDocument } from '../../src/lib/course/document.ts';
import { stripMarkdown } from '../../src/lib/text/markdown.ts';
import { openSlotlark } from '../../src/load/open-slotlark.ts';

const root = process.cwd();
const content = checkContent(readContent(root)).content!;
const report = await askSlotlark(content);
const { documents, company } = toCourse(content, toFactTexts(content, report.facts));

type Kind = CompanyDocument['kind'];
const ofKind = <Wanted extends Kind>(kind: Wanted) =>
  documents.filter((document) => document.kind === kind) as (CompanyDocument & { kind: Wanted })[];
const find = (id: string) => documents.find((document) => document.id === id)!;

describe('the company’s documents', () => {
  it('are all there', () => {
    const counts = Object.fromEntries(
      [...new Set(documents.map(({ kind }) => kind))].sort().map((kind) => [kind, ofKind(kind).length]),
    );
    expect(counts).toEqual({
      adr: 8,
      'ai-answers': 1,
      api: 1,
      backlog: 1,
      'data-file': 1,
      'debt-register': 1,
      'event-taxonomy': 1,
      'job-ad': 12,
      postmortem: 1,
      'release-notes': 1,
      rfc: 2,
      tickets: 1,
      'vendor-sheet': 9,
    });
  });

  it.each(['rfc-014', 'rfc-021'])('%s has 1,500 to 2,500 words', (id) => {
    expect(find(id).words).toBeGreaterThanOrEqual(1500);
    expect(find(id).words).toBeLessThanOrEqual(2500);
  });

  it('are dated, and follow what they supersede', () => {
    for (const { date, supersedes } of documents) {
      expect(date <= '2026-11-20').toBe(true);
      for (const older of supersedes) expect(find(older).date < date).toBe(true);
    }
  });

  it('let at least four colleagues speak in the margin of each RFC', () => {
    for (const { sections } of ofKind('rfc')) {
      const remarks = sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => ('remarks' in block ? block.remarks : [])),
      );
      const names = new Set(remarks.map(({ who }) => who));
      expect(names.size).toBeGreaterThanOrEqual(4);
      for (const name of names) expect(company!.people.map((someone) => someone.name)).toContain(name);
    }
  });
});

describe('planted flaws', () => {
  it('are as many as the exercises need', () => {
    expect(find('rfc-021').flaws).toHaveLength(7);
    expect(find('rfc-021').sound.length).toBeGreaterThanOrEqual(2);
    expect(find('public-api').flaws.filter(({ kind }) => kind === 'flaw')).toHaveLength(2);
    const between = documents.flatMap(({ flaws }) =>
      flaws.filter(({ against }) => against).map(({ id }) => id),
    );
    expect(between.length).toBeGreaterThanOrEqual(3);
    for (const need of ['sms', 'search', 'calendar'] as const) {
      const sheets = ofKind('vendor-sheet').filter((sheet) => sheet.need === need);
      expect(sheets).toHaveLength(3);
      expect(sheets.flatMap(({ flaws }) => flaws).length).toBeGreaterThanOrEqual(1);
    }
  });

  it('have ids of their own in a document', () => {
    for (const { id, flaws } of documents) {
      expect([id, new Set(flaws.map((flaw) => flaw.id)).size]).toEqual([id, flaws.length]);
    }
  });
});

describe('the public API', () => {
  const source = content.files.get('slotlark.openapi.yaml')!;
  const problemsOf = async (text: string) => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source: text, config });
    return problems.map(({ ruleId, message }) => `${ruleId}: ${message}`);
  };

  it('satisfies an independent linter', async () => {
    expect(await problemsOf(source)).toEqual([]);
  });

  it('which finds faults where there are some', async () => {
    const twice = source.replace('operationId: listBookings', 'operationId: createBooking');
    expect((await problemsOf(twice)).join()).toContain('operation-operationId-unique');
  });

  it('offers what RFC-014 and the course speak of', () => {
    const entry = content.documents.find(({ id }) => id === 'public-api')!;
    const file = content.files.get('slotlark.openapi.yaml');
    const places = [...toPlaces(entry.data, { file, diagrams: [] }).keys()];
    expect(places).toEqual(
      expect.arrayContaining([
        'list-slots',
        'create-booking',
        'create-booking-409',
        'create-booking-422',
        'create-booking-429',
        'list-bookings',
        'parameter-idempotency-key',
        'schema-error',
      ]),
    );
  });
});

describe('job ads', () => {
  const wordsOf = ({ intro, lines, closing }: CompanyDocument & { kind: 'job-ad' }) =>
    countWords(stripMarkdown([intro, ...lines.map(({ text }) => text), closing].join(' ')));

  it('are of equal length, one for each type of company', () => {
    const ads = ofKind('job-ad');
    expect(new Set(ads.map((ad) => ad.company_type)).size).toBe(12);
    for (const ad of ads) {
      expect([ad.id, wordsOf(ad) >= 205 && wordsOf(ad) <= 245]).toEqual([ad.id, true]);
    }
  });
});

describe('AI answers', () => {
  const { items } = ofKind('ai-answers')[0]!;

  it('are forty, graded, right and wrong mixed', () => {
    expect(items).toHaveLength(40);
    const grades = items.map(({ truth }) => truth.grade);
    for (const [grade, least] of [['correct', 12], ['flawed', 10], ['harmful', 6]] as const) {
      expect(grades.filter((one) => one === grade).length).toBeGreaterThanOrEqual(least);
    }
    expect(grades.join()).not.toMatch(/(correct,){6}|(flawed,){6}/);
  });

  it('name the words that are wrong, unless nothing is', () => {
    for (const { id, truth } of items) {
      expect([id, truth.quote !== undefined]).toEqual([id, truth.grade !== 'correct']);
    }
  });

  it('show the snippet they speak of', () => {
    expect(items.filter(({ snippet }) => snippet).length).toBeGreaterThanOrEqual(36);
  });
});

describe('the plan', () => {
  const { items } = ofKind('backlog')[0]!;

  it('has low, likely and high estimates in that order', () => {
    const ranges = [
      ...items.map(({ estimate }) => estimate),
      ...ofKind('debt-register')[0]!.items.map(({ effort }) => effort),
    ];
    for (const { low, likely, high } of ranges) {
      expect(low <= likely && likely <= high).toBe(true);
    }
  });

  it('asks for more than two quarters of nine engineers', () => {
    const weeks = items.reduce((sum, { estimate }) => sum + estimate.likely, 0);
    expect(weeks).toBeGreaterThan(9 * 26);
  });

  it('has dependencies, and pays off debts that the register has', () => {
    expect(items.filter(({ needs }) => needs.length > 0).length).toBeGreaterThanOrEqual(8);
    const debts = ofKind('debt-register')[0]!.items.map(({ id }) => id);
    for (const { debt } of items) if (debt) expect(debts).toContain(debt);
  });
});

describe('what documents say of the database', () => {
  it('agrees on the releases of the Android app', async () => {
    const database = await openSlotlark('practice');
    const { rows } = await database.query<{ version: string; date: string }>(
      `select version, to_char(released_at, 'YYYY-MM-DD') as date from releases
       where component = 'android' order by released_at`,
    );
    await database.close();
    const notes = ofKind('release-notes')[0]!.items.map(({ version, date }) => ({ version, date }));
    const sorted = notes.sort((a, b) => a.date.localeCompare(b.date));
    expect(rows.slice(-sorted.length)).toEqual(sorted);
    expect(sorted.length).toBeGreaterThanOrEqual(7);
  });

  it('quotes tickets that exist', () => {
    const { items } = ofKind('tickets')[0]!;
    expect(items.length).toBeGreaterThanOrEqual(12);
    for (const { ticket } of items) expect(report.tickets[ticket]?.subject).toBeTruthy();
  });
});

describe('the event taxonomy', () => {
  const { items, common } = ofKind('event-taxonomy')[0]!;

  it('has the 28 events', () => {
    expect(items).toHaveLength(28);
  });

  it('has the columns of the table', () => {
    const names = common.map(({ name }) => name);
    const columns = report.tables.find(({ name }) => name === 'events')!.columns;
    const own = columns.map(({ name }) => name).filter((name) => name !== 'name');
    expect(names).toEqual(expect.arrayContaining(own));
  });
});
