/** Shares of all values, from 0 to 1, and the value below which that share lies. */
export type QuantileTable = readonly (readonly [share: number, value: number])[];

/** So many whole numbers, ascending, spread as a table of quantiles says, straight between its rows. */
export function toQuantiles(count: number, table: QuantileTable): number[] {
  let row = 1;
  return Array.from({ length: count }, (_, index) => {
    const share = index / (count - 1);
    while (share > table[row]![0]) row += 1;
    const [from, low] = table[row - 1]!;
    const [to, high] = table[row]!;
    return Math.round(low + ((high - low) * (share - from)) / (to - from));
  });
}
