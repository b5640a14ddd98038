import { listIds } from '../text/words.ts';
import type { Problem } from './kind.ts';

/** Makes a test for ids that must be among those that an item has. */
export function toIdCheck(what: string, ids: readonly string[]) {
  return (id: string, ...path: Problem['path']): Problem[] =>
    ids.includes(id)
      ? []
      : [
          {
            path,
            problem: `There is no ${what} "${id}" in this item.`,
            remedy: `Use one of ${listIds(ids)}.`,
          },
        ];
}
