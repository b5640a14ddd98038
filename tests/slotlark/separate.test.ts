import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSlotlark } from '../../src/load/open-slotlark.ts';
import { seeds } from '../../src/slotlark/generate.ts';
import { ask, askOne, seedNames } from './seed.ts';

const noShow = `(status in ('no_show', 'noshow'))::int`;

/** No story may blur another: what is not part of one shows nothing of its kind. */
describe.each(seedNames)('the stories of the seed "%s" stay apart:', (name) => {
  const seed = seeds[name];
  let pglite: PGlite;
  beforeAll(async () => {
    pglite = await openSlotlark(name);
  });
  afterAll(() => pglite.close());

  it('texts go with fewer no-shows in every stratum, before and after the recoding', async () => {
    const rows = await ask(
      pglite,
      `select is_first, ends_at_utc < '2025-11-03 10:00Z' as is_old,
       avg(${noShow}) filter (where channel = 'email') as email,
       avg(${noShow}) filter (where channel = 'sms') as sms,
       avg(${noShow}) filter (where channel is null) as none
       from (select distinct b.*, r.channel from bookings b
         left join (select booking_id, channel from reminders) r using (booking_id)
       ) as reminded(booking_id, merchant_id, staff_id, service_id, customer_id, is_first, made_by,
         created_at, starts_at_utc, ends_at_utc, local_start, status, cancelled_at,
         price_eur_cents, channel)
       group by 1, 2`,
    );
    expect(rows).toHaveLength(4);
    for (const [, , email, sms, none] of rows as number[][]) {
      expect(sms).toBeLessThan(email!);
      expect(email).toBeLessThan(none!);
    }
  });

  it('test merchants do not move the no-show figures', async () => {
    const [row] = await ask(
      pglite,
      `select round(100 * avg(${noShow}), 1) = round(100 * avg(${noShow}) filter (where not is_test), 1),
       round(100 * avg((status = 'no_show')::int), 1)
         = round(100 * avg((status = 'no_show')::int) filter (where not is_test), 1)
       from bookings join merchants using (merchant_id)`,
    );
    expect(row).toEqual([true, true]);
  });

  it('spellings change once', async () => {
    const [row] = await ask(
      pglite,
      `select max(ends_at_utc) filter (where status = 'noshow') < '2025-11-03 10:00Z',
       min(ends_at_utc) filter (where status = 'no_show') >= '2025-11-03 10:00Z'
       from bookings`,
    );
    expect(row).toEqual([true, true]);
  });

  it('only texts grow longer, and only with the new template', async () => {
    const rows = await ask(
      pglite,
      `select channel, template, min(segments), max(segments), count(distinct cost_cents / segments)
       from reminders group by 1, 2 order by 1, 2`,
    );
    expect(rows).toEqual([
      ['email', 'v2', 1, 1, 1],
      ['email', 'v3', 1, 1, 1],
      ['sms', 'v2', 1, 2, 1],
      ['sms', 'v3', 2, 3, 1],
    ]);
  });

  it('no other platform or version loses sessions', async () => {
    const rows = await ask(
      pglite,
      `with sessions as (
        select session_id, platform, app_version, min(occurred_at) as start,
        bool_or(name = 'booking_confirmed') as done
        from events where session_id is not null group by 1, 2, 3)
       select 100 * avg(done::int) from sessions where app_version is distinct from '4.12.0'
       group by platform, app_version, start >= '2026-05-04Z', start >= '2026-05-18Z'`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(9);
    for (const [percent] of rows as number[][]) {
      expect(percent).toBeGreaterThan(58);
      expect(percent).toBeLessThan(65);
    }
  });

  it('what the app lost in those two weeks came by telephone, and no other channel moved', async () => {
    const rows = await ask(
      pglite,
      `select channel, avg(bookings) filter (where day between '2026-05-04' and '2026-05-17')
         / avg(bookings) filter (where day not between '2026-05-04' and '2026-05-17')
       from (select channel, created_at::date as day, count(*) as bookings from bookings
         where created_at >= '2026-04-06' and created_at < '2026-06-15' group by 1, 2) as daily
       group by 1 order by 1`,
    );
    const [api, app, dashboard, web] = rows.map(([, ratio]) => Number(ratio));
    expect(app).toBeLessThan(0.87);
    expect(dashboard).toBeGreaterThan(1.3);
    for (const ratio of [api, web]) expect(Math.abs(ratio! - 1)).toBeLessThan(0.15);
  });

  it('the test of the page layout shows no effect', async () => {
    const [row] = await ask(
      pglite,
      `with sessions as (
        select session_id, max(variant) as variant, bool_or(name = 'booking_confirmed') as done
        from events where variant is not null group by 1)
       select 100 * abs(avg(done::int) filter (where variant like '%control')
         - avg(done::int) filter (where variant like '%treatment')), count(distinct variant)
       from sessions`,
    );
    expect(row![0]).toBeLessThan(2);
    expect(row![1]).toBe(2);
  });

  it('only iOS lacks units, and the other platforms convert alike', async () => {
    const rows = await ask(
      pglite,
      `select platform,
       abs(count(*) filter (where variant = 'control') - count(*) filter (where variant = 'treatment'))
         / sqrt(count(*)) as sigmas,
       100 * abs(avg(converted::int) filter (where variant = 'control')
         - avg(converted::int) filter (where variant = 'treatment')) as points
       from assignments group by 1 order by 1`,
    );
    const [android, ios, web] = rows as [string, number, number][];
    expect(ios![1]).toBeGreaterThan(5);
    for (const [, sigmas, points] of [android!, web!]) {
      expect(sigmas).toBeLessThan(1.5);
      expect(points).toBeLessThan(1.5);
    }
  });

  it('nobody else is in two places, whichever clock is asked', async () => {
    const overlaps = (start: string, end: string) =>
      askOne(
        pglite,
        `with times as (select booking_id, staff_id, ${start} as start, ${end} as finish from bookings)
         select count(*) from times a join times b on a.staff_id = b.staff_id
         and a.booking_id < b.booking_id and a.start < b.finish and b.start < a.finish`,
      );
    const { pairs } = seed.bookings;
    expect(await overlaps('starts_at_utc', 'ends_at_utc')).toBe(pairs);
    const length = 'ends_at_utc - starts_at_utc';
    expect(await overlaps('local_start', `local_start + (${length})`)).toBe(pairs);
  });

  it('no merchant but one is refused often', async () => {
    const rows = await ask(
      pglite,
      `select merchant_id, 100.0 * count(*) / sum(count(*)) over () as percent
       from api_requests where status = 429 group by 1 order by 2 desc limit 2`,
    );
    expect(rows[0]![0]).toBe(seed.api.noisy.merchant);
    expect(rows[0]![1]).toBeGreaterThan(60);
    expect(rows[1]![1]).toBeLessThan(2);
  });

  it('no booking has a third deposit or a second balance', async () => {
    const rows = await ask(
      pglite,
      `select kind, count(*), max(charges) from (
         select booking_id, kind, count(*) as charges from payments
         where status = 'succeeded' group by 1, 2 having count(*) > 1) as repeated group by 1`,
    );
    expect(rows).toEqual([['deposit', seed.doubleDeposits, 2]]);
  });

  it('INC-31 lasts 94 minutes and stops nearly all bookings', async () => {
    const [row] = await ask(
      pglite,
      `select count(*) filter (where error_percent > 2), min(at) filter (where error_percent > 2)
         = '2026-03-02 09:02Z', max(error_percent), max(queue_depth), max(primary_connections),
       min(cache_hit_percent) < 4, max(p95_ms) > 8000,
       max(primary_cpu_percent) filter (where at < '2026-02-24Z') < 62,
       (select count(*) from bookings where created_at >= '2026-03-02 09:02Z'
         and created_at < '2026-03-02 10:36Z') between 1 and 5
       from minute_metrics`,
    );
    expect(row).toEqual([94, true, 38, 9_400, 200, true, true, true, true]);
  });

  it('tickets follow what happened', async () => {
    const share = (topic: string, from: string, to: string) =>
      askOne(
        pglite,
        `select avg((opened_at >= '${from}Z' and opened_at < '${to}Z')::int)
         from tickets where topic = '${topic}'`,
      );
    expect(await share('double_booking', '2025-07-01', '2026-03-20')).toBe(1);
    expect(await share('wrong_time', '2026-03-29', '2026-05-05')).toBeGreaterThan(0.75);
    expect(await share('outage', '2026-03-02', '2026-03-03')).toBeGreaterThan(0.75);
    expect(await share('payment_problem', '2026-05-04', '2026-05-21')).toBeGreaterThan(0.5);
  });
});
