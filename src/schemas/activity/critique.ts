import { z } from 'astro/zod';
import { id, markdown } from '../common.ts';
import { frame } from './frame.ts';

/** Mark what is wrong in a text, say how grave it is, and say why. */
export const critiqueActivity = z.strictObject({
  type: z.literal('critique'),
  ...frame,
  /** The text in pieces that can be marked. */
  regions: z
    .array(z.strictObject({ id, text: markdown }))
    .min(4)
    .max(20),
  /** What experts marked. Severity 3 is what they would speak of first. */
  flaws: z
    .array(z.strictObject({ region: id, severity: z.int().min(1).max(3), why: markdown }))
    .min(1),
  /** Sound regions that look suspicious, and why they are sound. */
  sound: z.array(z.strictObject({ region: id, why: markdown })).default([]),
  /** What to find, and how many false alarms are allowed. */
  pass: z.strictObject({ hits: z.int().min(1), falseAlarms: z.int().min(0) }),
});

export type CritiqueFile = z.infer<typeof critiqueActivity>;

/** What grading a critique needs to know. */
export interface CritiqueKey {
  /** Severity of each flaw, by region. */
  flaws: Record<string, number>;
  pass: CritiqueFile['pass'];
}
