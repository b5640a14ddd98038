import type { OrderFile, OrderKey } from '../../schemas/activity/order.ts';
import type { StoredAnswer } from '../../schemas/progress.ts';
import { textsAt, usual } from './kind.ts';
import type { Outcome, Traits } from './kind.ts';
import { toLetter } from './version-2.ts';

export interface OrderAnswer {
  /** Ids of the pieces in the learner's order, without those that were left out. */
  pieces: string[];
}

/** What an order came to; its score is the share of pairs in the right order (1 − Kendall tau distance). */
export interface OrderGrade extends Outcome {
  /** Id of the first piece that is wrong, and what is wrong with it. */
  first?: { id: string; fault: 'spare' | 'misplaced' };
  /** Pieces that were left out and are needed. */
  missing: string[];
}

export const traits = (): Traits => ({ ...usual, isQuick: true });

export const check = () => [];

export const toKey = ({ entries }: OrderFile): OrderKey => ({
  orders: [entries.map(({ id }) => id)],
});

export function read(stored: StoredAnswer): OrderAnswer | undefined {
  const pieces = Array.isArray(stored) ? stored.map(toLetter) : textsAt(stored, 'pieces');
  return pieces && { pieces };
}

/** Grades an order by the right one that comes nearest. All right orders have the same pieces. */
export function grade({ orders }: OrderKey, { pieces }: OrderAnswer): OrderGrade {
  const grades = orders.map((order) => gradeBy(pieces, order));
  return grades.reduce((best, other) => (other.score > best.score ? other : best));
}

function gradeBy(pieces: readonly string[], order: readonly string[]): OrderGrade {
  const missing = order.filter((id) => !pieces.includes(id));
  const spare = pieces.find((id) => !order.includes(id));
  if (missing.length === 0 && pieces.every((id, place) => id === order[place])) {
    return { score: 1, passed: true, missing };
  }
  const misplaced = pieces.find((id, place) => id !== order[place]);
  const first =
    spare !== undefined
      ? { id: spare, fault: 'spare' as const }
      : misplaced !== undefined && { id: misplaced, fault: 'misplaced' as const };
  const pairs = order.flatMap((a, place) => order.slice(place + 1).map((b) => [a, b] as const));
  const right = pairs.filter(
    ([a, b]) => pieces.includes(a) && pieces.includes(b) && pieces.indexOf(a) < pieces.indexOf(b),
  ).length;
  const spares = pieces.filter((id) => !order.includes(id)).length;
  // A spare piece weighs as much as a wrong pair, and nothing but the right order is worth 1.
  const score = Math.max(0, right - spares) / (pairs.length + 1);
  return { score, passed: false, ...(first && { first }), missing };
}
