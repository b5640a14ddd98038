import { z } from 'astro/zod';
import { parsonsActivity, predictActivity, pythonActivity, sqlActivity } from './activity-code.ts';
import { frame, option } from './activity-frame.ts';
import {
  artifactActivity,
  critiqueActivity,
  explainActivity,
  scenarioActivity,
} from './activity-judgment.ts';
import { id, markdown, text } from './common.ts';

/** Choose the one right option. */
const choiceActivity = z.strictObject({
  type: z.literal('choice'),
  ...frame,
  options: z.array(option).min(3).max(5),
});

/** Give every entry its target; several entries may share one. */
const matchActivity = z.strictObject({
  type: z.literal('match'),
  ...frame,
  targets: z.array(z.strictObject({ id, text })).min(2).max(12),
  entries: z
    .array(
      z.strictObject({
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

/** Type or think an answer, reveal the model answer, rate yourself. */
const recallActivity = z.strictObject({
  type: z.literal('recall'),
  ...frame,
  /** The model answer. */
  answer: markdown,
  /** What a good answer contains, to rate yourself against. */
  lookFor: z.array(markdown).min(1).max(6),
  /** `long` where the answer is a piece of work to keep. */
  size: z.enum(['short', 'long']).default('short'),
});

/** Put entries into their order. */
const orderActivity = z.strictObject({
  type: z.literal('order'),
  ...frame,
  /** In the right order. The page shows them in another one. */
  entries: z
    .array(z.strictObject({ text: markdown, why: markdown }))
    .min(3)
    .max(10),
});

/** `content/activities/<chapter>/<id>.yaml`: one practice or assessment item. */
export const activitySchema = z.discriminatedUnion('type', [
  choiceActivity,
  matchActivity,
  recallActivity,
  orderActivity,
  explainActivity,
  predictActivity,
  parsonsActivity,
  sqlActivity,
  pythonActivity,
  scenarioActivity,
  critiqueActivity,
  artifactActivity,
]);

export type ActivityFile = z.infer<typeof activitySchema>;
