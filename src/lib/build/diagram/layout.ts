import type { Layout, Room } from '../../drawing/diagram/geometry.ts';
import { layOutGraph } from './layout-graph.ts';
import { layOutSequence } from './layout-sequence.ts';
import type { DiagramModel } from '../../drawing/diagram/model.ts';

/** Places a diagram: a graph top to bottom with orthogonal edges, or a sequence in columns. */
export function layOut(model: DiagramModel, room: Room): Promise<Layout> {
  return model.form === 'sequence'
    ? Promise.resolve(layOutSequence(model, room))
    : layOutGraph(model, room);
}
