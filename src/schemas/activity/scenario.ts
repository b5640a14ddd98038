import { z } from 'astro/zod';
import { id, markdown, text } from '../common.ts';
import { frame } from './frame.ts';

const choice = z.strictObject({
  text: markdown,
  /** The next situation. */
  to: id,
  /** What follows from it, told on arrival. */
  why: markdown,
});

/** Decide under uncertainty: evidence costs, and what was decided has consequences. */
export const scenarioActivity = z.strictObject({
  type: z.literal('scenario'),
  ...frame,
  /** What there is to spend on evidence, and what it is counted in, such as "hours". */
  budget: z.strictObject({ amount: z.int().min(1), unit: text }),
  evidence: z
    .array(
      z.strictObject({
        id,
        /** What one can ask or look up. */
        text: markdown,
        cost: z.int().min(0),
        finding: markdown,
        /** Whether a good decision needs it. */
        matters: z.boolean(),
        /** Why it matters, or why it does not. */
        why: markdown,
      }),
    )
    .min(2)
    .max(8),
  start: id,
  /** Situations by id. One without choices is an end. */
  nodes: z.record(
    id,
    z.strictObject({
      text: markdown,
      choices: z.array(choice).max(4).default([]),
      /** For an end: how good it is, 0 to 1. */
      score: z.number().min(0).max(1).optional(),
    }),
  ),
  /** What would turn the best decision into another one. */
  flips: markdown,
});

export type ScenarioFile = z.infer<typeof scenarioActivity>;

/** What grading a scenario needs to know. */
export interface ScenarioKey {
  start: string;
  /** By id of the evidence. */
  evidence: Record<string, { cost: number; matters: boolean }>;
  /** How good each end is, 0 to 1, by id of its situation. */
  ends: Record<string, number>;
}
