import type { Progress } from '../../schemas/progress.ts';
import { emptyProgress } from './progress.ts';

/** Joins two records. Nothing is lost; where both say something, the newer one counts. */
export function mergeProgress(one: Progress, other: Progress): Progress {
  const merged = emptyProgress();
  merged.attempts = join(one.attempts, other.attempts, ({ activity }) => activity);
  merged.reviews = join(one.reviews, other.reviews, ({ term }) => term);
  merged.diagnostics = join(one.diagnostics, other.diagnostics, ({ started }) => started, true);
  for (const { read, drafts } of [one, other]) {
    for (const [chapter, at] of Object.entries(read)) {
      const known = merged.read[chapter];
      if (!known || at > known) merged.read[chapter] = at;
    }
    for (const [activity, draft] of Object.entries(drafts)) {
      const known = merged.drafts[activity];
      if (!known || draft.at > known.at) merged.drafts[activity] = draft;
    }
  }
  return merged;
}

/**
 * Joins two lists and sorts them by time.
 *
 * @param toKey - what an item is about.
 * @param isChanging - whether an item of one key changes with time, so that only its newest state
 *   is kept; otherwise each moment is an item of its own.
 */
function join<Item extends { at: string }>(
  one: readonly Item[],
  other: readonly Item[],
  toKey: (item: Item) => string,
  isChanging = false,
): Item[] {
  const items = new Map<string, Item>();
  for (const item of [...one, ...other]) {
    const key = isChanging ? toKey(item) : `${toKey(item)} ${item.at}`;
    const known = items.get(key);
    if (!known || item.at >= known.at) items.set(key, item);
  }
  return [...items.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
}
