import { rooms, type } from '../../drawing/diagram/geometry.ts';
import type { Room, Size } from '../../drawing/diagram/geometry.ts';
import type { ModelNode } from '../../drawing/diagram/model.ts';
import { measureText, wrapText } from './measure.ts';

/** The room that a node's words need. */
export function toSize({ label, technology, rows = [] }: ModelNode, room: Room): Size {
  const { nodeText, pad, edgeText } = rooms[room];
  const bold = { size: type.label, bold: true };
  const small = { size: type.small };
  const labelLines = wrapText(label, nodeText, bold);
  const technologyLines = technology ? wrapText(technology, nodeText, small) : [];
  const shown = edgeText ? rows : [];
  const width = Math.max(
    ...labelLines.map((line) => measureText(line, bold)),
    ...[...technologyLines, ...shown].map((line) => measureText(line, small)),
  );
  const lines = labelLines.length + technologyLines.length + shown.length;
  return {
    labelLines,
    technologyLines,
    rows: shown,
    width: Math.ceil(width + 2 * pad),
    // The ends of a cylinder or of stacked sheets need room above and below the words.
    height: Math.ceil(lines * type.line + 2 * pad + 10),
  };
}
