import { at, hour, minute } from '../clock.ts';
import { deck } from '../quota.ts';
import { Random } from '../random.ts';
import { history } from '../seeds.ts';
import type { Platform, Seed, Sessions } from '../seeds.ts';
import type { Row } from '../tables.ts';
import { Demand } from './demand.ts';
import type { Wish } from './demand.ts';
import type { Merchant } from './merchants.ts';

/** An event before it has a number and, where it has one, its session's number. */
export type Draft = Omit<Row<'events'>, 'event_id'>;

interface Session extends Wish {
  platform: Platform;
  isFinished: boolean;
  version: string | null;
}

const window = { from: at(history.events.from), to: at(history.events.to) };
const { broken, mended } = history.android;

/** Stores follow each other by date; the phones of this copy update overnight. */
const runs = [
  { key: 'before', from: window.from, to: at(broken), android: '4.11.3' },
  { key: 'broken', from: at(broken), to: at(mended), android: '4.12.0' },
  // The last sessions have time to finish.
  { key: 'mended', from: at(mended), to: window.to - 10 * minute, android: '4.12.1' },
] as const;

const newIos = at('2026-06-01');
const layoutTest = { from: at('2026-06-08'), to: at('2026-06-22') };

/** Steps of all booking sessions. */
export function toSessionEvents(seed: Seed, merchants: readonly Merchant[]): Draft[] {
  const random = new Random(seed.number, 'events');
  const demand = new Demand(seed, 'sessions', merchants);
  const sessions = runs
    .flatMap((run) => toSessions(random, demand, seed.sessions[run.key], run))
    .sort((a, b) => a.createdAt - b.createdAt);
  const toVariant = makeVariants();
  return sessions.flatMap((session, index) =>
    toSteps(random, session).map(({ name, time }) => {
      const delay = toDelay(random, session.platform);
      return {
        session_id: index + 1,
        merchant_id: session.merchant.merchant_id,
        name,
        platform: session.platform,
        app_version: session.version,
        occurred_at: time,
        received_at: Math.min(time + delay, window.to - 1),
        schema_version: toSchemaVersion(time),
        variant: name === 'slot_selected' ? toVariant(session) : toVariant.last,
      };
    }),
  );
}

function toSessions(
  random: Random,
  demand: Demand,
  counts: Sessions,
  { from, to, android }: (typeof runs)[number],
): Session[] {
  const cards = random.shuffle(
    (Object.entries(counts) as [Platform, readonly [number, number]][]).flatMap(
      ([platform, [started, finished]]) =>
        deck({ yes: finished, no: started - finished }).map((card) => ({ platform, card })),
    ),
  );
  return demand.draw(cards.length, from, to).map((wish, index) => {
    const { platform, card } = cards[index]!;
    const ios = wish.createdAt < newIos ? '5.18.2' : '5.19.0';
    const version = platform === 'android' ? android : platform === 'ios' ? ios : null;
    return { ...wish, platform, isFinished: card === 'yes', version };
  });
}

interface Step {
  name: string;
  time: number;
}

/** The steps a session takes. Services without a deposit skip that step. */
function toSteps(random: Random, { createdAt, isFinished, version }: Session): Step[] {
  let time = createdAt;
  const steps: Step[] = [{ name: 'slot_selected', time }];
  const add = (name: string, low: number, high: number) => {
    time += random.int(low, high);
    steps.push({ name, time });
  };
  const stop = isFinished ? 'booking_confirmed' : toStop(random, version);
  if (stop === 'slot_selected') return steps;
  add('details_submitted', 15, 140);
  if (stop === 'details_submitted') return steps;
  const hasDeposit = !isFinished || !random.chance(9);
  if (hasDeposit) {
    add('deposit_requested', 1, 5);
    if (stop === 'deposit_failed' || (isFinished && random.chance(6))) {
      add('deposit_failed', 8, 60);
    }
  }
  if (isFinished) add('booking_confirmed', hasDeposit ? 9 : 2, hasDeposit ? 75 : 8);
  return steps;
}

/** Where people leave who do not finish. On 4.12.0 the pay button lay out of reach for many. */
const toStop = (random: Random, version: string | null) =>
  random.key(
    version === '4.12.0'
      ? { slot_selected: 16, details_submitted: 9, deposit_requested: 72, deposit_failed: 3 }
      : { slot_selected: 32, details_submitted: 16, deposit_requested: 40, deposit_failed: 12 },
  );

/** A test of the web page's layout without any effect: those who finish and those who do not alternate. */
function makeVariants() {
  const seen = { true: 0, false: 0 };
  const toVariant = ({ platform, createdAt, isFinished }: Session): string | null => {
    const isIn = platform === 'web' && createdAt >= layoutTest.from && createdAt < layoutTest.to;
    const turn = isIn ? (seen[`${isFinished}`] += 1) : 0;
    toVariant.last = isIn ? `slot_layout:${turn % 2 === 0 ? 'control' : 'treatment'}` : null;
    return toVariant.last;
  };
  toVariant.last = null as string | null;
  return toVariant;
}

/** Phones in a tunnel send hours later. */
function toDelay(random: Random, platform: Platform): number {
  if (platform !== 'web' && random.chance(2)) return random.int(3 * minute, 9 * hour);
  return random.int(0, 3);
}

const formatV4 = at(history.formatV4);

export const toSchemaVersion = (time: number): number => (time < formatV4 ? 3 : 4);

/** Numbers events in the order of arrival. */
export const toEventRows = (drafts: readonly Draft[]): Row<'events'>[] =>
  [...drafts]
    .sort((a, b) => a.received_at - b.received_at || a.occurred_at - b.occurred_at)
    .map((draft, index) => ({ event_id: index + 1, ...draft }));
