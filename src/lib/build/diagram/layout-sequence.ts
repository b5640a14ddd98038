import { rooms, type } from '../../drawing/diagram/geometry.ts';
import { toSize } from './size.ts';
import type { Layout, PlacedEdge, PlacedNode, Room } from '../../drawing/diagram/geometry.ts';
import { measureText } from './measure.ts';
import type { DiagramModel, ModelEdge } from '../../drawing/diagram/model.ts';

const spaces = {
  wide: { width: 680, column: 150, row: 44 },
  narrow: { width: 335, column: 66, row: 38 },
} as const;
const margin = 4;

/** How far a `self` message stands out from its lifeline, and how far it goes down. */
const loop = { out: 22, down: 14 };

/**
 * Places a sequence: heads in a row, a lifeline under each, one message below another. Where
 * the heads are wider than their columns, every second one stands lower.
 */
export function layOutSequence({ nodes, edges, steps }: DiagramModel, room: Room): Layout {
  const { row } = spaces[room];
  const sizes = nodes.map((node) => toSize(node, room));
  const gutter = room === 'wide' ? Math.max(0, ...edges.map(timeWidth)) : 0;
  const first = margin + gutter + sizes[0]!.width / 2;
  const rest = spaces[room].width - margin - first - sizes.at(-1)!.width / 2;
  const column = Math.min(spaces[room].column, rest / (nodes.length - 1));
  const staggered = sizes.some(
    ({ width }, i) => (width + (sizes[i + 1]?.width ?? 0)) / 2 + 10 > column,
  );
  const headHeight = Math.max(...sizes.map(({ height }) => height));

  const middles = new Map(nodes.map(({ id }, index) => [id, Math.round(first + index * column)]));
  const placed: PlacedNode[] = nodes.map(({ id }, index) => {
    const size = sizes[index]!;
    const lower = staggered && index % 2 === 1 ? headHeight + 10 : 0;
    return { id, ...size, x: middles.get(id)! - size.width / 2, y: margin + lower };
  });
  const headsEnd = Math.max(...placed.map(({ y, height }) => y + height));
  const lastHead = Math.max(...placed.map(({ x, width }) => x + width));
  const toEdge = (edge: ModelEdge, index: number): PlacedEdge => {
    const from = middles.get(edge.from)!;
    const to = middles.get(edge.to)!;
    const y = headsEnd + 34 + index * row;
    const isSelf = from === to;
    const left = isSelf ? from + loop.out + 6 : Math.min(from, to) + 8;
    const words = rooms[room].edgeText ? measureText(edge.label, { size: type.small }) + 6 : 0;
    const x = Math.min(left, spaces[room].width - 30 - words);
    const label = { x, y: isSelf ? y - 9 : y - 23, width: 24 + words, height: 22 };
    const down = y + loop.down;
    return {
      id: edge.id,
      points: isSelf
        ? [
            { x: from, y },
            { x: from + loop.out, y },
            { x: from + loop.out, y: down },
            { x: from, y: down },
          ]
        : [
            { x: from, y },
            { x: to, y },
          ],
      label,
      ...(edge.at && room === 'wide' && { time: { x: margin, y: y + 4 } }),
    };
  };
  const messages = edges.map(toEdge);
  const width = Math.max(lastHead, ...messages.map(({ label }) => label.x + label.width)) + margin;
  const height = headsEnd + 34 + steps.length * row;
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: placed,
    boundaries: [],
    edges: messages,
    lifelines: placed.map(({ id, y, height: head }) => {
      const x = middles.get(id)!;
      return [
        { x, y: y + head },
        { x, y: height - 4 },
      ];
    }),
  };
}

const timeWidth = ({ at }: ModelEdge) => (at ? measureText(at, { size: type.small }) + 14 : 0);
