/** How much room a drawing has: `wide` for a column of text, `narrow` for a phone. */
export type Room = 'wide' | 'narrow';

/** Sizes in pixels. Nothing is smaller than 12 at the width a drawing is made for. */
export const type = { label: 14, small: 12, line: 17 } as const;

export const rooms = {
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

export interface Size {
  width: number;
  height: number;
  labelLines: string[];
  technologyLines: string[];
  rows: string[];
}

export interface PlacedNode extends Box, Size {
  id: string;
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
  /** Start of the line of its time stamp. */
  time?: Point;
}

/** A diagram with a place for everything, in pixels. */
export interface Layout {
  width: number;
  height: number;
  nodes: PlacedNode[];
  boundaries: PlacedBoundary[];
  edges: PlacedEdge[];
  /** The vertical lines under the heads of a sequence. */
  lifelines: [Point, Point][];
}
