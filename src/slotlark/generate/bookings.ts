import { at, day, hour, minute } from '../clock.ts';
import { euros, wobble } from '../world/places.ts';
import { Random } from '../random.ts';
import { history } from '../seeds.ts';
import type { Seed } from '../seeds.ts';
import type { Row } from '../tables.ts';
import { fromWall, toWall } from '../zones.ts';
import { Appointments, isPossible, toAppointment } from './appointments.ts';
import type { Appointment } from './appointments.ts';
import { standOnMonths } from './boundaries.ts';
import { Demand } from './demand.ts';
import type { Wish } from './demand.ts';
import { known } from './merchants.ts';
import type { Merchant } from './merchants.ts';

export type Channel = 'web' | 'app' | 'api' | 'dashboard';

/** A booking before anybody knows who booked and how it went. */
export interface Draft extends Wish, Appointment {
  id: number;
  channel: Channel;
  priceEurCents: number;
}

type Unnumbered = Omit<Draft, 'id' | 'priceEurCents'>;

const [firstPin, , lastPin] = history.evening.map(at) as [number, number, number];
const begin = at(history.firstBooking);
const end = at(history.end);
/** Since the overlap constraint the database refuses the second booking of a pair. */
const lastPairDay = (at(history.overlapConstraint) - begin) / day - 1;

/** All bookings with their appointments, in the order of creation. */
export function toDrafts(
  seed: Seed,
  merchants: readonly Merchant[],
  staff: readonly Row<'staff'>[],
  services: readonly Row<'services'>[],
): Draft[] {
  const random = new Random(seed.number, 'bookings');
  const demand = new Demand(seed, 'bookings', merchants);
  const appointments = new Appointments(random, staff, services);
  const pins = toPins(demand, appointments, merchants);
  const pairs = toPairs(random, demand, appointments, seed);
  const tests = toTestWishes(random, demand, merchants);

  const [first, second, third] = seed.bookings.evening;
  const early = tests.filter(({ createdAt }) => createdAt < firstPin).length;
  const wishes = [
    ...tests,
    ...demand.draw(first - 1 - pairs.length - early, begin, firstPin),
    ...demand.draw(second - first - 1, firstPin + 1, at(history.evening[1])),
    ...demand.draw(third - second - 1, at(history.evening[1]) + 1, lastPin),
    ...demand.draw(seed.bookings.count - third - tests.length + early, lastPin + 1, end),
  ].sort((a, b) => a.createdAt - b.createdAt);

  const others = wishes.map((wish) => ({
    ...wish,
    ...appointments.find(wish.merchant, wish.createdAt),
    channel: toChannel(random, wish),
  }));
  const made = [...pins, ...pairs, ...others].sort((a, b) => a.createdAt - b.createdAt);
  standOnMonths(made, 'createdAt');
  return made.map((booking, index) => ({
    ...booking,
    id: index + 1,
    priceEurCents: toEurCents(booking.service.price, booking.merchant, booking.createdAt),
  }));
}

/**
 * Dashboards are open while the merchant works; customers book when they have time. Whoever tries
 * out a test account is the merchant.
 */
function toChannel(random: Random, { merchant, createdAt }: Wish): Channel {
  const dashboard = isWorking(merchant, createdAt) ? 24 : 0;
  const channel = random.key({ web: 23, app: 51, api: 11, dashboard });
  return merchant.is_test ? 'dashboard' : channel;
}

export function isWorking({ timezone }: Merchant, time: number): boolean {
  const clock = toWall(timezone, time) % day;
  return clock >= 8 * hour && clock < 19 * hour;
}

/** Prices went up by four percent in February 2026. */
function toEurCents(price: number, { currency }: Merchant, createdAt: number): number {
  const old = createdAt < at('2026-02-01') ? 0.96 : 1;
  const monthIndex = Math.floor((createdAt - begin) / (30.5 * day));
  const rate = euros[currency]! * (currency === 'EUR' ? 1 : 1 + wobble[monthIndex]! / 100);
  return Math.round(price * old * rate * 100);
}

/** The three bookings of the newsletter evening. */
function toPins(
  demand: Demand,
  appointments: Appointments,
  merchants: readonly Merchant[],
): Unnumbered[] {
  const told = [
    [known.fisio.name, 'Physiotherapy session', '2026-04-16 08:30', 'Rui'],
    [known.driving.name, 'Driving lesson', '2026-04-16 10:00', undefined],
    [known.dogs.name, 'Wash and trim, small dog', '2026-04-18 10:00', undefined],
  ] as const;
  return told.map(([name, wanted, wall, person], index) => {
    const merchant = merchants.find((candidate) => candidate.name === name)!;
    const createdAt = at(history.evening[index]!);
    demand.take(createdAt);
    const { staff, service } = appointments.byName(merchant, wanted, person);
    const appointment = toAppointment(merchant, createdAt, staff, service, at(wall));
    return { merchant, createdAt, channel: 'app', ...appointments.keep(appointment) };
  });
}

/** Two bookings for one person's time, made within three seconds of each other. */
function toPairs(
  random: Random,
  demand: Demand,
  appointments: Appointments,
  { bookings: { pairs, shiftedPairs } }: Seed,
): Unnumbered[] {
  const made: Unnumbered[] = [];
  while (made.length < 2 * pairs) {
    // The pairs reach from the first month to the eve of the constraint.
    const dayOfPair =
      made.length === 0 ? lastPairDay : made.length === 2 ? 9 : random.int(2, lastPairDay);
    const from = begin + dayOfPair * day;
    const [wish] = demand.draw(1, from, from + day);
    const { merchant, createdAt } = wish!;
    const clock = toWall(merchant.timezone, createdAt) % day;
    const later = createdAt + (made.length === 0 ? 3 : random.int(1, 3));
    if (clock < 8 * hour || clock > 19 * hour) continue;
    const first = appointments.find(merchant, createdAt);
    const shift = made.length < 2 * shiftedPairs ? random.pick([-15, 15]) * minute : 0;
    const service = appointments.pickService(merchant, later);
    const second = toAppointment(merchant, later, first.staff, service, first.wall + shift);
    const isOverlap = second.startsAt < first.endsAt && first.startsAt < second.endsAt;
    const isFine =
      isOverlap && isPossible(merchant, later, second) && appointments.isFree(second, first);
    if (!isFine || !demand.take(later)) {
      appointments.drop(first);
      continue;
    }
    const channels = random.shuffle(['dashboard', 'api'] as const);
    made.push({ merchant, createdAt, channel: channels[0]!, ...first });
    made.push({ merchant, createdAt: later, channel: channels[1]!, ...appointments.keep(second) });
  }
  return made;
}

/** A few bookings each, made in the days after somebody opened a test account. */
function toTestWishes(random: Random, demand: Demand, merchants: readonly Merchant[]): Wish[] {
  return merchants
    .filter(({ is_test }) => is_test)
    .flatMap((merchant) => {
      const opened = Math.floor(toWall(merchant.timezone, merchant.signed_up_at) / day);
      return Array.from({ length: random.int(3, 7) }, () => {
        for (;;) {
          const wall = (opened + random.int(1, 6)) * day + random.int(9 * hour, 18 * hour);
          const createdAt = fromWall(merchant.timezone, wall);
          const isBusy = createdAt >= firstPin && createdAt <= lastPin;
          if (!isBusy && demand.take(createdAt)) return { merchant, createdAt };
        }
      });
    });
}
