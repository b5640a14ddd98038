import { at, day, hour, minute } from '../clock.ts';
import { Random } from '../random.ts';
import { history } from '../seeds.ts';
import type { Seed } from '../seeds.ts';
import type { Row } from '../tables.ts';
import { fromWall } from '../zones.ts';
import { toSchemaVersion } from './events.ts';
import type { Draft } from './events.ts';
import type { Merchant } from './merchants.ts';

const window = { from: at(history.events.from), to: at(history.events.to) };

interface Copy {
  merchants: readonly Merchant[];
  staff: readonly Row<'staff'>[];
  services: readonly Row<'services'>[];
  bookings: readonly Row<'bookings'>[];
  calendar_links: readonly Row<'calendar_links'>[];
}

/** What the server told of merchants that signed up while events were collected. */
export function toMilestones(seed: Seed, copy: Copy): Draft[] {
  const random = new Random(seed.number, 'milestones');
  return copy.merchants
    .filter(({ signed_up_at }) => signed_up_at >= window.from)
    .flatMap((merchant) =>
      toSteps(random, copy, merchant)
        .filter(({ time }) => time < window.to - 2)
        .map(({ name, time }) => ({
          session_id: null,
          merchant_id: merchant.merchant_id,
          name,
          platform: null,
          app_version: null,
          occurred_at: time,
          received_at: time + random.int(0, 2),
          schema_version: toSchemaVersion(time),
          variant: null,
        })),
    );
}

function toSteps(random: Random, copy: Copy, merchant: Merchant): { name: string; time: number }[] {
  const { merchant_id, signed_up_at, churned_at, onboarding_path, timezone } = merchant;
  const isOwn = (row: { merchant_id: number }) => row.merchant_id === merchant_id;
  const team = copy.staff.filter(isOwn);
  const ids = new Set(team.map(({ staff_id }) => staff_id));
  const first = copy.bookings.find(isOwn);
  // The first service must exist before the first booking can come in.
  const listed = signed_up_at + random.int(4 * minute, 3 * hour);
  const services = copy.services.filter(isOwn);
  return [
    { name: 'merchant_signed_up', time: signed_up_at },
    ...(onboarding_path === 'csv_import'
      ? [{ name: 'import_completed', time: signed_up_at + random.int(20 * minute, 3 * day) }]
      : []),
    ...services.map((_, index) => ({
      name: 'service_created',
      time: index === 0 ? listed : listed + random.int(2 * minute, 20 * hour),
    })),
    ...team.slice(1).map(({ joined_on }) => ({
      name: 'staff_invited',
      time: Math.max(
        listed + random.int(minute, hour),
        fromWall(timezone, joined_on * day + random.int(8 * hour, 18 * hour)),
      ),
    })),
    ...copy.calendar_links
      .filter(({ staff_id }) => ids.has(staff_id))
      .map(({ connected_at }) => ({ name: 'calendar_connected', time: connected_at })),
    ...(first ? [{ name: 'first_booking_received', time: first.created_at }] : []),
    ...(random.chance(15)
      ? [{ name: 'plan_changed', time: signed_up_at + random.int(10 * day, 50 * day) }]
      : []),
    ...(churned_at === null ? [] : [{ name: 'merchant_churned', time: churned_at }]),
  ].filter(({ time }) => churned_at === null || time <= churned_at);
}
