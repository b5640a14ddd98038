import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, dateOf, hour, minute, toText, weekdayOf } from '../../src/slotlark/clock.ts';
import { toColumns, toRows } from '../../src/slotlark/columns.ts';
import { decode, encode, gunzip } from '../../src/slotlark/data-file.ts';
import { generate, seeds } from '../../src/slotlark/generate.ts';
import { toIdempotencyKey } from '../../src/slotlark/idempotency-key.ts';
import { toQuantiles } from '../../src/slotlark/quantiles.ts';
import { quota } from '../../src/slotlark/quota.ts';
import { Random } from '../../src/slotlark/random.ts';
import { tableNames } from '../../src/slotlark/tables.ts';
import type { TableName } from '../../src/slotlark/tables.ts';
import { trades } from '../../src/slotlark/world/trades.ts';
import type { Category } from '../../src/slotlark/world/trades.ts';
import { seedNames } from './seed.ts';

const databases = { practice: generate(seeds.practice), hidden: generate(seeds.hidden) };

/** The data files, to the last byte. A change here changes the answers of published exercises. */
const hashes = {
  practice: '9574f8b54c986888f5be5292c772f66687c48e8ae3259984b790a477f7015a2e',
  hidden: '8c1a5767536f78a440cf39764f844a6bbdde596a2d0f65f7e9e2b9b6cc47f0a2',
};

const toHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe.each(seedNames)('the generator with the seed "%s"', (name) => {
  const database = databases[name];
  const file = encode(toColumns(database));

  it('makes the same bytes every time', () => {
    const again = encode(toColumns(generate(seeds[name])));
    expect([file, again].map(toHash)).toEqual([hashes[name], hashes[name]]);
  });

  it('writes a small file that gives back every row', async () => {
    const small = gzipSync(file, { level: 9 });
    expect(small.length).toBeLessThan(1_300_000);
    const back = decode(await gunzip(Uint8Array.from(small)));
    // Quicker than toEqual, which prepares a report of two hundred thousand rows.
    expect(isDeepStrictEqual(toRows(back), database)).toBe(true);
  });

  it('keeps everybody to opening hours', () => {
    const outside = database.bookings.filter(({ merchant_id, local_start, service_id }) => {
      const { category } = database.merchants[merchant_id - 1]!;
      const date = dateOf(local_start);
      const opening = trades[category as Category].hours[weekdayOf(date)];
      const end = local_start + database.services[service_id - 1]!.duration_minutes * minute;
      return (
        !opening ||
        local_start < date * day + opening[0] * hour ||
        end > date * day + opening[1] * hour ||
        /-12-25|-01-01/.test(toText(local_start))
      );
    });
    expect(outside).toEqual([]);
  });

  it('gives no two merchants one name', () => {
    expect(new Set(database.merchants.map(({ name }) => name)).size).toBe(
      database.merchants.length,
    );
  });
});

describe('the practice data', () => {
  it('has the sizes that the course quotes', () => {
    const sizes = Object.fromEntries(
      tableNames.map((table: TableName) => [table, databases.practice[table].length]),
    );
    expect(sizes).toEqual({
      merchants: 600,
      staff: 1_800,
      services: 3_000,
      customers: 9_000,
      bookings: 30_074,
      reminders: 29_691,
      payments: 50_556,
      events: 39_694,
      assignments: 11_963,
      releases: 40,
      calendar_links: 1_300,
      api_requests: 20_000,
      webhook_deliveries: 7_499,
      tickets: 1_500,
      minute_metrics: 2_880,
    });
  });

  it('holds the three bookings of chapter 2', () => {
    const { bookings, merchants, staff, services, reminders } = databases.practice;
    const told = [20_417, 20_431, 20_466].map((id) => {
      const booking = bookings[id - 1]!;
      const merchant = merchants[booking.merchant_id - 1]!;
      return [
        booking.booking_id,
        toText(booking.created_at),
        toText(booking.starts_at_utc),
        toText(booking.local_start),
        merchant.name,
        merchant.town,
        staff[booking.staff_id - 1]!.first_name,
        services[booking.service_id - 1]!.duration_minutes,
        booking.channel,
        booking.status,
        reminders.filter(({ booking_id }) => booking_id === id).map(({ channel }) => channel)[0],
      ];
    });
    const [, , dogs] = told;
    expect(told.slice(0, 2)).toEqual([
      [
        20_417,
        '2026-04-14 18:42:07',
        '2026-04-16 07:30:00',
        '2026-04-16 08:30:00',
        'Maré Fisio',
        'Lisbon',
        'Rui',
        45,
        'app',
        'completed',
        'sms',
      ],
      [
        20_431,
        '2026-04-14 19:03:12',
        '2026-04-16 07:00:00',
        '2026-04-16 10:00:00',
        'Tausi Driving School',
        'Nairobi',
        expect.any(String),
        45,
        'app',
        'no_show',
        'sms',
      ],
    ]);
    expect(dogs).toMatchObject({ 1: '2026-04-14 19:55:30', 4: 'Bark & Bramble', 9: 'completed' });
  });

  it('has merchant 77 where the documents have it', () => {
    expect(databases.practice.merchants[76]).toMatchObject({
      merchant_id: 77,
      name: 'Nordlicht Fahrschule',
      town: 'Hamburg',
      is_test: false,
      churned_at: null,
    });
  });
});

describe('what the generator is made of', () => {
  it('uses nothing that differs from machine to machine', () => {
    const banned =
      /Math\.(random|log|exp|pow|sin|cos|tan|cbrt|hypot)|\*\*|Date\.now|new Date\(\)|Intl|toLocale|localeCompare|performance/;
    const files = globSync('src/slotlark/{*.ts,generate/*.ts,world/*.ts}').filter(
      (path) => !/(downloads|zip|cluster|load)\.ts$/.test(path),
    );
    expect(files.length).toBeGreaterThan(25);
    const code = (path: string) =>
      readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(files.filter((path) => banned.test(code(path)))).toEqual([]);
  });

  it('draws whole numbers evenly and within bounds', () => {
    const random = new Random(1, 'dice');
    const counts = new Map<number, number>();
    for (let roll = 0; roll < 60_000; roll += 1) {
      const face = random.int(1, 6);
      counts.set(face, (counts.get(face) ?? 0) + 1);
    }
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  it('deals out quotas that add up and follow the weights', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.nat(5_000), weights, (total, shares) => {
        const counts = quota(total, shares);
        const sum = shares.reduce((before, share) => before + share, 0);
        expect(counts.reduce((before, count) => before + count, 0)).toBe(total);
        counts.forEach((count, index) => {
          expect(Math.abs(count - (total * shares[index]!) / sum)).toBeLessThan(1);
        });
      }),
    );
  });

  it('spreads values along a table of quantiles', () => {
    expect(
      toQuantiles(5, [
        [0, 10],
        [0.5, 20],
        [1, 40],
      ]),
    ).toEqual([10, 15, 20, 30, 40]);
  });

  it('makes no idempotency key twice', () => {
    const keys = new Set(Array.from({ length: 60_000 }, (_, number) => toIdempotencyKey(number)));
    expect(keys.size).toBe(60_000);
  });
});
