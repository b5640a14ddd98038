import { at, minute } from '../clock.ts';
import { deck } from '../quota.ts';
import { Random } from '../random.ts';
import { history } from '../seeds.ts';
import type { Seed } from '../seeds.ts';
import type { Row } from '../tables.ts';
import { Demand } from './demand.ts';
import type { Merchant } from './merchants.ts';

type Delivery = Row<'webhook_deliveries'>;

const kinds = {
  'booking.created': 76,
  'booking.cancelled': 13,
  'booking.rescheduled': 11,
};

/** Attempts that are made again: no answer within ten seconds, an error, or too many at once. */
const failures = { none: 66, '500': 16, '502': 6, '503': 9, '429': 3 };
const successes = { '200': 94, '204': 6 };
/** Seconds after a failure until the next attempt. */
const pauses = [30, 2 * minute];

const toStatus = (key: string): number | null => (key === 'none' ? null : Number(key));

/** Attempts to deliver webhook events, in the order of time. */
export function toWebhookDeliveries(seed: Seed, merchants: readonly Merchant[]): Delivery[] {
  const random = new Random(seed.number, 'webhooks');
  const { events, twice, thrice } = seed.webhooks;
  const receivers = merchants.filter(({ merchant_id }) => merchant_id % 4 === 1);
  const { from, to } = history.api;
  const attempts = random.shuffle(
    deck({ '1': events - twice - thrice, '2': twice, '3': thrice }).map(Number),
  );
  const lastStart = at(to) - 5 * minute;
  return new Demand(seed, 'webhooks', receivers)
    .draw(events, at(from), lastStart)
    .sort((a, b) => a.createdAt - b.createdAt)
    .flatMap(({ merchant, createdAt }, index): Delivery[] => {
      const event_type = random.key(kinds);
      let time = createdAt;
      return Array.from({ length: attempts[index]! }, (_, place) => {
        if (place > 0) time += pauses[place - 1]! + random.int(1, 12);
        const isLast = place === attempts[index]! - 1;
        return {
          delivery_id: 0,
          event_key: `evt_${String(index + 1).padStart(6, '0')}`,
          merchant_id: merchant.merchant_id,
          event_type,
          attempt: place + 1,
          at: time,
          status_code: toStatus(random.key<string>(isLast ? successes : failures)),
        };
      });
    })
    .sort((a, b) => a.at - b.at || a.delivery_id - b.delivery_id)
    .map((delivery, index) => ({ ...delivery, delivery_id: index + 1 }));
}
