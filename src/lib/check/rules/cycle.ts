/**
 * The chain from `start` over `next` and what follows it back to `start`, if there is one.
 *
 * @param after - the ids that follow an id.
 */
export function findCycle(
  start: string,
  next: string,
  after: (id: string) => readonly string[],
  trail: readonly string[] = [start],
): string[] | undefined {
  if (next === start) return [...trail, start];
  if (trail.includes(next)) return undefined;
  for (const id of after(next)) {
    const cycle = findCycle(start, id, after, [...trail, next]);
    if (cycle) return cycle;
  }
  return undefined;
}
