import type { DiagramFile } from '../../../schemas/diagram.ts';

export interface ModelNode {
  id: string;
  kind: 'person' | 'client' | 'service' | 'data' | 'queue' | 'external' | 'table';
  label: string;
  technology?: string | undefined;
  description: string;
  parent?: string | undefined;
  term?: string | undefined;
  /** Lines under the label, where there is room for them: the columns of a table. */
  rows?: string[];
  /** Where the node leads. */
  href?: string;
}

export interface ModelEdge {
  id: string;
  from: string;
  to: string;
  kind: 'sync' | 'async' | 'data' | 'reply' | 'self' | 'reference';
  label: string;
  /** A time stamp for the left edge of a sequence. */
  at?: string | undefined;
}

export interface ModelStep {
  edge: string;
  back: boolean;
  title: string;
  text: string;
}

/** What a drawing shows, whatever its form: boxes, lines, and steps along the lines. */
export interface DiagramModel {
  /** `sequence`: nodes are columns, and time runs down; otherwise a graph. */
  form: 'architecture' | 'sequence' | 'entities';
  title: string;
  caption: string;
  boundaries: { id: string; label: string; parent?: string | undefined }[];
  nodes: ModelNode[];
  edges: ModelEdge[];
  steps: ModelStep[];
}

/** Brings a diagram file of either form into the one model that is laid out, drawn and told. */
export function toModel(file: DiagramFile): DiagramModel {
  if (file.form === 'architecture') return file;
  const { form, title, caption, participants, messages } = file;
  return {
    form,
    title,
    caption,
    boundaries: [],
    nodes: participants,
    edges: messages,
    steps: messages.map(({ id, title, text }) => ({ edge: id, back: false, title, text })),
  };
}
