import { hour, minute } from '../clock.ts';
import { toIdempotencyKey } from '../idempotency-key.ts';
import { Random } from '../random.ts';
import type { Seed } from '../seeds.ts';
import type { Row } from '../tables.ts';
import { standOnMonths } from './boundaries.ts';
import type { Draft } from './bookings.ts';
import type { Course } from './outcomes.ts';

type Payment = Row<'payments'>;

/** Deposits when booking and balances after the appointment, in the order of time. */
export function toPayments(
  seed: Seed,
  drafts: readonly Draft[],
  courses: readonly Course[],
): Payment[] {
  const random = new Random(seed.number, 'payments');
  const twice = new Set(
    random.sample(drafts.filter(canPayTwice(courses)), seed.doubleDeposits).map(({ id }) => id),
  );
  const payments = drafts.flatMap((draft, index) =>
    draft.merchant.is_test ? [] : toAttempts(random, draft, courses[index]!, twice.has(draft.id)),
  );
  const ends = new Map(drafts.map(({ id, endsAt }) => [id, endsAt]));
  const balances = payments.filter(({ kind }) => kind === 'balance');
  standOnMonths(balances, 'created_at', ({ booking_id }) => ends.get(booking_id)!);
  payments.sort((a, b) => a.created_at - b.created_at || a.booking_id - b.booking_id);
  payments.forEach((payment, index) => {
    payment.payment_id = index + 1;
    payment.idempotency_key = toIdempotencyKey(index + 1);
  });
  return payments;
}

/** Apps and booking page offer to try again after 30 seconds, and do so with a new key. */
const canPayTwice =
  (courses: readonly Course[]) =>
  ({ id, channel, merchant, service }: Draft): boolean =>
    (channel === 'app' || channel === 'web') &&
    !merchant.is_test &&
    service.deposit_percent > 0 &&
    courses[id - 1]!.outcome === 'completed';

function toAttempts(
  random: Random,
  draft: Draft,
  { outcome }: Course,
  isTwice: boolean,
): Payment[] {
  const { createdAt, endsAt, priceEurCents, service } = draft;
  const deposit = Math.round((priceEurCents * service.deposit_percent) / 100);
  const attempts: Payment[] = [];
  const add = (kind: string, cents: number, time: number, status = 'succeeded') => {
    if (cents === 0) return;
    attempts.push({
      payment_id: 0,
      booking_id: draft.id,
      kind,
      amount_eur_cents: cents,
      status,
      idempotency_key: '',
      created_at: time,
    });
  };

  // A deposit is only held at first. It is charged unless the customer cancels in time.
  const isCharged = outcome !== 'cancelled' || random.chance(14);
  const paidAt = createdAt + random.int(3, 25);
  if (isTwice) {
    add('deposit', deposit, paidAt);
    add('deposit', deposit, paidAt + 31);
  } else if (isCharged) {
    const isSecondTry = random.chance(4);
    if (isSecondTry) add('deposit', deposit, paidAt, 'failed');
    add('deposit', deposit, isSecondTry ? paidAt + random.int(35, 240) : paidAt);
  } else if (random.chance(2)) {
    add('deposit', deposit, paidAt, 'refunded');
  }

  if (outcome === 'completed') {
    const billedAt =
      endsAt + (random.chance(3) ? random.int(1, 30) * hour : random.int(1, 15) * minute);
    if (random.chance(2)) add('balance', priceEurCents - deposit, billedAt, 'failed');
    add('balance', priceEurCents - deposit, billedAt + random.int(30, 300));
  }
  return attempts;
}
