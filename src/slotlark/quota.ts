/**
 * Splits a whole number by weights, without luck: everybody gets the whole part of the share, and
 * what is left goes to the largest remainders.
 */
export function quota(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((before, weight) => before + weight, 0);
  const shares = weights.map((weight) => (total * weight) / sum);
  const counts = shares.map(Math.floor);
  const left = total - counts.reduce((before, count) => before + count, 0);
  const order = shares
    .map((share, index) => ({ index, rest: share - counts[index]! }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order.slice(0, left)) counts[index]! += 1;
  return counts;
}

/** A list with every key so many times: to be shuffled and dealt out. */
export function deck<Key extends string>(counts: Readonly<Record<Key, number>>): Key[] {
  return (Object.entries(counts) as [Key, number][]).flatMap(([key, count]) =>
    Array.from({ length: count }, () => key),
  );
}
