import type { DiagramModel } from './model.ts';

/** A diagram in words: its parts, then how they talk. */
export interface Description {
  parts: { label: string; text: string }[];
  links: string[];
}

const manners = {
  sync: 'and waits for the answer',
  async: 'and does not wait',
  data: 'to copy records',
  reply: 'as the answer',
  self: 'by itself',
  reference: 'each row names one',
} as const;

/** Says in words what a drawing shows. */
export function describe({ nodes, edges, boundaries }: DiagramModel): Description {
  const labelOf = (id: string) => nodes.find((node) => node.id === id)?.label ?? id;
  return {
    parts: nodes.map(({ label, technology, description, parent }) => {
      const place = boundaries.find(({ id }) => id === parent)?.label;
      return {
        label,
        text: [technology && `${technology}.`, description, place && `Inside ${place}.`]
          .filter(Boolean)
          .join(' '),
      };
    }),
    links: edges.map(
      ({ from, to, label, kind }) =>
        `${labelOf(from)} → ${labelOf(to)}: ${label}, ${manners[kind]}.`,
    ),
  };
}
