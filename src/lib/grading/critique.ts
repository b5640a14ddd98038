/** What a critique came to, beside that of experts. */
export interface CritiqueGrade {
  /** Flaws that were found. */
  hits: string[];
  misses: string[];
  /** Regions that were marked and are no flaws. */
  falseAlarms: string[];
  /** Flaws found whose severity is the experts' own. */
  sameSeverity: number;
  /** Share of flaws found, less the false alarms beyond those allowed, 0 to 1. */
  score: number;
  passed: boolean;
}

/**
 * Compares marked regions with the experts' marks.
 *
 * @param marks - severity by region, as the learner sees it.
 * @param flaws - severity by region, as experts see it.
 * @param pass - hits that are needed, and false alarms that are allowed.
 */
export function gradeCritique(
  marks: ReadonlyMap<string, number>,
  flaws: ReadonlyMap<string, number>,
  pass: { hits: number; falseAlarms: number },
): CritiqueGrade {
  const hits = [...flaws.keys()].filter((region) => marks.has(region));
  const misses = [...flaws.keys()].filter((region) => !marks.has(region));
  const falseAlarms = [...marks.keys()].filter((region) => !flaws.has(region));
  const excess = Math.max(0, falseAlarms.length - pass.falseAlarms);
  return {
    hits,
    misses,
    falseAlarms,
    sameSeverity: hits.filter((region) => marks.get(region) === flaws.get(region)).length,
    score: Math.max(0, hits.length - excess) / flaws.size,
    passed: hits.length >= pass.hits && excess === 0,
  };
}
