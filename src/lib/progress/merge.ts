import type { Attempt, Progress } from '../../schemas/progress.ts';
import { emptyProgress } from './progress.ts';

/** Joins two records. Nothing is lost; where both say something, the newer one counts. */
export function mergeProgress(one: Progress, other: Progress): Progress {
  const attempts = new Map<string, Attempt>();
  for (const attempt of [...one.attempts, ...other.attempts]) {
    attempts.set(`${attempt.activity} ${attempt.at}`, attempt);
  }
  const merged = emptyProgress();
  merged.attempts = [...attempts.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
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
