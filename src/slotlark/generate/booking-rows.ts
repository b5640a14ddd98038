import { hour, minute } from '../clock.ts';
import { Random } from '../random.ts';
import type { Seed } from '../seeds.ts';
import type { Row } from '../tables.ts';
import type { Draft } from './bookings.ts';
import type { Party } from './customers.ts';
import type { Course } from './outcomes.ts';

/** The table of bookings, from what its parts decided. */
export function toBookingRows(
  seed: Seed,
  drafts: readonly Draft[],
  parties: readonly Party[],
  courses: readonly Course[],
  reminders: readonly Row<'reminders'>[],
  phoned: ReadonlySet<number>,
): Row<'bookings'>[] {
  const random = new Random(seed.number, 'cancellations');
  const lastReminder = new Map<number, number>();
  for (const { booking_id, sent_at } of reminders) lastReminder.set(booking_id, sent_at);

  return drafts.map((draft, index) => {
    const { outcome } = courses[index]!;
    const { customer, isFirst } = parties[index]!;
    return {
      booking_id: draft.id,
      merchant_id: draft.merchant.merchant_id,
      staff_id: draft.staff.staff_id,
      service_id: draft.service.service_id,
      customer_id: customer.customer_id,
      is_first: isFirst,
      channel: phoned.has(draft.id) ? 'dashboard' : draft.channel,
      created_at: draft.createdAt,
      starts_at_utc: draft.startsAt,
      ends_at_utc: draft.endsAt,
      local_start: draft.wall,
      status: outcome,
      cancelled_at:
        outcome === 'cancelled' ? toCancelledAt(random, draft, lastReminder.get(draft.id)) : null,
      price_eur_cents: draft.priceEurCents,
    };
  });
}

/** Whoever was reminded cancelled after that, often at once; the others at any time. */
function toCancelledAt(
  random: Random,
  { createdAt, startsAt }: Draft,
  reminded: number | undefined,
): number {
  if (reminded === undefined) {
    return random.int(
      createdAt + 2 * minute,
      Math.max(createdAt + 3 * minute, startsAt - 5 * minute),
    );
  }
  const latest = startsAt - 5 * minute;
  return random.chance(60)
    ? random.int(reminded + minute, Math.min(reminded + 3 * hour, latest))
    : random.int(reminded + minute, latest);
}
