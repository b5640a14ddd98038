import type { Seed } from './sql.ts';

/**
 * Finds the known mistake that an answer makes: one that gives the same on both seeds. On one of
 * them alone, a result such as 0 can come from anything.
 */
export async function findMistake(
  mistakes: readonly { id: string; code: string }[],
  isSame: (code: string, seed: Seed) => Promise<boolean>,
): Promise<string | undefined> {
  for (const { id, code } of mistakes) {
    if ((await isSame(code, 'practice')) && (await isSame(code, 'hidden'))) return id;
  }
  return undefined;
}
