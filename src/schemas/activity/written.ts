import { z } from 'astro/zod';
import { id, markdown } from '../common.ts';
import { code, frame } from './frame.ts';

/**
 * What kind of error a mistake is, after Taipalus et al. (2018), who sorted those of SQL: it means
 * nothing, it answers another question, or it is more complicated than need be. What does not
 * parse is explained by the engine's own error.
 */
const errorKind = z.enum(['semantic', 'logic', 'complication']);

/** A wrong solution that many people write, and what its result says about their thinking. */
const mistake = z.strictObject({
  id,
  error: errorKind.default('logic'),
  code,
  /** What the learner who gets the same result has most likely done, and why it misleads. */
  why: markdown,
});

export const written = {
  ...frame,
  /** What stands in the field at first; empty where the learner begins from nothing. */
  starter: z.string().default(''),
  /** Passes on both seeds of the data. */
  solution: code,
  /** Each fails on both seeds, with a result of its own. */
  mistakes: z.array(mistake).min(1).max(8),
  /**
   * Numbers may differ by half a unit of this decimal place. Without it they are compared to nine
   * significant digits.
   */
  decimals: z.int().min(0).max(6).optional(),
};
