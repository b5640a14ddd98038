import { at, dateOf } from '../clock.ts';
import { people } from '../world/people.ts';
import { trades } from '../world/trades.ts';
import { Random } from '../random.ts';
import { history } from '../seeds.ts';
import type { Seed } from '../seeds.ts';
import type { Row } from '../tables.ts';
import { toWall } from '../zones.ts';
import { known } from './merchants.ts';
import type { Merchant } from './merchants.ts';

const sizes: Readonly<Record<string, readonly [number, number]>> = {
  solo: [1, 1],
  team: [2, 6],
  multi: [8, 14],
};

/** Everybody who can be booked, those who left included, merchant by merchant. */
export function toStaff(seed: Seed, merchants: readonly Merchant[]): Row<'staff'>[] {
  const random = new Random(seed.number, 'staff');
  const counts = merchants.map(({ plan }) => random.int(...sizes[plan]!));
  fit(random, counts, seed.staff, (index) => sizes[merchants[index]!.plan]!);
  return merchants
    .flatMap((merchant, index) => toTeam(random, merchant, counts[index]!))
    .map((person, index) => ({ ...person, staff_id: index + 1 }));
}

/** Moves counts by one, within their bounds, until they add up. */
export function fit(
  random: Random,
  counts: number[],
  total: number,
  boundsOf: (index: number) => readonly [low: number, high: number],
): void {
  let missing = total - counts.reduce((sum, count) => sum + count, 0);
  for (let tries = 0; missing !== 0; tries += 1) {
    if (tries > 1_000_000) throw new Error(`The counts cannot add up to ${total}.`);
    const index = random.int(0, counts.length - 1);
    const step = Math.sign(missing);
    const [low, high] = boundsOf(index);
    const count = counts[index]! + step;
    if (count < low || count > high) continue;
    counts[index] = count;
    missing -= step;
  }
}

function toTeam(random: Random, merchant: Merchant, count: number): Row<'staff'>[] {
  const opened = dateOf(toWall(merchant.timezone, merchant.signed_up_at));
  const end = dateOf(merchant.churned_at ?? at(history.end));
  const isFisio = merchant.name === known.fisio.name;
  const pool = people[merchant.country]!.first.filter((name) => !isFisio || name !== 'Rui');
  const names = random.sample(pool, count);
  if (isFisio) names[1] = 'Rui';
  return names.map((first_name, index) => {
    const isFounding = index < 2 || random.chance(55);
    const joined = isFounding ? opened : random.int(opened, Math.max(opened, end - 30));
    const hasLeft = index > 1 && joined + 90 < end && random.chance(18);
    return {
      staff_id: 0,
      merchant_id: merchant.merchant_id,
      first_name,
      role:
        index === 0
          ? 'owner'
          : count > 7 && index === 1
            ? 'manager'
            : trades[merchant.category].role,
      joined_on: joined,
      left_on: hasLeft ? random.int(joined + 60, end) : null,
    };
  });
}

/** Whether somebody works there on a date (days since 1970, in the merchant's zone). */
export const isOnTeam = ({ joined_on, left_on }: Row<'staff'>, date: number): boolean =>
  joined_on <= date && (left_on === null || date < left_on);
