import { z } from 'astro/zod';
import { id, markdown, text } from '../common.ts';
import { frame } from './frame.ts';

/** Give every entry its target; several entries may share one. */
export const matchActivity = z.strictObject({
  type: z.literal('match'),
  ...frame,
  targets: z.array(z.strictObject({ id, text })).min(2).max(12),
  entries: z
    .array(
      z.strictObject({
        id,
        text: markdown,
        target: id,
        why: markdown,
        /** A message of its own for a tempting wrong target, keyed by that target's id. */
        instead: z.record(id, markdown).default({}),
      }),
    )
    .min(3)
    .max(16),
  /** Share of entries to get right, 0 to 1. */
  pass: z.number().min(0.5).max(1).default(0.85),
});

export type MatchFile = z.infer<typeof matchActivity>;

/** What grading a match needs to know. */
export interface MatchKey {
  /** The right target of each entry. */
  targets: Record<string, string>;
  /** Share of entries to get right, 0 to 1. */
  pass: number;
}
