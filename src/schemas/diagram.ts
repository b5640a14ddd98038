import { z } from 'astro/zod';
import { id, text } from './common.ts';

/** What a box of a diagram stands for; each kind has its own shape. */
export const nodeKind = z.enum(['person', 'client', 'service', 'data', 'queue', 'external']);

/** How two boxes talk: `sync` waits for an answer, `async` does not, `data` copies records. */
export const edgeKind = z.enum(['sync', 'async', 'data']);

const frame = {
  title: text,
  /** One or two sentences: what the diagram shows and what to look for. */
  caption: text,
};

const node = {
  id,
  kind: nodeKind,
  label: text,
  /** The technology it is built with, in a few words. */
  technology: text.optional(),
  /** What it does, in one sentence. */
  description: text,
  /** The glossary term whose card the node opens. */
  term: id.optional(),
};

/** Boxes in frames, and how they talk. */
export const architectureDiagram = z.strictObject({
  form: z.literal('architecture'),
  ...frame,
  /** Dashed frames around nodes. A frame may stand in another. */
  boundaries: z.array(z.strictObject({ id, label: text, parent: id.optional() })).default([]),
  nodes: z
    .array(
      z.strictObject({
        ...node,
        /** The boundary it stands in. */
        parent: id.optional(),
      }),
    )
    .min(2),
  edges: z
    .array(
      z.strictObject({
        id,
        from: id,
        to: id,
        kind: edgeKind,
        /** A verb phrase of at most four words. */
        label: text,
      }),
    )
    .min(1),
  /** Walks a request edge by edge. */
  steps: z
    .array(
      z.strictObject({
        /** The edge that carries this step. */
        edge: id,
        /** True where the step travels from `to` back to `from`, as an answer does. */
        back: z.boolean().default(false),
        title: text,
        text,
      }),
    )
    .default([]),
});

/** Who says what to whom, in order of time. Every message is a step of the player. */
export const sequenceDiagram = z.strictObject({
  form: z.literal('sequence'),
  ...frame,
  /** From left to right. */
  participants: z
    .array(z.strictObject({ ...node, label: text.max(16) }))
    .min(2)
    .max(5),
  /** From top to bottom. */
  messages: z
    .array(
      z.strictObject({
        id,
        from: id,
        to: id,
        /** `reply` answers an earlier message; `self` is work inside one participant. */
        kind: z.enum(['sync', 'async', 'reply', 'self']),
        label: text.max(28),
        /** A time stamp for the left edge. */
        at: text.max(9).optional(),
        title: text,
        text,
      }),
    )
    .min(3)
    .max(12),
});

/** `content/diagrams/<id>.yaml`: a model. Layout, drawing and text come from it. */
export const diagramSchema = z.discriminatedUnion('form', [architectureDiagram, sequenceDiagram]);

export type DiagramFile = z.infer<typeof diagramSchema>;
export type SequenceDiagram = z.infer<typeof sequenceDiagram>;
