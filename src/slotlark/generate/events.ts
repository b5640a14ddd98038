import { at, hour, minute } from '../clock.ts';
import { Random } from '../random.ts';
import { history } from '../seeds.ts';
import type { Platform, Seed } from '../seeds.ts';
import type { Row } from '../tables.ts';
import type { Session } from './sessions.ts';

/** An event before it has a number and, where it has one, its session's number. */
export type Draft = Omit<Row<'events'>, 'event_id'>;

const windowEnd = at(history.events.to);
const layoutTest = { from: at('2026-06-08'), to: at('2026-06-22') };

/** Steps of all booking sessions. */
export function toSessionEvents(seed: Seed, sessions: readonly Session[]): Draft[] {
  const random = new Random(seed.number, 'events');
  const toVariant = makeVariants();
  return sessions.flatMap((session, index) => {
    const variant = toVariant(session);
    return session.steps.map(({ name, time }) => ({
      session_id: index + 1,
      merchant_id: session.merchant.merchant_id,
      name,
      platform: session.platform,
      app_version: session.version,
      occurred_at: time,
      received_at: Math.min(time + toDelay(random, session.platform), windowEnd - 1),
      schema_version: toSchemaVersion(time),
      variant,
    }));
  });
}

/** A test of the web page's layout without any effect: those who finish and those who do not alternate. */
function makeVariants() {
  const seen = { true: 0, false: 0 };
  return ({ platform, steps, isFinished }: Session): string | null => {
    const start = steps[0]!.time;
    const isIn = platform === 'web' && start >= layoutTest.from && start < layoutTest.to;
    if (!isIn) return null;
    const turn = (seen[`${isFinished}`] += 1);
    return `slot_layout:${turn % 2 === 0 ? 'control' : 'treatment'}`;
  };
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
