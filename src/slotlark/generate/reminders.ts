import { at, hour, minute } from '../clock.ts';
import { deck } from '../quota.ts';
import { Random } from '../random.ts';
import { history } from '../seeds.ts';
import type { Seed } from '../seeds.ts';
import type { Row } from '../tables.ts';
import type { Draft } from './bookings.ts';
import type { Course } from './outcomes.ts';

/** Cents: what the provider bills for one segment, and for an e-mail. */
const smsSegment = 4.2;
const email = 0.02;

const templateV3 = at(history.smsTemplateV3);

/** All reminders in the order of sending. */
export function toReminders(
  seed: Seed,
  drafts: readonly Draft[],
  courses: readonly Course[],
): Row<'reminders'>[] {
  const random = new Random(seed.number, 'reminders');
  const canHaveSecond = drafts.filter(
    ({ startsAt, createdAt }, index) =>
      courses[index]!.reminding === 'sms' &&
      // Who has cancelled by then is not reminded again.
      courses[index]!.outcome !== 'cancelled' &&
      startsAt - createdAt >= 25 * hour,
  );
  const second = new Set(random.sample(canHaveSecond, seed.reminders.second).map(({ id }) => id));

  const reminders = drafts.flatMap((draft, index) => {
    const channel = courses[index]!.reminding;
    if (channel === 'none') return [];
    const times = [toFirstTime(channel, draft)];
    if (second.has(draft.id)) times.push(draft.startsAt - 3 * hour);
    return times.map((time) => toReminder(random, seed, draft, channel, time));
  });
  reminders.sort((a, b) => a.sent_at - b.sent_at || a.booking_id - b.booking_id);
  reminders.forEach((reminder, index) => (reminder.reminder_id = index + 1));
  dealSegments(random, seed, reminders);
  return reminders;
}

/** E-mails go two days ahead, texts one; on shorter notice later. */
function toFirstTime(channel: 'email' | 'sms', { startsAt, createdAt }: Draft): number {
  const notice = startsAt - createdAt;
  if (channel === 'email' && notice >= 49 * hour) return startsAt - 48 * hour;
  return startsAt - (notice >= 25 * hour ? 24 : 3) * hour;
}

function toReminder(
  random: Random,
  seed: Seed,
  { id, startsAt }: Draft,
  channel: 'email' | 'sms',
  planned: number,
): Row<'reminders'> {
  // The queue is served in order: most wait for seconds, some for a minute.
  const sent_at = Math.min(planned + random.int(1, random.chance(10) ? 80 : 12), startsAt - hour);
  // The text for the second booking that chapter 2 follows never arrived, nor did its reminder.
  const isLost = random.chance(channel === 'sms' ? 3.5 : 6) || id === seed.bookings.evening[1];
  const delay = random.chance(5) ? random.int(minute, 20 * minute) : random.int(2, 25);
  return {
    reminder_id: 0,
    booking_id: id,
    channel,
    template: sent_at >= templateV3 ? 'v3' : 'v2',
    sent_at,
    segments: 1,
    cost_cents: email,
    delivered_at: isLost ? null : sent_at + delay,
  };
}

/** Template v2 fits one segment unless names are long; the curly quote of v3 makes it two or three. */
function dealSegments(
  random: Random,
  { reminders: { longer } }: Seed,
  reminders: readonly Row<'reminders'>[],
): void {
  for (const template of ['v2', 'v3'] as const) {
    const texts = reminders.filter((row) => row.channel === 'sms' && row.template === template);
    const usual = template === 'v2' ? 1 : 2;
    const more = Math.round((texts.length * longer[template]) / 100);
    const cards = random.shuffle(deck({ usual: texts.length - more, longer: more }));
    texts.forEach((row, index) => {
      row.segments = cards[index] === 'longer' ? usual + 1 : usual;
      row.cost_cents = Math.round(row.segments * smsSegment * 100) / 100;
    });
  }
}
