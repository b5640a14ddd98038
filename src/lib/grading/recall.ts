import type { RecallFile } from '../../schemas/activity/recall.ts';
import type { StoredAnswer } from '../../schemas/progress.ts';
import { textAt, usual } from './kind.ts';
import type { Outcome, Traits } from './kind.ts';

export interface RecallAnswer {
  text: string;
  /** How close the reader says it was, 0 to 1. */
  rating: number;
}

export const traits = ({ size }: RecallFile): Traits => ({
  ...usual,
  isQuick: size === 'short',
  isWork: size === 'long',
  opensFirst: true,
});

export const check = () => [];

/** The reader grades it: there is nothing to know. */
export const toKey = () => ({});

export function read(stored: StoredAnswer): RecallAnswer | undefined {
  const text = typeof stored === 'string' ? stored : textAt(stored, 'text');
  if (text === undefined) return undefined;
  const rating = typeof stored === 'object' && !Array.isArray(stored) ? stored.rating : undefined;
  return { text, rating: typeof rating === 'number' ? rating : NaN };
}

export const grade = (_: object, { rating }: RecallAnswer): Outcome => ({
  score: rating,
  passed: rating === 1,
});
