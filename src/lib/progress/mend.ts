import type { Diagnostic, Progress } from '../../schemas/progress.ts';
import { limit } from './diagnostic.ts';

/** No answer is older than the course. */
const beginning = Date.UTC(2020, 0);

/**
 * Puts right what a clock that was off, or a hand, has written into stored progress: no time is
 * later than now, or than that of what came after it; no taking has more seconds than it may last.
 * What is in order stays as it is.
 */
export function mendProgress(progress: Progress, now: number): Progress {
  const { read, drafts, attempts, reviews, diagnostics } = progress;
  return {
    ...progress,
    read: mapValues(read, (at) => clamp(at, now)),
    drafts: mapValues(drafts, (draft) => ({ ...draft, at: clamp(draft.at, now) })),
    attempts: inOrder(attempts, now),
    reviews: inOrder(reviews, now),
    diagnostics: inOrder(diagnostics, now)
      .filter(({ items }) => items.length > 0)
      .map(mendTaking),
  };
}

function mapValues<From, To>(
  record: Record<string, From>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function clamp(at: string, latest: number): string {
  const time = Date.parse(at);
  const mended = Math.max(beginning, Math.min(time, latest));
  return mended === time ? at : new Date(mended).toISOString();
}

/** Items stand in the order in which they came about, whatever their times say. */
function inOrder<Item extends { at: string }>(items: readonly Item[], now: number): Item[] {
  let latest = now;
  return items
    .map((_, place) => {
      const item = items[items.length - 1 - place]!;
      const at = clamp(item.at, latest);
      latest = Date.parse(at);
      return { ...item, at };
    })
    .reverse();
}

function mendTaking({ results, ...taking }: Diagnostic): Diagnostic {
  const most = taking.items.length;
  return {
    ...taking,
    seconds: Math.min(taking.seconds, limit),
    ...(results && {
      results: mapValues(results, ({ right, asked }) => ({
        right: Math.min(right, asked, most),
        asked: Math.min(asked, most),
      })),
    }),
  };
}
