import type { Problem } from './kind.ts';

/** Problems of a list of which exactly one option is right. */
export function checkOptions(name: string, options: readonly { correct: boolean }[]): Problem[] {
  const right = options.filter(({ correct }) => correct).length;
  if (right === 1) return [];
  return [
    {
      path: [name],
      problem: `The item has ${right} right ${name}.`,
      remedy: 'Mark exactly one of them with "correct: true".',
    },
  ];
}

/** Id of the right option. */
export const rightOf = (options: readonly { id: string; correct: boolean }[]): string =>
  options.find(({ correct }) => correct)!.id;
