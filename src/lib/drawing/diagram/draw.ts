import { escape } from '../../text/escape.ts';
import { type } from './geometry.ts';
import type { Box, Layout, PlacedEdge, PlacedNode, Point, Room } from './geometry.ts';
import type { DiagramModel } from './model.ts';

/** What the drawing needs to know of the page it stands on. */
export interface DrawOptions {
  room: Room;
  /** Makes element ids unique on the page. */
  prefix: string;
  /** Address of a glossary entry. */
  termHref: (id: string) => string;
}

/** Draws a laid-out diagram as SVG. Colors come from the page's style sheet by class. */
export function draw(diagram: DiagramModel, layout: Layout, options: DrawOptions): string {
  const { width, height } = layout;
  const { prefix, room } = options;
  const boundaries = layout.boundaries.map((box) => {
    const { label } = diagram.boundaries.find(({ id }) => id === box.id)!;
    return `<g class="boundary"><rect ${toRect(box)} rx="10"/>${write(label, box.x + 12, box.y + 20, 'small halo', 'start')}</g>`;
  });
  const lifelines = layout.lifelines.map((line) => `<path class="lifeline" d="${toPath(line)}"/>`);
  const edges = layout.edges.map((edge) => drawEdge(edge, diagram, options));
  const nodes = layout.nodes.map((node) => drawNode(node, diagram, options));
  return [
    `<svg class="drawing ${room}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-labelledby="${prefix}-title">`,
    `<title id="${prefix}-title">${escape(diagram.title)}</title>`,
    `<defs>${marker(`${prefix}-arrow`)}${marker(`${prefix}-arrow-on`, 'on')}</defs>`,
    ...boundaries,
    ...lifelines,
    ...edges,
    ...nodes,
    '</svg>',
  ].join('');
}

function drawEdge(edge: PlacedEdge, diagram: DiagramModel, { room, prefix }: DrawOptions): string {
  const { kind, label, from, to, at } = diagram.edges.find(({ id }) => id === edge.id)!;
  const numbers = diagram.steps.flatMap((step, index) =>
    step.edge === edge.id ? [index + 1] : [],
  );
  const middle = edge.label.y + edge.label.height / 2;
  const badges = numbers.map((number, index) => {
    const x = edge.label.x + 11 + index * 24;
    return `<g class="badge" data-step="${number}"><circle cx="${x}" cy="${middle}" r="10"/>${write(String(number), x, middle + 4.2, 'small')}</g>`;
  });
  const words =
    room === 'wide' && diagram.form !== 'entities'
      ? write(label, edge.label.x + 4 + numbers.length * 24, middle + 4.2, 'small halo', 'start')
      : '';
  const time = edge.time ? write(at ?? '', edge.time.x, edge.time.y, 'small', 'start') : '';
  return `<g class="edge ${kind}" data-edge="${edge.id}" data-nodes="${from} ${to}"><path d="${toPath(edge.points)}" marker-end="url(#${prefix}-arrow)"/>${badges.join('')}${words}${time}</g>`;
}

function drawNode(node: PlacedNode, diagram: DiagramModel, { termHref }: DrawOptions): string {
  const { kind, term, description, href } = diagram.nodes.find(({ id }) => id === node.id)!;
  const lines = [
    ...node.labelLines.map((line) => [line, 'label'] as const),
    ...[...node.technologyLines, ...node.rows].map((line) => [line, 'small'] as const),
  ];
  const top = node.y + node.height / 2 - (lines.length * type.line) / 2 + 12.5 + shapeOffset(kind);
  const middle = node.x + node.width / 2 - (kind === 'queue' ? 4 : 0);
  const words = lines.map(([line, style], index) =>
    write(line, middle, top + index * type.line, style),
  );
  const group = `<g class="node ${kind}" data-node="${node.id}"><title>${escape(description)}</title>${toShape(kind, node)}${words.join('')}</g>`;
  if (term) return `<a href="${termHref(term)}" data-term="${term}">${group}</a>`;
  return href ? `<a href="${href}">${group}</a>` : group;
}

/** How far the face of a shape lies below its box's middle. */
const shapeOffset = (kind: string) => (kind === 'data' || kind === 'queue' ? 4 : 0);

function toShape(kind: string, box: Box): string {
  const { x, y, width, height } = box;
  const right = x + width;
  const bottom = y + height;
  switch (kind) {
    case 'data':
      return `<path d="M${x} ${y + 7}V${bottom - 7}a${width / 2} 7 0 0 0 ${width} 0V${y + 7}"/><ellipse cx="${x + width / 2}" cy="${y + 7}" rx="${width / 2}" ry="7"/>`;
    case 'queue':
      return `<rect ${toRect({ ...box, x: x + 8, y, width: width - 8, height: height - 8 })} rx="4"/><rect ${toRect({ ...box, x: x + 4, y: y + 4, width: width - 8, height: height - 8 })} rx="4"/><rect ${toRect({ ...box, y: y + 8, width: width - 8, height: height - 8 })} rx="4"/>`;
    case 'person':
      return `<rect ${toRect(box)} rx="${height / 2}"/>`;
    case 'client':
      return `<rect ${toRect(box)} rx="9"/><path class="detail" d="M${x + width / 2 - 9} ${y + 5.5}h18"/>`;
    case 'external':
      return `<rect ${toRect(box)} rx="2"/><path class="detail" d="M${x + 4.5} ${y + 1}V${bottom - 1}M${right - 4.5} ${y + 1}V${bottom - 1}"/>`;
    default:
      return `<rect ${toRect(box)} rx="7"/>`;
  }
}

function write(
  text: string,
  x: number,
  y: number,
  style: string,
  anchor: 'start' | 'middle' = 'middle',
): string {
  return `<text class="${style}" x="${x}" y="${y}"${anchor === 'middle' ? ' text-anchor="middle"' : ''}>${escape(text)}</text>`;
}

const marker = (id: string, style = '') =>
  `<marker id="${id}" class="${style}" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0 8 4 0 8Z"/></marker>`;

const toRect = ({ x, y, width, height }: Box) =>
  `x="${x}" y="${y}" width="${width}" height="${height}"`;

const toPath = (points: readonly Point[]) =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
