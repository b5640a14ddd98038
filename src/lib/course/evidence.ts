import type { BloomLevel } from '../../schemas/common.ts';
import type { ActivityFile } from '../grading/kinds.ts';
import type { ChapterFile } from '../../schemas/chapter.ts';

/** What shows that an objective is served, derived from what chapters and activities declare. */
export interface Evidence {
  /** Finished chapters that have the objective as their own. */
  taught: string[];
  /** Practice items that count; empty until there are enough. */
  practiced: string[];
  /** Assessment items that count; empty until there are enough. */
  assessed: string[];
  /** Finished chapters that come back to it. */
  reinforced: string[];
}

type Claim = Pick<ChapterFile, 'objectives' | 'reinforces'> & {
  id: string;
  status: 'done' | 'planned';
};
type Item = Pick<ActivityFile, 'role' | 'bloom' | 'objectives' | 'pool'> & { id: string };

/** An objective counts as practiced, or assessed, with so many items in so many pools. */
export const enough = { items: 3, pools: 2 } as const;

/** Collects an objective's evidence. Only items at the objective's own Bloom level count. */
export function toEvidence(
  objective: { id: string; level: BloomLevel },
  chapters: readonly Claim[],
  activities: readonly Item[],
): Evidence {
  const finished = chapters.filter((chapter) => chapter.status === 'done');
  const counting = (role: Item['role']) => {
    const items = activities.filter(
      (activity) =>
        activity.role === role &&
        activity.bloom === objective.level &&
        activity.objectives.includes(objective.id),
    );
    const pools = new Set(items.map((item) => item.pool));
    const isEnough = items.length >= enough.items && pools.size >= enough.pools;
    return isEnough ? items.map((item) => item.id) : [];
  };
  return {
    taught: finished.filter((c) => c.objectives.includes(objective.id)).map((c) => c.id),
    practiced: counting('practice'),
    assessed: counting('assessment'),
    reinforced: finished.filter((c) => c.reinforces.includes(objective.id)).map((c) => c.id),
  };
}
