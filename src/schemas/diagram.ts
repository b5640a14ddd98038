import { z } from 'astro/zod';
import { id, text } from './common.ts';

/** What a box of an architecture diagram stands for; each kind has its own shape. */
export const nodeKind = z.enum(['person', 'client', 'service', 'data', 'queue', 'external']);

/** How two boxes talk: `sync` waits for an answer, `async` does not, `data` copies records. */
export const edgeKind = z.enum(['sync', 'async', 'data']);

/** `content/diagrams/<id>.yaml`: an architecture model. Layout, drawing and text come from it. */
export const diagramSchema = z.strictObject({
  title: text,
  /** One or two sentences: what the diagram shows and what to look for. */
  caption: text,
  /** Dashed frames around nodes. A frame may stand in another. */
  boundaries: z.array(z.strictObject({ id, label: text, parent: id.optional() })).default([]),
  nodes: z
    .array(
      z.strictObject({
        id,
        kind: nodeKind,
        label: text,
        /** The technology it is built with, in a few words. */
        technology: text.optional(),
        /** What it does, in one sentence. */
        description: text,
        /** The boundary it stands in. */
        parent: id.optional(),
        /** The glossary term whose card the node opens. */
        term: id.optional(),
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

export type DiagramFile = z.infer<typeof diagramSchema>;
