import type { MatchFile, MatchKey } from '../../schemas/activity/match.ts';
import type { StoredAnswer } from '../../schemas/progress.ts';
import { usual } from './kind.ts';
import type { Outcome, Problem, Traits } from './kind.ts';
import { toLetter } from './version-2.ts';
import { toIdCheck } from './references.ts';

export interface MatchAnswer {
  /** The target chosen for each entry. */
  targets: Record<string, string>;
}

export interface MatchGrade extends Outcome {
  /** Ids of the entries with their right target. */
  right: string[];
  /** So many are needed to pass. */
  needed: number;
}

export const traits = ({ entries }: MatchFile): Traits => ({
  ...usual,
  isQuick: true,
  asks: entries.map(({ text }) => text),
});

export function check({ entries, targets }: MatchFile): Problem[] {
  const checkTarget = toIdCheck(
    'target',
    targets.map(({ id }) => id),
  );
  return entries.flatMap(({ target, instead }, index) => [
    ...checkTarget(target, 'entries', index, 'target'),
    ...Object.keys(instead).flatMap((id) => checkTarget(id, 'entries', index, 'instead', id)),
  ]);
}

export const toKey = ({ entries, pass }: MatchFile): MatchKey => ({
  targets: Object.fromEntries(entries.map(({ id, target }) => [id, target])),
  pass,
});

export function read(stored: StoredAnswer): MatchAnswer | undefined {
  if (typeof stored === 'string') return undefined;
  if (Array.isArray(stored)) {
    const targets = stored.map((target, place) => [toLetter(String(place)), target] as const);
    return { targets: Object.fromEntries(targets) };
  }
  const { targets } = stored;
  return typeof targets === 'object' && targets !== null
    ? { targets: targets as Record<string, string> }
    : undefined;
}

export function grade(key: MatchKey, { targets }: MatchAnswer): MatchGrade {
  const entries = Object.keys(key.targets);
  const right = entries.filter((entry) => targets[entry] === key.targets[entry]);
  const needed = Math.ceil(key.pass * entries.length);
  return { right, needed, score: right.length / entries.length, passed: right.length >= needed };
}
