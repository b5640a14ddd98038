import type { ActivityFile } from '../grading/kinds.ts';

/** An entry to be put into order. */
export interface Piece {
  /** What answers are made of. */
  id: string;
  /** Its place in the right order, or nothing for one that does not belong. */
  place: number | undefined;
  text: string;
  why: string;
}

/** The pieces of an activity in the order in which the page shows them: always the same, never the right one. */
export function toPieces(
  activity: Extract<ActivityFile, { type: 'order' | 'parsons' }> & { id: string },
): Piece[] {
  const right =
    activity.type === 'order'
      ? activity.entries
      : activity.lines.map((line) => ({ ...line, text: line.text.trimEnd(), why: '' }));
  const spare = activity.type === 'order' ? [] : activity.distractors;
  const pieces = [
    ...right.map((piece, place) => ({ ...piece, place })),
    ...spare.map((piece) => ({ ...piece, text: piece.text.trimEnd(), place: undefined })),
  ];
  const shown = pieces
    .map((piece, place) => ({ piece, rank: hash(`${activity.id} ${place}`) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ piece }) => piece);
  const places = shown.flatMap(({ place }) => place ?? []);
  if (places.every((place, index) => place === index)) shown.reverse();
  return shown;
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    value = Math.imul(value ^ text.charCodeAt(place), 0x01000193) >>> 0;
  }
  return value;
}
