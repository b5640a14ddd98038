import type { Diagnostic } from '../../schemas/progress.ts';

/** What the diagnostic advises for a chapter. */
export interface Advice {
  way: 'study' | 'skim' | 'skip';
  /** Why, in one sentence. */
  reason: string;
}

/** Codes such as P1 by objective; what a route needs to know of a chapter. */
export interface RouteChapter {
  id: string;
  /** Its own objectives, or those it comes back to where it has none. */
  objectives: readonly string[];
}

/** The results of the newest diagnostic that was finished. */
export function lastResults(diagnostics: readonly Diagnostic[]): Diagnostic['results'] {
  return diagnostics.findLast(({ results }) => results)?.results;
}

/**
 * Advises for a chapter. Few questions say little: one that was right saves a close reading, only
 * two or more, all right, save the chapter.
 */
export function advise(
  { objectives }: RouteChapter,
  results: NonNullable<Diagnostic['results']>,
): Advice {
  const asked = objectives.reduce((sum, id) => sum + (results[id]?.asked ?? 0), 0);
  const right = objectives.reduce((sum, id) => sum + (results[id]?.right ?? 0), 0);
  if (asked === 0) return { way: 'study', reason: 'The diagnostic did not ask about it.' };
  const score = `You had ${right} of ${asked} ${asked === 1 ? 'question' : 'questions'} on it right`;
  if (right < asked) return { way: 'study', reason: `${score}.` };
  if (asked === 1) {
    return { way: 'skim', reason: `${score}. Read the worked example and do the practice.` };
  }
  return { way: 'skip', reason: `${score}. Take the check instead; if it goes wrong, come back.` };
}
