import { z } from 'astro/zod';
import { frame } from './activity-frame.ts';
import { id, markdown, text } from './common.ts';

/** Explain in your own words, then compare with three answers of different depth, point by point. */
export const explainActivity = z.strictObject({
  type: z.literal('explain'),
  ...frame,
  /** What a full answer says. The learner ticks what theirs says. */
  points: z.array(markdown).min(2).max(6),
  /** Answers to compare with, and which of the points each makes, counted from 0. */
  exemplars: z
    .array(
      z.strictObject({
        level: z.enum(['weak', 'sound', 'strong']),
        text: markdown,
        has: z.array(z.int().min(0)),
        why: markdown,
      }),
    )
    .length(3),
  /** Share of the points to make, 0 to 1. */
  pass: z.number().min(0.5).max(1).default(0.75),
});

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

const field = z.strictObject({
  id,
  label: text,
  help: markdown.optional(),
  kind: z.enum(['line', 'text', 'number', 'choice']),
  options: z.array(text).default([]),
});

/** A rule that a computer can check in a piece of work. */
const lint = z.strictObject({
  field: id,
  rule: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('words'), min: z.int().min(1), max: z.int().optional() }),
    z.strictObject({
      kind: z.literal('number'),
      min: z.number().optional(),
      max: z.number().optional(),
    }),
    /** A regular expression, without regard to case, that must be found, or must not. */
    z.strictObject({ kind: z.literal('has'), pattern: text }),
    z.strictObject({ kind: z.literal('lacks'), pattern: text }),
    /** The number must be at least, or at most, so many times that of another field. */
    z.strictObject({
      kind: z.literal('ratio'),
      to: id,
      min: z.number().optional(),
      max: z.number().optional(),
    }),
  ]),
  /** What is missing, and why it matters. */
  why: markdown,
});

export type Lint = z.infer<typeof lint>;

/** A piece of work in structured fields: checked by rules, then scored by its author. */
export const artifactActivity = z.strictObject({
  type: z.literal('artifact'),
  ...frame,
  fields: z.array(field).min(2).max(14),
  lints: z.array(lint).default([]),
  /** Each criterion with what earns 0, 1 and 2. */
  rubric: z
    .array(z.strictObject({ id, text: markdown, levels: z.array(markdown).length(3) }))
    .min(2)
    .max(8),
  /** Two pieces to score first, with an expert's score for each criterion. */
  exemplars: z
    .array(
      z.strictObject({
        title: text,
        /** By field. */
        work: z.record(id, text),
        /** By criterion. */
        expert: z.record(id, z.strictObject({ score: z.int().min(0).max(2), why: markdown })),
      }),
    )
    .length(2),
  /** Share of the points to reach, 0 to 1. */
  pass: z.number().min(0.5).max(1).default(0.75),
});
