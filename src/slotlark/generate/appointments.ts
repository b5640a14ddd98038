import { at, dateOf, day, hour, minute, toDateText, weekdayOf } from '../clock.ts';
import { trades } from '../world/trades.ts';
import type { Random } from '../random.ts';
import { history } from '../seeds.ts';
import type { Row } from '../tables.ts';
import { fromWall, offsetAt, toWall } from '../zones.ts';
import type { Merchant } from './merchants.ts';
import { isOnTeam } from './staff.ts';

/** A time agreed with one person. */
export interface Appointment {
  staff: Row<'staff'>;
  service: Row<'services'>;
  /** What customer and merchant agreed, on the merchant's wall. */
  wall: number;
  startsAt: number;
  endsAt: number;
}

/** Hours from booking to appointment, and how often. */
const leads: readonly (readonly [from: number, to: number, weight: number])[] = [
  [1, 6, 6],
  [6, 24, 9],
  [24, 72, 14],
  [72, 168, 19],
  [168, 336, 22],
  [336, 672, 21],
  [672, 960, 9],
];

const bug = { from: at(history.offsetBug.from), to: at(history.offsetBug.to) };

/**
 * The time the calendar engine holds for an agreed wall time. From release 2026.10 to 2026.13 it
 * took the zone's offset at the time of booking, which is another one beyond a change of clocks.
 */
export function toStored({ timezone }: Merchant, wall: number, createdAt: number): number {
  const isBroken = createdAt >= bug.from && createdAt < bug.to;
  return isBroken ? wall - offsetAt(timezone, createdAt) : fromWall(timezone, wall);
}

/** Everybody's appointments: finds free times and keeps people from being in two places. */
export class Appointments {
  readonly #random: Random;
  readonly #busy = new Map<number, Appointment[]>();
  readonly #team = new Map<number, Row<'staff'>[]>();
  readonly #services = new Map<number, Row<'services'>[]>();

  constructor(
    random: Random,
    staff: readonly Row<'staff'>[],
    services: readonly Row<'services'>[],
  ) {
    this.#random = random;
    for (const person of staff) push(this.#team, person.merchant_id, person);
    for (const service of services) push(this.#services, service.merchant_id, service);
  }

  /** A service of the merchant, by how often it is booked; one that was taken off only long ago. */
  pickService(merchant: Merchant, createdAt: number): Row<'services'> {
    const offered = this.#services
      .get(merchant.merchant_id)!
      .filter(({ active }) => active || createdAt < lastOfOldServices);
    const { services } = trades[merchant.category];
    return this.#random.weighted(offered, ({ name }) => services.find(([key]) => key === name)![3]);
  }

  /** A named service and person, for appointments that the course's texts tell of. */
  byName(merchant: Merchant, service: string, person?: string) {
    const team = this.#team.get(merchant.merchant_id)!;
    return {
      service: this.#services.get(merchant.merchant_id)!.find(({ name }) => name === service)!,
      staff: team.find(({ first_name }) => first_name === person) ?? team[0]!,
    };
  }

  /** Finds a free time within forty days and keeps it. */
  find(merchant: Merchant, createdAt: number): Appointment {
    for (let tries = 0; tries < 3_000; tries += 1) {
      const service = this.pickService(merchant, createdAt);
      const wall = this.#pickStart(merchant, createdAt, service.duration_minutes);
      const staff = this.#random.pick(this.#team.get(merchant.merchant_id)!);
      const isThere = [dateOf(toWall(merchant.timezone, createdAt)), dateOf(wall)].every((date) =>
        isOnTeam(staff, date),
      );
      if (!isThere) continue;
      const appointment = toAppointment(merchant, createdAt, staff, service, wall);
      if (isPossible(merchant, createdAt, appointment) && this.isFree(appointment)) {
        return this.keep(appointment);
      }
    }
    throw new Error(`Merchant ${merchant.merchant_id} has no free time.`);
  }

  #pickStart(merchant: Merchant, createdAt: number, duration: number): number {
    const random = this.#random;
    const [from, to] = random.weighted(leads, ([, , weight]) => weight);
    const wanted = toWall(merchant.timezone, createdAt + random.int(from * hour, to * hour));
    const wish = openingOf(merchant, dateOf(wanted));
    const date = wish ? dateOf(wanted) : dateOf(wanted) + random.int(1, 2);
    const opening = wish ?? openingOf(merchant, date);
    if (!opening) return 0;
    const [open, close] = opening;
    const first = Math.ceil(Math.max(open * hour, from < 24 ? wanted - date * day : 0) / quarter);
    const last = close * 4 - duration / 15;
    const start = random.int(first, Math.min(last, from < 24 ? first + 8 : last));
    // Most people like the full or the half hour.
    const even = start % 2 === 1 && start > first && random.chance(60) ? start - 1 : start;
    return start > last ? 0 : date * day + even * quarter;
  }

  /** Whether nobody overlaps, neither in the stored nor in the agreed time. */
  isFree(appointment: Appointment, except?: Appointment): boolean {
    const busy = this.#busy.get(appointment.staff.staff_id) ?? [];
    return busy.every((other) => other === except || !overlap(appointment, other));
  }

  keep(appointment: Appointment): Appointment {
    push(this.#busy, appointment.staff.staff_id, appointment);
    return appointment;
  }

  drop(appointment: Appointment): void {
    this.#busy.get(appointment.staff.staff_id)!.pop();
  }
}

const quarter = 15 * minute;
const lastOfOldServices = at('2026-01-01');
const holidays = new Set(['12-25', '01-01']);

/** Opening and closing hour of a date, or nothing where it is closed. */
export function openingOf({ category }: Merchant, date: number): readonly [number, number] | null {
  if (holidays.has(toDateText(date).slice(5))) return null;
  return trades[category].hours[weekdayOf(date)] ?? null;
}

export function toAppointment(
  merchant: Merchant,
  createdAt: number,
  staff: Row<'staff'>,
  service: Row<'services'>,
  wall: number,
): Appointment {
  const startsAt = toStored(merchant, wall, createdAt);
  return { staff, service, wall, startsAt, endsAt: startsAt + service.duration_minutes * minute };
}

/** Inside opening hours, an hour to forty days ahead, and before the merchant leaves. */
export function isPossible(
  merchant: Merchant,
  createdAt: number,
  { wall, startsAt, endsAt, service }: Appointment,
): boolean {
  const opening = openingOf(merchant, dateOf(wall));
  if (!opening) return false;
  const clock = wall - dateOf(wall) * day;
  const isOpen =
    clock >= opening[0] * hour && clock + service.duration_minutes * minute <= opening[1] * hour;
  const soonest = Math.min(startsAt, fromWall(merchant.timezone, wall));
  const isAhead = soonest >= createdAt + hour && startsAt <= createdAt + 40 * day;
  return isOpen && isAhead && (merchant.churned_at === null || endsAt < merchant.churned_at);
}

function overlap(a: Appointment, b: Appointment): boolean {
  const length = ({ startsAt, endsAt }: Appointment) => endsAt - startsAt;
  return (
    (a.startsAt < b.endsAt && b.startsAt < a.endsAt) ||
    (a.wall < b.wall + length(b) && b.wall < a.wall + length(a))
  );
}

function push<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
