import { z } from 'astro/zod';
import { id, markdown, text } from '../common.ts';
import { frame } from './frame.ts';

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

export type ArtifactFile = z.infer<typeof artifactActivity>;

/** What grading a piece of work needs to know. */
export interface ArtifactKey {
  /** Their reasons as HTML. */
  lints: Lint[];
  /** An expert's score of each exemplar, by criterion. */
  experts: Record<string, number>[];
  /** Share of the points to reach, 0 to 1. */
  pass: number;
}
