import type { Attempt, Progress } from '../../schemas/progress.ts';

/**
 * When a skill counts as mastered. The numbers are guesses in the spirit of mastery learning; no
 * study fixes them. They stand here alone, and `rule` says them to the reader.
 */
export const mastery = {
  /** So many of the newest first answers are looked at. */
  window: 5,
  /** Share of them to be right. */
  share: 0.8,
  /** From so many pools: one trick is not a skill. */
  pools: 2,
  /** On so many days: what is known only today is not known yet. */
  days: 2,
} as const;

/** The rule in one sentence. */
export const rule = `Mastered means: ${Math.ceil(mastery.share * mastery.window)} of your last ${mastery.window} first answers right, from at least two kinds of question, on at least two days.`;

export type MasteryLevel = 'new' | 'begun' | 'mastered' | 'lapsed';

/** What an item of an objective is, as far as mastery needs it. */
export interface EvidenceItem {
  id: string;
  pool: string;
}

export interface Mastery {
  level: MasteryLevel;
  /** Right answers among those that count, and how many count. */
  right: number;
  counted: number;
  pools: number;
  days: number;
}

const toDay = ({ at }: Attempt) => new Date(at).toDateString();

/**
 * What somebody has shown of an objective. An answer counts as evidence if it is the first of its
 * day to its item, and the solution was not seen before it; what follows on the same day has seen
 * the reasons.
 *
 * @param items - the objective's items at its own level, practice and check.
 */
export function toMastery({ attempts }: Progress, items: readonly EvidenceItem[]): Mastery {
  const pools = new Map(items.map(({ id, pool }) => [id, pool]));
  const seen = new Set<string>();
  const evidence = attempts.filter((attempt) => {
    const key = `${attempt.activity} ${toDay(attempt)}`;
    if (!pools.has(attempt.activity) || seen.has(key)) return false;
    seen.add(key);
    return !attempt.solutionSeen;
  });
  const look = (end: number) => {
    const last = evidence.slice(Math.max(0, end - mastery.window), end);
    return {
      right: last.filter(({ passed }) => passed).length,
      counted: last.length,
      pools: new Set(last.map(({ activity }) => pools.get(activity))).size,
      days: new Set(last.map(toDay)).size,
    };
  };
  const now = look(evidence.length);
  if (isMastered(now)) return { level: 'mastered', ...now };
  const wasMastered = evidence.some((_, place) => isMastered(look(place)));
  const level = now.counted === 0 ? 'new' : wasMastered ? 'lapsed' : 'begun';
  return { level, ...now };
}

function isMastered({ right, counted, pools, days }: Omit<Mastery, 'level'>): boolean {
  return (
    counted === mastery.window &&
    right / counted >= mastery.share &&
    pools >= mastery.pools &&
    days >= mastery.days
  );
}

/** What somebody has shown, and what is still missing, in words. */
export function describeMastery({ level, right, counted, pools, days }: Mastery): string {
  if (level === 'new') return 'Nothing shown yet.';
  const share = `${right} of your last ${counted} first ${counted === 1 ? 'answer' : 'answers'} right`;
  if (level === 'mastered') return `Mastered: ${share}.`;
  const missing = [
    counted < mastery.window && `${mastery.window - counted} more to answer`,
    counted === mastery.window && right / counted < mastery.share && 'more of them right',
    pools < mastery.pools && 'another kind of question',
    days < mastery.days && 'another day',
  ].filter(Boolean);
  const lead = level === 'lapsed' ? 'Was mastered, and has lapsed' : 'Begun';
  return `${lead}: ${share}. Still missing: ${missing.join(', ')}.`;
}

/**
 * Chooses items for a check: from as many pools as possible, in each an item that was not seen
 * yet, else the one whose last answer is oldest.
 *
 * @param count - how many at most.
 */
export function drawItems(
  { attempts }: Progress,
  items: readonly EvidenceItem[],
  count: number = mastery.window,
): string[] {
  const lastAnswer = (id: string) =>
    attempts.findLast((attempt) => attempt.activity === id)?.at ?? '';
  const pools = [...new Set(items.map(({ pool }) => pool))];
  const queues = pools.map((pool) =>
    items
      .filter((item) => item.pool === pool)
      .map(({ id }) => ({ id, last: lastAnswer(id) }))
      .sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0)),
  );
  // The pool that was asked last comes last.
  const lastOf = (queue: { last: string }[]) =>
    queue.reduce((max, { last }) => (last > max ? last : max), '');
  queues.sort((a, b) => (lastOf(a) < lastOf(b) ? -1 : lastOf(a) > lastOf(b) ? 1 : 0));
  const drawn: string[] = [];
  while (drawn.length < Math.min(count, items.length)) {
    for (const queue of queues) {
      const next = queue.shift();
      if (next && drawn.length < count) drawn.push(next.id);
    }
  }
  return drawn;
}
