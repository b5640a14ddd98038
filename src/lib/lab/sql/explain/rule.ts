import type { Spot } from './spot.ts';

/** What an error means and what to do; `at` where its cause stands at another place than PostgreSQL says. */
export type Says = string | { says: string; at: number | undefined } | undefined;

/** Explains an error, or leaves it to the next rule. */
export type Rule = (spot: Spot) => Says;

/** The first rule that has something to say. */
export const firstOf =
  (...rules: Rule[]): Rule =>
  (spot) => {
    for (const rule of rules) {
      const says = rule(spot);
      if (says !== undefined) return says;
    }
    return undefined;
  };
