import type { OrderKey } from '../../schemas/activity/order.ts';
import type { ParsonsFile } from '../../schemas/activity/parsons.ts';
import { usual } from './kind.ts';
import type { Problem, Traits } from './kind.ts';

// Lines of code are put into order as other pieces are.
export { grade, read } from './order.ts';

export const traits = (): Traits => usual;

export function check({ lines, alternatives }: ParsonsFile): Problem[] {
  const ids = lines.map(({ id }) => id).sort();
  return alternatives.flatMap((order, index) =>
    [...order].sort().join(' ') === ids.join(' ')
      ? []
      : [
          {
            path: ['alternatives', index],
            problem: 'This order does not name each line once.',
            remedy: `Write the ids ${ids.join(', ')}, each once.`,
          },
        ],
  );
}

export const toKey = ({ lines, alternatives }: ParsonsFile): OrderKey => ({
  orders: [lines.map(({ id }) => id), ...alternatives],
});
