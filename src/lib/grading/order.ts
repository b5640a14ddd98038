/** What an order of pieces came to. */
export interface OrderGrade {
  /** Share of pairs that stand in the right order, 0 to 1 (1 − Kendall tau distance). */
  score: number;
  passed: boolean;
  /** Key of the first piece that is wrong, and what is wrong with it. */
  first?: { key: string; fault: 'spare' | 'misplaced' };
  /** Pieces that were left out and are needed. */
  missing: string[];
}

/**
 * Grades an order of pieces.
 *
 * @param keys - the pieces in the learner's order, without those that were left out.
 * @param orders - all orders that are right, the best known first. They have the same pieces.
 */
export function gradeOrder(keys: readonly string[], orders: readonly string[][]): OrderGrade {
  const grades = orders.map((order) => gradeBy(keys, order));
  return grades.reduce((best, grade) => (grade.score > best.score ? grade : best));
}

function gradeBy(keys: readonly string[], order: readonly string[]): OrderGrade {
  const missing = order.filter((key) => !keys.includes(key));
  const spare = keys.find((key) => !order.includes(key));
  if (missing.length === 0 && keys.every((key, place) => key === order[place])) {
    return { score: 1, passed: true, missing };
  }
  const misplaced = keys.find((key, place) => key !== order[place]);
  const first =
    spare !== undefined
      ? { key: spare, fault: 'spare' as const }
      : misplaced !== undefined && { key: misplaced, fault: 'misplaced' as const };
  const pairs = order.flatMap((a, place) => order.slice(place + 1).map((b) => [a, b] as const));
  const right = pairs.filter(
    ([a, b]) => keys.includes(a) && keys.includes(b) && keys.indexOf(a) < keys.indexOf(b),
  ).length;
  const spares = keys.filter((key) => !order.includes(key)).length;
  // A spare piece weighs as much as a wrong pair, and nothing but the right order is worth 1.
  const score = Math.max(0, right - spares) / (pairs.length + 1);
  return { score, passed: false, ...(first && { first }), missing };
}
