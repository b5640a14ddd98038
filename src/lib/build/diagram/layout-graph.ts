import ElkConstructor from 'elkjs';
import type { ElkExtendedEdge, ElkNode } from 'elkjs';
import { rooms, type } from '../../drawing/diagram/geometry.ts';
import { toSize } from './size.ts';
import type { Box, Layout, PlacedEdge, Point, Room } from '../../drawing/diagram/geometry.ts';
import { measureText } from './measure.ts';
import type { DiagramModel, ModelEdge, ModelNode } from '../../drawing/diagram/model.ts';

const elk = new ElkConstructor();

/** Places a diagram top to bottom, edges orthogonal, also across boundaries. */
export async function layOutGraph(diagram: DiagramModel, room: Room): Promise<Layout> {
  const sizes = new Map(diagram.nodes.map((node) => [node.id, toSize(node, room)]));
  const { gap, layer, perLayer } = rooms[room];

  const toNode = (node: ModelNode): ElkNode => ({
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
      // Many tables name the same one; side by side they would not fit.
      ...(diagram.form === 'entities' && { 'elk.layered.layering.strategy': 'MIN_WIDTH' }),
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
    lifelines: [],
  };
}

function toLabelSize(
  edge: ModelEdge,
  { form, steps }: DiagramModel,
  room: Room,
): { width: number; height: number } {
  const numbers = steps.filter((step) => step.edge === edge.id).length * 24;
  const words =
    rooms[room].edgeText && form !== 'entities'
      ? measureText(edge.label, { size: type.small }) + 6
      : 0;
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
