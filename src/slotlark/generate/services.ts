import { countries, euros } from '../world/places.ts';
import { trades } from '../world/trades.ts';
import { Random } from '../random.ts';
import type { Seed } from '../seeds.ts';
import type { Row } from '../tables.ts';
import type { Merchant } from './merchants.ts';
import { fit } from './staff.ts';

/** Deposits that merchants ask, in percent of the price, and how often. */
const deposits = { '0': 11, '10': 14, '20': 44, '25': 14, '30': 11, '50': 6 };

/** Every merchant's price list. */
export function toServices(seed: Seed, merchants: readonly Merchant[]): Row<'services'>[] {
  const random = new Random(seed.number, 'services');
  const lists = merchants.map(({ category }) => trades[category].services.length);
  const counts = lists.map((length) => random.int(3, Math.min(7, length)));
  fit(random, counts, seed.services, (index) => [2, lists[index]!]);
  return merchants
    .flatMap((merchant, index) => toPriceList(random, merchant, counts[index]!))
    .map((service, index) => ({ ...service, service_id: index + 1 }));
}

function toPriceList(random: Random, merchant: Merchant, count: number): Row<'services'>[] {
  const { services } = trades[merchant.category];
  const { priceLevel, priceStep, currency } = countries.find(
    ({ code }) => code === merchant.country,
  )!;
  const standing = 0.87 + 0.3 * random.fraction();
  // The trade's first service is on every list.
  const names = new Set([
    services[0]![0],
    ...random.sample(services.slice(1), count - 1).map(([name]) => name),
  ]);
  return services
    .filter(([name]) => names.has(name))
    .map(([name, duration_minutes, base], index) => ({
      service_id: 0,
      merchant_id: merchant.merchant_id,
      name,
      duration_minutes,
      price:
        Math.max(1, Math.round((base * priceLevel * standing) / euros[currency]! / priceStep)) *
        priceStep,
      deposit_percent: Number(random.key(deposits)),
      active: index === 0 || !random.chance(12),
    }));
}
