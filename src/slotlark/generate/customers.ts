import { at, day } from '../clock.ts';
import { countries } from '../world/places.ts';
import { Random } from '../random.ts';
import { history } from '../seeds.ts';
import type { Seed } from '../seeds.ts';
import type { Row } from '../tables.ts';
import type { Draft } from './bookings.ts';

interface Person extends Row<'customers'> {
  /** Merchants where the person has booked, and starts of the appointments. */
  merchants: Set<number>;
  starts: number[];
}

/** Who made a booking, and whether it was the first there. */
export interface Party {
  customer: Row<'customers'>;
  isFirst: boolean;
}

const early = at('2026-01-01');
const begin = at(history.firstBooking);

/** Gives every booking its customer: exactly as many people and first bookings as the seed says. */
export function toCustomers(
  seed: Seed,
  drafts: readonly Draft[],
): { customers: Row<'customers'>[]; parties: Party[] } {
  const random = new Random(seed.number, 'customers');
  const everybody: Person[] = [];
  const byTown = new Map<string, Person[]>();
  const byMerchant = new Map<number, Person[]>();
  const weights = drafts.map(({ createdAt }) => toFirstWeight(createdAt));
  let weightLeft = weights.reduce((sum, weight) => sum + weight, 0);
  let firstLeft = seed.bookings.first;
  let newLeft = seed.customers;

  const parties = drafts.map((draft, index): Party => {
    const { merchant, startsAt } = draft;
    const regulars = getList(byMerchant, merchant.merchant_id);
    const neighbours = getList(byTown, merchant.is_test ? 'test' : merchant.town);
    // Chances follow what is left to deal out, so that both counts end at zero.
    const wantsFirst = random.fraction() * weightLeft < firstLeft * weights[index]!;
    weightLeft -= weights[index]!;
    const regular = wantsFirst ? undefined : pickFree(random, regulars, startsAt);
    let person = regular;
    if (!person) {
      const wantsNew = random.fraction() * firstLeft < newLeft;
      const strangers = wantsNew ? [] : neighbours;
      person = pickFree(random, strangers, startsAt, merchant.merchant_id);
      if (!person) {
        person = toPerson(random, draft);
        everybody.push(person);
        neighbours.push(person);
        newLeft -= 1;
      }
      firstLeft -= 1;
      regulars.push(person);
      person.merchants.add(merchant.merchant_id);
    }
    person.starts.push(startsAt);
    return { customer: person, isFirst: !regular };
  });

  everybody.sort((a, b) => a.created_at - b.created_at);
  everybody.forEach((person, index) => (person.customer_id = index + 1));
  const customers = everybody.map(({ customer_id, created_at, country, marketing_consent }) => ({
    customer_id,
    created_at,
    country,
    marketing_consent,
  }));
  return { customers, parties };
}

/** In the copy's first months nearly everybody is seen for the first time. */
function toFirstWeight(createdAt: number): number {
  const age = (createdAt - begin) / day;
  return age < 110 ? 0.95 - (0.57 * age) / 110 : 0.38 - (0.05 * (age - 110)) / 286;
}

/** Somebody who has nothing else within two hours, and has not booked at `stranger` before. */
function pickFree(
  random: Random,
  people: readonly Person[],
  startsAt: number,
  stranger?: number,
): Person | undefined {
  for (let tries = 0; people.length > 0 && tries < 8; tries += 1) {
    const person = random.pick(people);
    const isFree = person.starts.every((start) => Math.abs(start - startsAt) > 7_200);
    const isStranger = stranger === undefined || !person.merchants.has(stranger);
    if (isFree && isStranger) return person;
  }
  return undefined;
}

function toPerson(random: Random, { merchant, createdAt, channel }: Draft): Person {
  const isOld = createdAt < early && random.chance(35);
  const isAbroad = !merchant.is_test && random.chance(4);
  return {
    customer_id: 0,
    created_at: isOld
      ? random.int(at('2021-06-14'), begin - 1)
      : createdAt - (channel === 'dashboard' ? random.int(0, 40) : random.int(20, 400)),
    country: isAbroad ? random.pick(countries).code : merchant.country,
    marketing_consent: random.chance(34) ? null : random.chance(57),
    merchants: new Set(),
    starts: [],
  };
}

function getList<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
