/**
 * Random numbers that are the same on every machine: sfc32 by Chris Doty-Humphrey, whose state and
 * steps are 32-bit integers. (https://pracrand.sourceforge.net/RNG_engines.txt)
 */
export class Random {
  #a: number;
  #b: number;
  #c = 0;
  #counter = 1;

  /** @param purpose - every part of the data has numbers of its own, so that parts change alone. */
  constructor(seed: number, purpose: string) {
    // FNV-1a turns the purpose into a second number.
    let hash = 0x811c9dc5;
    for (const character of purpose) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
    this.#a = seed | 0;
    this.#b = hash | 0;
    // The first numbers after a poor seed resemble each other.
    for (let round = 0; round < 20; round += 1) this.#next();
  }

  /** A whole number from 0 to 2³² − 1. */
  #next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** From 0 to 1, without 1. */
  fraction(): number {
    return this.#next() / 0x1_0000_0000;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1));
  }

  /** True in so many of a hundred cases. */
  chance(percent: number): boolean {
    return this.fraction() * 100 < percent;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.int(0, items.length - 1)]!;
  }

  /** Picks by weight. */
  weighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item {
    let rest = this.fraction() * items.reduce((sum, item) => sum + weightOf(item), 0);
    for (const item of items) {
      rest -= weightOf(item);
      if (rest < 0) return item;
    }
    return items.at(-1)!;
  }

  /** Picks a key of a table of weights. */
  key<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
    return this.weighted(Object.keys(weights) as Key[], (key) => weights[key]);
  }

  /** A shuffled copy. */
  shuffle<Item>(items: readonly Item[]): Item[] {
    const copy = [...items];
    for (let last = copy.length - 1; last > 0; last -= 1) {
      const other = this.int(0, last);
      [copy[last], copy[other]] = [copy[other]!, copy[last]!];
    }
    return copy;
  }

  /** So many different items, in random order. */
  sample<Item>(items: readonly Item[], count: number): Item[] {
    if (count > items.length) throw new Error(`${count} of ${items.length} items asked for.`);
    return this.shuffle(items).slice(0, count);
  }
}
