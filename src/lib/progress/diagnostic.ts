import type { Diagnostic, Progress } from '../../schemas/progress.ts';

/** Seconds that a diagnostic may take. */
export const limit = 25 * 60;

/** An item of the diagnostic, as far as drawing and counting need it. */
export interface DiagnosticItem {
  id: string;
  pool: string;
  objective: string;
}

/** The taking that was begun and not finished. */
export function findOpen({ diagnostics }: Progress): Diagnostic | undefined {
  return diagnostics.findLast(({ results }) => !results);
}

/** A taking as two tabs have it: what either was told counts, and a taking that has ended has ended. */
export function joinTakings(stored: Diagnostic | undefined, own: Diagnostic): Diagnostic {
  if (!stored) return own;
  if (stored.results) return stored;
  return {
    ...own,
    seconds: Math.max(stored.seconds, own.seconds),
    answers: { ...stored.answers, ...own.answers },
  };
}

/** Begins a taking: one item of each pool, one that no earlier taking has asked if there is any. */
export function begin(
  { diagnostics }: Progress,
  items: readonly DiagnosticItem[],
  now: Date,
): Diagnostic {
  const asked = new Set(diagnostics.flatMap((taking) => taking.items));
  const pools = [...new Set(items.map(({ pool }) => pool))];
  const drawn = pools.map((pool) => {
    const siblings = items.filter((item) => item.pool === pool);
    return (siblings.find(({ id }) => !asked.has(id)) ?? siblings[0]!).id;
  });
  const started = now.toISOString();
  return { started, at: started, seconds: 0, items: drawn, answers: {} };
}

/**
 * Counts a taking by objective. What was not answered, or answered with “not sure”, is not right.
 *
 * @param keys - the right option of each item.
 */
export function finish(
  taking: Diagnostic,
  items: readonly DiagnosticItem[],
  keys: ReadonlyMap<string, string>,
  now: Date,
): Diagnostic {
  const results: NonNullable<Diagnostic['results']> = {};
  for (const id of taking.items) {
    const objective = items.find((item) => item.id === id)?.objective;
    if (!objective) continue;
    const count = (results[objective] ??= { right: 0, asked: 0 });
    count.asked += 1;
    if (taking.answers[id] && taking.answers[id] === keys.get(id)) count.right += 1;
  }
  return { ...taking, at: now.toISOString(), results };
}
