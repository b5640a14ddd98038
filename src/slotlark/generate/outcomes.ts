import { at, hour } from '../clock.ts';
import { deck, quota } from '../quota.ts';
import { Random } from '../random.ts';
import { history } from '../seeds.ts';
import type { Reminding, Seed } from '../seeds.ts';
import type { Draft } from './bookings.ts';
import type { Party } from './customers.ts';

export type Outcome = 'completed' | 'cancelled' | 'no_show' | 'noshow';

/** How a booking was reminded of, and how it ended. */
export interface Course {
  reminding: Reminding;
  outcome: Outcome;
}

/** The shortest notice on which a reminder still goes out. */
export const shortestNotice = 3.5 * hour;

const remindings = ['email', 'sms', 'none'] as const;
const spelling = at(history.newSpelling);

/** Outcomes are written when the appointment ends; older releases spelled one of them differently. */
const isOldSpelling = ({ endsAt }: Draft): boolean => endsAt < spelling;

/** What happened to each booking. Exact counts; chance only decides who. */
export function toCourses(
  seed: Seed,
  drafts: readonly Draft[],
  parties: readonly Party[],
): Course[] {
  const random = new Random(seed.number, 'outcomes');
  const courses: Course[] = drafts.map(() => ({ reminding: 'none', outcome: 'completed' }));
  // Booking ids count from 1.
  const pins = new Set(seed.bookings.evening.map((id) => id - 1));
  const indexes = [...drafts.keys()];

  for (const isFirst of [true, false]) {
    const group = indexes.filter((index) => parties[index]!.isFirst === isFirst);
    const key = isFirst ? 'first' : 'returning';
    const counts = { email: seed.reminders.email[key], sms: seed.reminders.sms[key] };
    dealRemindings(random, drafts, courses, pins, group, counts);
  }

  const cells = [true, false].flatMap((isFirst) =>
    remindings.map((reminding) => ({
      percent: seed.noShows[isFirst ? 'first' : 'returning'][reminding],
      members: indexes.filter(
        (index) => parties[index]!.isFirst === isFirst && courses[index]!.reminding === reminding,
      ),
    })),
  );
  dealNoShows(random, seed, drafts, courses, pins, cells);

  const others = indexes.filter(
    (index) => courses[index]!.outcome === 'completed' && !pins.has(index),
  );
  for (const index of random.sample(others, seed.bookings.cancelled)) {
    courses[index]!.outcome = 'cancelled';
  }
  return courses;
}

function dealRemindings(
  random: Random,
  drafts: readonly Draft[],
  courses: Course[],
  pins: ReadonlySet<number>,
  group: readonly number[],
  { email, sms }: { email: number; sms: number },
): void {
  const pinned = group.filter((index) => pins.has(index));
  const tooLate = group.filter((index) => {
    const { startsAt, createdAt } = drafts[index]!;
    return startsAt - createdAt < shortestNotice;
  });
  const fixed = new Set([...pinned, ...tooLate]);
  const free = random.shuffle(group.filter((index) => !fixed.has(index)));
  const cards = deck({
    email,
    sms: sms - pinned.length,
    none: free.length - email - sms + pinned.length,
  });
  for (const index of pinned) courses[index]!.reminding = 'sms';
  free.forEach((index, place) => (courses[index]!.reminding = cards[place]!));
}

interface Cell {
  percent: number;
  members: readonly number[];
}

function dealNoShows(
  random: Random,
  { noShows, bookings }: Seed,
  drafts: readonly Draft[],
  courses: Course[],
  pins: ReadonlySet<number>,
  cells: readonly Cell[],
): void {
  const counts = toCounts(cells, noShows.count);
  // The old spelling's share of each group follows the group's size at the time.
  const old = cells.map(({ members }) => members.filter((index) => isOldSpelling(drafts[index]!)));
  const oldCounts = quota(
    noShows.oldSpelling,
    cells.map(({ percent }, place) => percent * old[place]!.length),
  );
  // The second booking that chapter 2 follows is a no-show, the other two are not.
  const missed = bookings.evening[1] - 1;
  cells.forEach(({ members }, place) => {
    const isPinned = members.includes(missed);
    const recent = members.filter((index) => !isOldSpelling(drafts[index]!) && !pins.has(index));
    const wanted = counts[place]! - oldCounts[place]! - (isPinned ? 1 : 0);
    for (const index of random.sample(old[place]!, oldCounts[place]!)) {
      courses[index]!.outcome = 'noshow';
    }
    for (const index of random.sample(recent, wanted)) courses[index]!.outcome = 'no_show';
    if (isPinned) courses[missed]!.outcome = 'no_show';
  });
}

/** Counts that give every cell its percentage to one decimal, and together the total. */
function toCounts(cells: readonly Cell[], total: number): number[] {
  const bounds = cells.map(({ percent, members: { length } }) => ({
    low: Math.ceil(((percent - 0.04) * length) / 100),
    high: Math.floor(((percent + 0.04) * length) / 100),
  }));
  const counts = cells.map(({ percent, members }) => Math.round((percent * members.length) / 100));
  let missing = total - counts.reduce((sum, count) => sum + count, 0);
  while (missing !== 0) {
    const step = Math.sign(missing);
    const roomOf = (place: number) =>
      step > 0 ? bounds[place]!.high - counts[place]! : counts[place]! - bounds[place]!.low;
    const place = [...cells.keys()].sort((a, b) => roomOf(b) - roomOf(a) || a - b)[0]!;
    if (roomOf(place) < 1) throw new Error(`The no-show rates do not allow a total of ${total}.`);
    counts[place]! += step;
    missing -= step;
  }
  return counts;
}
