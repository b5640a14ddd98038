import { at, day, hour, minute } from '../clock.ts';
import { people } from '../world/people.ts';
import { subjects } from '../world/ticket-subjects.ts';
import type { Subject } from '../world/ticket-subjects.ts';
import { quota } from '../quota.ts';
import { Random } from '../random.ts';
import { history } from '../seeds.ts';
import type { Seed } from '../seeds.ts';
import type { Row } from '../tables.ts';
import { standOnMonths } from './boundaries.ts';
import { Demand } from './demand.ts';
import type { Merchant } from './merchants.ts';

const always = [history.firstBooking, '2026-09-01'] as const;

interface Wave {
  subject: Subject;
  /** Where it differs from the subject. */
  topic?: Subject;
  span: readonly [from: string, to: string];
  /** Share of all tickets, in percent. */
  share: number;
  /** Time zones from which such tickets come. */
  from?: RegExp;
}

/** What tickets were about and when. */
const waves: readonly Wave[] = [
  {
    subject: 'double_booking',
    span: [history.firstBooking, history.overlapConstraint],
    share: 3.4,
  },
  // Appointments made before the constraint still lay ahead.
  { subject: 'double_booking', span: [history.overlapConstraint, '2026-03-20'], share: 0.3 },
  {
    subject: 'clock_change',
    topic: 'wrong_time',
    span: ['2026-03-29', '2026-05-05'],
    share: 5.2,
    from: /^(Europe|Australia|Pacific)/,
  },
  { subject: 'wrong_time', span: always, share: 1.2 },
  {
    subject: 'pay_button',
    topic: 'payment_problem',
    span: [history.android.broken, '2026-05-21'],
    share: 5.4,
  },
  { subject: 'payment_problem', span: always, share: 3.8 },
  { subject: 'double_charge', span: always, share: 3.6 },
  { subject: 'reminder', span: [history.firstBooking, history.smsTemplateV3], share: 4 },
  {
    subject: 'new_reminder',
    topic: 'reminder',
    span: [history.smsTemplateV3, always[1]],
    share: 7.6,
  },
  { subject: 'calendar_sync', span: always, share: 10.5 },
  {
    subject: 'outage',
    span: ['2026-03-02 09:05', '2026-03-02 10:50'],
    share: 3.4,
    from: /^(Europe|Africa)/,
  },
  { subject: 'outage', span: always, share: 0.6 },
  { subject: 'billing', span: always, share: 10 },
  { subject: 'login', span: always, share: 8.5 },
  { subject: 'how_to', span: always, share: 17 },
  { subject: 'import', span: always, share: 4.5 },
  { subject: 'no_show_rules', span: always, share: 5 },
  { subject: 'api', span: always, share: 3 },
  { subject: 'account_closing', span: always, share: 3 },
];

const urgency: Partial<Record<Subject, Record<string, number>>> = {
  outage: { high: 30, urgent: 70 },
  double_booking: { normal: 30, high: 60, urgent: 10 },
  wrong_time: { normal: 25, high: 60, urgent: 15 },
  payment_problem: { normal: 45, high: 50, urgent: 5 },
  double_charge: { normal: 30, high: 65, urgent: 5 },
};
const usual = { low: 30, normal: 60, high: 10 };

const end = at(history.outcomes);

/** Requests for help, in the order of opening. */
export function toTickets(seed: Seed, merchants: readonly Merchant[]): Row<'tickets'>[] {
  const random = new Random(seed.number, 'tickets');
  const demand = new Demand(seed, 'tickets', merchants);
  const counts = quota(
    seed.tickets,
    waves.map(({ share }) => share),
  );
  const tickets = waves.flatMap(
    ({ subject, topic = subject, span: [from, to], from: writers }, index) =>
      Array.from({ length: counts[index]! }, () => {
        for (;;) {
          // A wave's tickets come at the hours at which merchants are awake.
          const [wish] = demand.draw(1, ...toDay(random, [at(from), at(to)]));
          const { merchant, createdAt } = wish!;
          if (!writers || writers.test(merchant.timezone)) {
            return toTicket(random, subject, topic, merchant, createdAt);
          }
        }
      }),
  );
  standOnMonths(tickets, 'opened_at');
  return tickets
    .sort((a, b) => a.opened_at - b.opened_at)
    .map((ticket, index) => ({ ...ticket, ticket_id: index + 1 }));
}

/** One random day of a span. */
function toDay(random: Random, [from, to]: readonly [number, number]): [number, number] {
  if (to - from <= day) return [from, to];
  const start = from + random.int(0, Math.floor((to - from) / day) - 1) * day;
  return [start, start + day];
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function toTicket(
  random: Random,
  wording: Subject,
  topic: Subject,
  merchant: Merchant,
  opened: number,
): Row<'tickets'> {
  const priority = random.key<string>(urgency[topic] ?? usual);
  const pace = { urgent: 3, high: 14, normal: 40, low: 90 }[priority]! * hour;
  // Product between two chances: most tickets close soon, a few drag on.
  const closed = opened + 6 * minute + Math.floor(3 * pace * random.fraction() * random.fraction());
  const subject = random
    .pick(subjects[wording])
    .replace('{name}', random.pick(people[merchant.country]!.first))
    .replace('{day}', random.pick(weekdays))
    .replace('{time}', `${random.int(8, 18)}:${random.pick(['00', '15', '30', '45'])}`)
    .replace('{town}', merchant.town);
  const isStuck = opened > end - 60 * day && random.chance(12);
  return {
    ticket_id: 0,
    merchant_id: merchant.merchant_id,
    opened_at: opened,
    closed_at: isStuck || closed >= end ? null : closed,
    channel: random.key({ email: 48, chat: 38, phone: 14 }),
    topic,
    priority,
    subject,
  };
}
