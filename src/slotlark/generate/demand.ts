import { at, dateOf, day, hour, minute, monthOf, weekdayOf } from '../clock.ts';
import { quota } from '../quota.ts';
import { Random } from '../random.ts';
import { history } from '../seeds.ts';
import type { Seed } from '../seeds.ts';
import { fromWall } from '../zones.ts';
import { known } from './merchants.ts';
import type { Merchant } from './merchants.ts';

/** Somebody wants to book: where and when. */
export interface Wish {
  merchant: Merchant;
  createdAt: number;
}

/** Bookings made by the hour of the merchant's day, from midnight: mornings and evenings. */
const hours = [
  2, 1, 0, 0, 0, 1, 3, 7, 13, 18, 16, 14, 12, 10, 11, 11, 11, 11, 12, 15, 17, 16, 11, 5,
];
const mondayHours = hours.map((weight, index) => (index === 9 ? 3 * weight : weight));

const weekdays = [0.78, 1.34, 1.06, 1, 1.02, 0.96, 0.8];
/** January to December. */
const months = [0.98, 0.95, 1, 1.05, 1.08, 1.06, 0.98, 0.86, 1.04, 1.06, 1, 1.08];

const festive = [at('2025-12-23') / day, at('2026-01-02') / day] as const;
const newsletter = dateOf(at(history.evening[0]));
const start = at(history.firstBooking) / day;

/** How busy a day is beside others. */
export function toDayWeight(date: number): number {
  const growth = 0.95 + (0.22 * (date - start)) / 396;
  const season = date >= festive[0] && date < festive[1] ? 0.45 : months[monthOf(date * day) - 1]!;
  return growth * season * weekdays[weekdayOf(date)]! * (date === newsletter ? 1.8 : 1);
}

const sizes: Readonly<Record<string, number>> = { solo: 1, team: 2.4, multi: 5 };

/** Draws wishes: merchants by size and age, times by the merchant's own clock. */
export class Demand {
  readonly #random: Random;
  readonly #merchants: readonly Merchant[];
  readonly #sizes: number[];
  readonly #cumulative = new Map<number, number[]>();
  readonly #taken = new Set<number>();
  #duringIncident = 4;

  /** @param purpose - what is drawn; merchants have the same size for every purpose. */
  constructor(seed: Seed, purpose: string, merchants: readonly Merchant[]) {
    this.#random = new Random(seed.number, `demand for ${purpose}`);
    this.#merchants = merchants;
    const luckOfAll = new Random(seed.number, 'merchant sizes');
    const names = new Set<string>(Object.values(known).map(({ name }) => name));
    this.#sizes = merchants.map(({ plan, is_test, name }) => {
      const luck = luckOfAll.fraction();
      const isDormant = luckOfAll.chance(5) && !names.has(name);
      return is_test || isDormant ? 0 : sizes[plan]! * (0.25 + 1.75 * luck * luck);
    });
  }

  /**
   * So many wishes from one time up to another, the latter not included.
   *
   * @param isWanted - which of them count.
   */
  draw(
    count: number,
    from: number,
    to: number,
    isWanted: (wish: Wish) => boolean = () => true,
  ): Wish[] {
    const dates: number[] = [];
    for (let date = dateOf(from); date * day < to; date += 1) dates.push(date);
    const counts = quota(
      count,
      dates.map((date) => {
        const part = (Math.min(to, (date + 1) * day) - Math.max(from, date * day)) / day;
        return toDayWeight(date) * part;
      }),
    );
    return dates.flatMap((date, index) =>
      Array.from({ length: counts[index]! }, () => this.#drawOne(date, from, to, isWanted)),
    );
  }

  #drawOne(date: number, from: number, to: number, isWanted: (wish: Wish) => boolean): Wish {
    for (;;) {
      const merchant = this.pickMerchant(date);
      const createdAt = fromWall(merchant.timezone, this.#drawWall(date));
      if (createdAt < from || createdAt >= to || !isOpen(merchant, createdAt)) continue;
      if (!isWanted({ merchant, createdAt })) continue;
      if (isDuringIncident(createdAt) && (this.#duringIncident -= 1) < 0) continue;
      if (this.take(createdAt)) return { merchant, createdAt };
    }
  }

  /** Claims a second for one booking, so that ids follow the time without ties. */
  take(createdAt: number): boolean {
    if (this.#taken.has(createdAt)) return false;
    this.#taken.add(createdAt);
    return true;
  }

  #drawWall(date: number): number {
    const weights = weekdayOf(date) === 1 ? mondayHours : hours;
    const clock = this.#random.weighted([...weights.keys()], (index) => weights[index]!);
    return date * day + clock * hour + this.#random.int(0, hour - 1);
  }

  pickMerchant(date: number): Merchant {
    let cumulative = this.#cumulative.get(date);
    if (!cumulative) {
      let sum = 0;
      cumulative = this.#merchants.map((merchant, index) => {
        const age = date * day - merchant.signed_up_at;
        const isAlive = isOpen(merchant, date * day + day / 2);
        // New merchants take some months to send all their customers to the booking page.
        const ramp = Math.min(1, 0.35 + age / (120 * day));
        return (sum += isAlive ? this.#sizes[index]! * ramp : 0);
      });
      this.#cumulative.set(date, cumulative);
    }
    const point = this.#random.fraction() * cumulative.at(-1)!;
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (cumulative[middle]! > point) high = middle;
      else low = middle + 1;
    }
    return this.#merchants[low]!;
  }
}

/** Whether a merchant takes bookings: after a day of setting up, until shortly before it leaves. */
const isOpen = ({ signed_up_at, churned_at }: Merchant, time: number): boolean =>
  time > signed_up_at + day && (churned_at === null || time < churned_at - 6 * day);

const incidentFrom = at(history.incident.from);
const isDuringIncident = (time: number): boolean =>
  time >= incidentFrom && time < incidentFrom + history.incident.minutes * minute;
