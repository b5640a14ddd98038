import ElkConstructor from 'elkjs';
import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs';
import type { DiagramFile } from '../../schemas/diagram.ts';
import { measureText, wrapText } from './measure.ts';

/** How much room a drawing has: `wide` for a column of text, `narrow` for a phone. */
export type Room = 'wide' | 'narrow';

/** Sizes in pixels. Nothing is smaller than 12 at the width a drawing is made for. */
export const type = { label: 14, small: 12, line: 17 } as const;

const rooms = {
  wide: { nodeText: 128, gap: 34, layer: 34, edgeText: true, perLayer: 4, pad: 13 },
  narrow: { nodeText: 80, gap: 11, layer: 30, edgeText: false, perLayer: 3, pad: 8 },
} as const;

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

export interface PlacedNode extends Box {
  id: string;
  labelLines: string[];
  technologyLines: string[];
}

export interface PlacedBoundary extends Box {
  id: string;
}

export interface PlacedEdge {
  id: string;
  /** Corners of an orthogonal line, from start to end. */
  points: Point[];
  /** Where the label or the step's number stands. */
  label: Box;
}

/** A diagram with a place for everything, in pixels. */
export interface Layout {
  width: number;
  height: number;
  nodes: PlacedNode[];
  boundaries: PlacedBoundary[];
  edges: PlacedEdge[];
}

// Elk is published as CommonJS, whose class TypeScript sees one level too deep.
const elk = new (ElkConstructor as unknown as new () => ELK)();

/** Places a diagram top to bottom, edges orthogonal, also across boundaries. */
export async function layOut(diagram: DiagramFile, room: Room): Promise<Layout> {
  const sizes = new Map(diagram.nodes.map((node) => [node.id, toSize(node, room)]));
  const { gap, layer, perLayer } = rooms[room];

  const toNode = (node: DiagramFile['nodes'][number]): ElkNode => ({
    id: node.id,
    width: sizes.get(node.id)!.width,
    height: sizes.get(node.id)!.height,
  });
  const childrenOf = (parent?: string): ElkNode[] => [
    ...diagram.nodes.filter((node) => node.parent === parent).map(toNode),
    ...diagram.boundaries
      .filter((boundary) => boundary.parent === parent)
      .map((boundary) => ({
        id: boundary.id,
        children: childrenOf(boundary.id),
        layoutOptions: { 'elk.padding': `[top=34,left=${gap / 1.5},bottom=16,right=${gap / 1.5}]` },
      })),
  ];

  const graph: ElkNode = await elk.layout<ElkNode>({
    id: 'root',
    children: childrenOf(),
    edges: diagram.edges.map((edge) => ({
      id: edge.id,
      sources: [edge.from],
      targets: [edge.to],
      labels: [{ text: edge.label, ...toLabelSize(edge, diagram, room) }],
    })),
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.layered.layering.coffmanGraham.layerBound': String(perLayer),
      'elk.spacing.nodeNode': String(gap),
      'elk.spacing.edgeNode': '14',
      'elk.spacing.edgeLabel': '4',
      'elk.layered.spacing.nodeNodeBetweenLayers': String(layer),
      'elk.layered.spacing.edgeNodeBetweenLayers': '12',
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.padding': '[top=4,left=4,bottom=4,right=4]',
      'elk.json.shapeCoords': 'ROOT',
      'elk.json.edgeCoords': 'ROOT',
    },
  });

  const placed = flatten(graph);
  const boxOf = (id: string): Box => toBox(placed.get(id)!);
  return {
    width: Math.ceil(graph.width ?? 0),
    height: Math.ceil(graph.height ?? 0),
    nodes: diagram.nodes.map(({ id }) => ({ id, ...sizes.get(id)!, ...boxOf(id) })),
    boundaries: diagram.boundaries.map(({ id }) => ({ id, ...boxOf(id) })),
    edges: edgesOf(graph).map(toPlacedEdge),
  };
}

function toSize({ label, technology }: DiagramFile['nodes'][number], room: Room) {
  const { nodeText, pad } = rooms[room];
  const bold = { size: type.label, bold: true };
  const small = { size: type.small };
  const labelLines = wrapText(label, nodeText, bold);
  const technologyLines = technology ? wrapText(technology, nodeText, small) : [];
  const width = Math.max(
    ...labelLines.map((line) => measureText(line, bold)),
    ...technologyLines.map((line) => measureText(line, small)),
  );
  const lines = labelLines.length + technologyLines.length;
  return {
    labelLines,
    technologyLines,
    width: Math.ceil(width + 2 * pad),
    // The ends of a cylinder or of stacked sheets need room above and below the words.
    height: Math.ceil(lines * type.line + 2 * pad + 10),
  };
}

function toLabelSize(
  edge: DiagramFile['edges'][number],
  { steps }: DiagramFile,
  room: Room,
): { width: number; height: number } {
  const numbers = steps.filter((step) => step.edge === edge.id).length * 24;
  const words = rooms[room].edgeText ? measureText(edge.label, { size: type.small }) + 6 : 0;
  return { width: Math.max(numbers + words, 4), height: 22 };
}

function flatten(node: ElkNode, found = new Map<string, ElkNode>()): Map<string, ElkNode> {
  for (const child of node.children ?? []) {
    found.set(child.id, child);
    flatten(child, found);
  }
  return found;
}

const edgesOf = (node: ElkNode): ElkExtendedEdge[] => [
  ...(node.edges ?? []),
  ...(node.children ?? []).flatMap(edgesOf),
];

function toPlacedEdge({ id, sections, labels }: ElkExtendedEdge): PlacedEdge {
  const [section] = sections ?? [];
  const points = section
    ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]
    : [];
  return { id, points: straighten(points), label: toBox(labels?.[0] ?? {}) };
}

/** Moves corners that are off by less than a pixel, so that no segment is slightly oblique. */
function straighten(points: readonly Point[]): Point[] {
  const straight = points.map(({ x, y }) => ({ x: round(x), y: round(y) }));
  straight.forEach((point, index) => {
    const before = straight[index - 1];
    if (!before) return;
    if (Math.abs(point.x - before.x) < 1) point.x = before.x;
    if (Math.abs(point.y - before.y) < 1) point.y = before.y;
  });
  return straight;
}

const toBox = ({ x = 0, y = 0, width = 0, height = 0 }: Partial<Box>): Box => ({
  x: round(x),
  y: round(y),
  width: round(width),
  height: round(height),
});

const round = (value: number) => Math.round(value * 2) / 2;
