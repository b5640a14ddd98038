/** Steps from one word to another: a letter more, less, another one, or two that changed places. */
export function distance(one: string, other: string): number {
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, n) => n)];
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      next[column] = Math.min(
        last[column]! + 1,
        next[column - 1]! + 1,
        last[column - 1]! + (isSame ? 0 : 1),
        isSwapped ? before[column - 2]! + 1 : Infinity,
      );
    }
    [before, last] = [last, next];
  }
  return last[other.length]!;
}

/** Of words that are equally near, the one that begins alike is meant, and then the one as long. */
const doubt = (given: string, { name }: { name: string }) =>
  (name[0] === given[0] ? 0 : 10) + Math.abs(name.length - given.length);

/**
 * The name that somebody who wrote `word` most likely meant: one that differs by a letter in three at
 * most, or the only one that has it as a part, as `created_at` has `created`, or the other way round.
 */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const given = word.toLowerCase();
  const most = Math.min(3, Math.max(1, Math.floor(given.length / 3)));
  const found = [...new Set(names)]
    .filter((name) => name !== word)
    .map((name) => ({ name, steps: distance(given, name.toLowerCase()) }))
    .filter(({ steps }) => steps <= most && given.length > 1)
    .sort((one, other) => one.steps - other.steps || doubt(given, one) - doubt(given, other))[0];
  if (found) return found.name;
  const isPart = (one: string, other: string) =>
    one.length > 1 && `_${other}_`.includes(`_${one}_`);
  const akin = names.filter((name) => isPart(given, name) || isPart(name, given));
  return akin.length === 1 ? akin[0] : undefined;
}
