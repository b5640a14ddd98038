import { at, day, hour } from '../clock.ts';
import { patterns, testNames, words } from '../world/business-names.ts';
import { people } from '../world/people.ts';
import { countries } from '../world/places.ts';
import type { Country } from '../world/places.ts';
import { categories, trades } from '../world/trades.ts';
import type { Category } from '../world/trades.ts';
import { deck, quota } from '../quota.ts';
import { Random } from '../random.ts';
import type { Seed } from '../seeds.ts';
import type { Row } from '../tables.ts';
import { fromWall } from '../zones.ts';
import type { Zone } from '../zones.ts';

/** A merchant with what other tables need to know of it. */
export interface Merchant extends Row<'merchants'> {
  category: Category;
  timezone: Zone;
}

interface Known {
  name: string;
  category: Category;
  town: string;
  plan: string;
}

/** Merchants that the course's texts name. The noisy one's id comes from the seed. */
export const known = {
  fisio: { name: 'Maré Fisio', category: 'physio', town: 'Lisbon', plan: 'team' },
  driving: {
    name: 'Tausi Driving School',
    category: 'driving_school',
    town: 'Nairobi',
    plan: 'team',
  },
  dogs: { name: 'Bark & Bramble', category: 'dog_grooming', town: 'Bristol', plan: 'team' },
  noisy: {
    name: 'Nordlicht Fahrschule',
    category: 'driving_school',
    town: 'Hamburg',
    plan: 'multi',
  },
} as const satisfies Record<string, Known>;

const places = countries.flatMap((country) =>
  country.towns.map(([town, zone, weight]) => ({
    country,
    town,
    zone,
    weight: (country.share * weight) / country.towns.reduce((sum, [, , weight]) => sum + weight, 0),
  })),
);

/** The merchants in the order of signing up, which is also the order of their ids. */
export function toMerchants(seed: Seed): Merchant[] {
  const random = new Random(seed.number, 'merchants');
  const paths = deck({
    assisted: seed.merchants.assisted.count,
    self_serve: seed.merchants.self_serve.count,
    csv_import: seed.merchants.csv_import.count,
  });
  const count = paths.length + testNames.length;
  const signUps = toSignUps(random, count);
  const named = new Map<number, Known>([
    [seed.api.noisy.merchant, known.noisy],
    [34, known.fisio],
    [112, known.driving],
    [203, known.dogs],
  ]);
  const tests = new Set(toTestIds(random, count));
  const [solo, team, multi] = quota(count, [55, 35, 10]);
  const plans = random.shuffle(deck({ solo: solo!, team: team!, multi: multi! }));
  const dealt = random.shuffle(paths);
  const taken = new Set<string>([...named.values()].map(({ name }) => name));

  const merchants = signUps.map((date, index): Merchant => {
    const id = index + 1;
    const pin = named.get(id);
    const isTest = tests.has(id);
    const place = pin
      ? places.find(({ town }) => town === pin.town)!
      : random.weighted(
          isTest ? places.filter(({ town }) => offices.has(town)) : places,
          ({ weight }) => weight,
        );
    const category = pin?.category ?? random.weighted(categories, (key) => trades[key].share);
    const name =
      pin?.name ??
      (isTest ? testNames[[...tests].indexOf(id)]! : toName(random, place, category, taken));
    return {
      merchant_id: id,
      name,
      category,
      town: place.town,
      country: place.country.code,
      timezone: place.zone,
      currency: place.country.currency,
      language: place.country.language,
      plan: pin?.plan ?? (isTest ? 'solo' : plans[index]!),
      onboarding_path: isTest ? 'self_serve' : dealt.pop()!,
      is_test: isTest,
      signed_up_at: fromWall(place.zone, date * day + random.int(8 * hour, 21 * hour)),
      churned_at: null,
    };
  });
  dealChurn(random, seed, merchants, named);
  return merchants;
}

const offices = new Set(['Lisbon', 'Nairobi', 'Toronto']);

/** Days of signing up, 2023 to April 2026, two and a half times as many a month at the end. */
function toSignUps(random: Random, count: number): number[] {
  const first = at('2023-01-09') / day;
  const last = at('2026-04-28') / day;
  const dates: number[] = [];
  while (dates.length < count) {
    const part = random.fraction();
    if (random.fraction() * 2.5 < 1 + 1.5 * part) {
      dates.push(first + Math.floor(part * (last - first)));
    }
  }
  return dates.sort((a, b) => a - b);
}

/** Test accounts appear from autumn 2025 on, when the team grew. */
function toTestIds(random: Random, count: number): number[] {
  const low = Math.floor(count * 0.82);
  const ids = Array.from({ length: count - low - 4 }, (_, index) => low + index);
  return random.sample(ids, testNames.length).sort((a, b) => a - b);
}

function toName(
  random: Random,
  { country, town }: { country: Country; town: string },
  category: Category,
  taken: Set<string>,
): string {
  const choices = patterns[country.language]![category];
  for (let tries = 0; ; tries += 1) {
    const { first, family } = people[country.code]!;
    const name = random
      .pick(choices)
      .replace('{word}', random.pick(words[country.code]!))
      .replace('{family}', random.pick(family))
      .replace('{first}', random.pick(first))
      .replace('{town}', town);
    // Where all names of a trade are taken, the second shop says where it stands.
    const free = tries < 12 ? name : `${name} ${town}`;
    if (taken.has(free)) continue;
    taken.add(free);
    return free;
  }
}

/** Who leaves: exact counts within 90 days by onboarding path, and some later. */
function dealChurn(
  random: Random,
  seed: Seed,
  merchants: readonly Merchant[],
  named: ReadonlyMap<number, Known>,
): void {
  const free = merchants.filter(({ is_test, merchant_id }) => !is_test && !named.has(merchant_id));
  const leave = (merchant: Merchant, days: number) => {
    merchant.churned_at = merchant.signed_up_at + days * day + random.int(-6 * hour, 6 * hour);
  };
  for (const path of ['assisted', 'self_serve', 'csv_import'] as const) {
    const candidates = free.filter(({ onboarding_path }) => onboarding_path === path);
    for (const merchant of random.sample(candidates, seed.merchants[path].churned)) {
      // A month after signing up the first invoice comes; most leave then or after the second.
      leave(
        merchant,
        random.weighted([18, 31, 33, 36, 47, 61, 64, 75, 84], (days) => 90 - days) +
          random.int(0, 3),
      );
    }
  }
  const latest = at('2026-09-01');
  const later = free.filter(
    ({ churned_at, signed_up_at }) => churned_at === null && signed_up_at + 160 * day < latest,
  );
  for (const merchant of random.sample(later, seed.lateChurn)) {
    const longest = Math.floor((latest - merchant.signed_up_at) / day);
    leave(merchant, random.int(100, Math.min(longest, 900)));
  }
}
