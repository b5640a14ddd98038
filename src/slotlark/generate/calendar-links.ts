import { at, day, hour, minute } from '../clock.ts';
import { toQuantiles } from '../quantiles.ts';
import type { QuantileTable } from '../quantiles.ts';
import { Random } from '../random.ts';
import { history } from '../seeds.ts';
import type { Seed } from '../seeds.ts';
import type { Row } from '../tables.ts';
import { fromWall } from '../zones.ts';
import { standOnMonths } from './boundaries.ts';
import type { Merchant } from './merchants.ts';

const now = at(history.outcomes);

/** Seconds until a change in an outside calendar is known: median 4 minutes, 95th percentile 26. */
const lags: QuantileTable = [
  [0, 8],
  [0.25, 96],
  [0.5, 240],
  [0.75, 570],
  [0.95, 1_560],
  [0.99, 3_900],
  [1, 9_400],
];

const limit = 10 * minute;

/** Connections to outside calendars; some people have connected twice. */
export function toCalendarLinks(
  seed: Seed,
  merchants: readonly Merchant[],
  staff: readonly Row<'staff'>[],
): Row<'calendar_links'>[] {
  const random = new Random(seed.number, 'calendar links');
  const again = Math.round(seed.calendarLinks * 0.06);
  const linked = random.sample(staff, seed.calendarLinks - again);
  const links = linked.flatMap((person, index) =>
    toLinks(random, merchants[person.merchant_id - 1]!, person, index < again),
  );
  const working = links.filter(({ last_synced_at }) => last_synced_at !== null);
  const dealt = random.shuffle(toQuantiles(working.length, lags));
  working.forEach((link, index) => (link.sync_lag_seconds = dealt[index]!));
  // One open link stands on ten minutes exactly, so that "more than" is told from "at least".
  const offLimit = ({ sync_lag_seconds }: Row<'calendar_links'>) =>
    Math.abs(sync_lag_seconds! - limit);
  const open = working.filter(({ disconnected_at }) => disconnected_at === null);
  open.sort((one, other) => offLimit(one) - offLimit(other))[0]!.sync_lag_seconds = limit;
  const earliest = new Map(
    staff.map(({ staff_id, merchant_id, joined_on }) => {
      const { timezone, signed_up_at } = merchants[merchant_id - 1]!;
      return [staff_id, Math.max(fromWall(timezone, joined_on * day), signed_up_at)];
    }),
  );
  // Somebody's first link is the only one without another before it.
  const first = links.filter(({ staff_id }, index) => links[index - 1]?.staff_id !== staff_id);
  standOnMonths(first, 'connected_at', ({ staff_id }) => earliest.get(staff_id)!);
  return links
    .sort((a, b) => a.connected_at - b.connected_at || a.staff_id - b.staff_id)
    .map((link, index) => ({ ...link, link_id: index + 1 }));
}

function toLinks(
  random: Random,
  { timezone, signed_up_at, churned_at }: Merchant,
  { staff_id, joined_on, left_on }: Row<'staff'>,
  isAgain: boolean,
): Row<'calendar_links'>[] {
  const joined = Math.max(fromWall(timezone, joined_on * day + 9 * hour), signed_up_at);
  const left = left_on === null ? now : fromWall(timezone, left_on * day);
  const end = Math.min(left, churned_at ?? now);
  const first = joined + random.int(minute, Math.floor(Math.min(20 * day, (end - joined) / 3)));
  const middle = isAgain ? random.int(first + minute, end - 2 * hour) : end;
  const spans = isAgain
    ? ([
        [first, middle],
        [middle + hour, end],
      ] as const)
    : ([[first, end]] as const);
  return spans.map(([from, to]) => {
    const isOpen = to === now && !random.chance(6);
    const until = isOpen ? now : to === now ? random.int(from + minute, to) : to;
    const hasSynced = !random.chance(4);
    return {
      link_id: 0,
      staff_id,
      provider: random.key({ google: 56, microsoft: 27, icloud: 17 }),
      connected_at: from,
      disconnected_at: isOpen ? null : until,
      last_synced_at: hasSynced ? Math.max(from + 20, until - random.int(20, 90 * minute)) : null,
      sync_lag_seconds: null,
    };
  });
}
