import { at, hour, minute } from '../clock.ts';
import { releases } from '../world/releases.ts';
import { quota } from '../quota.ts';
import { Random } from '../random.ts';
import { history } from '../seeds.ts';
import type { Platform, Seed } from '../seeds.ts';
import type { Row } from '../tables.ts';
import { isWorking } from './bookings.ts';
import type { Draft as Booking } from './bookings.ts';
import { Demand } from './demand.ts';
import type { Wish } from './demand.ts';
import type { Merchant } from './merchants.ts';

interface Step {
  name: string;
  time: number;
}

/** One attempt to book, from choosing a time to the confirmation or to where it ended. */
export interface Session {
  merchant: Merchant;
  platform: Platform;
  /** Version of the app; the web has none. */
  version: string | null;
  steps: Step[];
  isFinished: boolean;
}

type Journey = Pick<Session, 'merchant' | 'steps' | 'isFinished'>;
type Deposits = readonly Row<'payments'>[];

/** Sessions at both ends of the time have room to begin and to finish. */
const margin = 10 * minute;
const first = at(history.events.from) + margin;
const last = at(history.events.to) - margin;
const { broken, mended } = history.android;

/** Days with the same version for Android. */
const runs = [
  { key: 'before', from: first, to: at(broken) },
  { key: 'broken', from: at(broken), to: at(mended) },
  { key: 'mended', from: at(mended), to: last },
] as const;

/**
 * All booking sessions while events were collected, in the order of their beginnings. Every booking
 * made on the web or in the app has one, at its own time. The seed's other confirmations are
 * changes of date, and what is left did not finish.
 *
 * With the sessions come the numbers of bookings that began in the app with the broken version, and
 * that merchants typed in for customers who telephoned.
 */
export function toSessions(
  seed: Seed,
  merchants: readonly Merchant[],
  bookings: readonly Booking[],
  payments: readonly Row<'payments'>[],
): { sessions: Session[]; phoned: ReadonlySet<number> } {
  const random = new Random(seed.number, 'sessions');
  const demand = new Demand(seed, 'sessions', merchants);
  const deposits = Map.groupBy(
    payments.filter(({ kind }) => kind === 'deposit'),
    ({ booking_id }) => booking_id,
  );
  const own = { web: bookings.filter(isMadeOn('web')), app: bookings.filter(isMadeOn('app')) };
  const phoned = new Set<number>();

  const sessions = runs.flatMap(({ key, from, to }): Session[] => {
    const counts = seed.sessions[key];
    const isHere = ({ createdAt }: Wish) => createdAt >= from && createdAt < to;
    const app = random.shuffle(own.app.filter(isHere));
    // As many as would have finished with the version before.
    const [triedBefore, finishedBefore] = seed.sessions.before.android;
    const usual =
      key === 'broken' ? (counts.android[0] * finishedBefore) / triedBefore : counts.android[1];
    const [onAndroid] = quota(app.length, [usual, counts.ios[1]]) as [number, number];
    const lost = Math.round(onAndroid * (1 - counts.android[1] / usual));
    const stuck = app
      .filter((booking) => canPhone(booking, deposits.get(booking.id)))
      .slice(0, lost);
    for (const { id } of stuck) phoned.add(id);
    const kept = app.filter(({ id }) => !phoned.has(id));
    const made = {
      android: kept.slice(0, onAndroid - lost),
      ios: kept.slice(onAndroid - lost),
      web: own.web.filter(isHere),
    };

    const toPlatform = (platform: Platform): Journey[] => {
      const [started, finished] = counts[platform];
      const isWanted = makeIsUpcoming(platform === 'web' ? own.web : own.app);
      const changes = finished - made[platform].length;
      const gaveUp = platform === 'android' ? stuck : [];
      const isBroken = platform === 'android' && key === 'broken';
      return [
        ...made[platform].map(({ id, merchant, createdAt, service }) => ({
          merchant,
          steps: toFinished(random, createdAt, service.deposit_percent > 0, deposits.get(id)),
          isFinished: true,
        })),
        ...demand.draw(changes, from, to, isWanted).map((wish) => ({
          merchant: wish.merchant,
          steps: toFinished(random, wish.createdAt, !random.chance(11)),
          isFinished: true,
        })),
        ...gaveUp.map(({ merchant, createdAt }) => ({
          merchant,
          steps: toUnfinished(random, createdAt - random.int(margin, hour), 'deposit_requested'),
          isFinished: false,
        })),
        ...demand.draw(started - finished - gaveUp.length, from, to).map((wish) => ({
          merchant: wish.merchant,
          steps: toUnfinished(random, wish.createdAt, random.key(isBroken ? brokenStops : stops)),
          isFinished: false,
        })),
      ];
    };
    return platforms.flatMap((platform) =>
      toPlatform(platform).map((journey) => ({
        ...journey,
        platform,
        version: platform === 'web' ? null : versionAt(platform, journey.steps[0]!.time),
      })),
    );
  });
  for (const end of [broken, mended]) crossMidnight(sessions, at(end));
  return { sessions: sessions.sort((a, b) => a.steps[0]!.time - b.steps[0]!.time), phoned };
}

const platforms = ['android', 'ios', 'web'] as const;

/** The phones of this copy change with the release, but for one that the store held at one percent. */
const held = '4.13.0';

const versionAt = (app: 'android' | 'ios', time: number): string =>
  releases.findLast(
    ([component, version, releasedAt]) =>
      component === app && version !== held && at(releasedAt) <= time,
  )![1];

const isMadeOn =
  (wanted: Booking['channel']) =>
  (booking: Booking): boolean =>
    booking.channel === wanted;

/** Whether somebody stuck at the deposit can have telephoned, with a person at the dashboard. */
function canPhone({ merchant, service, createdAt }: Booking, deposits: Deposits = []): boolean {
  const isAnswered = [createdAt - hour, createdAt].every((time) => isWorking(merchant, time));
  return isAnswered && service.deposit_percent > 0 && deposits.length < 2;
}

/** Whether a merchant then has a booking ahead whose date somebody may change. */
function makeIsUpcoming(bookings: readonly Booking[]): (wish: Wish) => boolean {
  const byMerchant = Map.groupBy(bookings, ({ merchant }) => merchant);
  return ({ merchant, createdAt: now }) =>
    (byMerchant.get(merchant) ?? []).some(
      ({ createdAt, startsAt }) => createdAt + hour < now && now + 2 * hour < startsAt,
    );
}

/** The steps around a booking that is stored at a certain time, and the attempts to pay for it. */
function toFinished(
  random: Random,
  storedAt: number,
  hasDeposit: boolean,
  deposits?: Deposits,
): Step[] {
  const asked = hasDeposit ? storedAt - random.int(6, 50) : storedAt;
  const details = asked - random.int(1, 5);
  const paid = storedAt + (hasDeposit ? random.int(3, 25) : 0);
  const hasFailed = !deposits && hasDeposit && random.chance(4);
  const attempts = deposits ?? [];
  const settled = attempts.at(-1)?.created_at ?? paid + (hasFailed ? random.int(35, 240) : 0);
  return [
    { name: 'slot_selected', time: details - random.int(15, 140) },
    { name: 'details_submitted', time: details },
    ...(hasDeposit ? [{ name: 'deposit_requested', time: asked }] : []),
    ...(hasFailed ? [{ name: 'deposit_failed', time: paid + 1 }] : []),
    ...attempts
      .filter(({ status }) => status === 'failed')
      .map(({ created_at }) => ({ name: 'deposit_failed', time: created_at + 1 })),
    { name: 'booking_confirmed', time: settled + random.int(2, 4) },
  ];
}

/**
 * Moves the last session on Android before a release that ended with the customer's details, so that
 * it begins on the old day and ends on the new one: events of a version, and sessions that began
 * with it, then have other days.
 */
function crossMidnight(sessions: readonly Session[], midnight: number): void {
  const [last] = sessions
    .filter(({ platform, steps }) => platform === 'android' && steps.length === 2)
    .filter(({ steps }) => steps[1]!.time < midnight)
    .sort((a, b) => b.steps[0]!.time - a.steps[0]!.time);
  const shift = midnight + 4 - last!.steps[1]!.time;
  for (const step of last!.steps) step.time += shift;
}

/** Where people leave who do not finish. On 4.12.0 the pay button lay out of reach for many. */
const stops = {
  slot_selected: 32,
  details_submitted: 16,
  deposit_requested: 44,
  deposit_failed: 8,
};
const brokenStops = {
  slot_selected: 16,
  details_submitted: 9,
  deposit_requested: 73,
  deposit_failed: 2,
};

/** The steps of somebody who gets no further than a certain one. */
function toUnfinished(random: Random, start: number, stop: keyof typeof stops): Step[] {
  const gaps = {
    slot_selected: [0, 0],
    details_submitted: [15, 140],
    deposit_requested: [1, 5],
    deposit_failed: [8, 60],
  } as const;
  const names = Object.keys(gaps) as (keyof typeof gaps)[];
  let time = start;
  return names.slice(0, names.indexOf(stop) + 1).map((name) => {
    time += random.int(...(gaps[name] as readonly [number, number]));
    return { name, time };
  });
}
