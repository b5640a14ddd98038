import type { Token } from '../tokens.ts';

/** Places of brackets that open before `end` and have not closed there, and of those that close nothing. */
function findOpen(tokens: readonly Token[], end: number) {
  const open: number[] = [];
  const closing: number[] = [];
  tokens.slice(0, end).forEach(({ text }, place) => {
    if (text === '(') open.push(place);
    else if (text === ')' && open.pop() === undefined) closing.push(place);
  });
  return { open, closing };
}

/** Places of brackets that open and never close, and then of those that close and never opened. */
export function findUnpaired(tokens: readonly Token[]): number[] {
  const { open, closing } = findOpen(tokens, tokens.length);
  return [...open, ...closing];
}

/** Place of the innermost bracket that is open at a place. */
export const findInnermost = (tokens: readonly Token[], place: number): number | undefined =>
  findOpen(tokens, place).open.at(-1);
