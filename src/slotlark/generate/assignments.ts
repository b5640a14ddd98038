import { at } from '../clock.ts';
import { deck } from '../quota.ts';
import { Random } from '../random.ts';
import { history } from '../seeds.ts';
import type { Seed } from '../seeds.ts';
import type { Row } from '../tables.ts';
import { Demand } from './demand.ts';
import type { Merchant } from './merchants.ts';

/** Units of the experiment with the deposit's wording, in the order of logging. */
export function toAssignments(seed: Seed, merchants: readonly Merchant[]): Row<'assignments'>[] {
  const random = new Random(seed.number, 'assignments');
  const cards = Object.entries(seed.assignments).flatMap(([platform, variants]) =>
    Object.entries(variants).flatMap(([variant, [units, converted]]) =>
      deck({ yes: converted, no: units - converted }).map((card) => ({ platform, variant, card })),
    ),
  );
  const dealt = random.shuffle(cards);
  const { from, to } = history.experiment;
  return new Demand(seed, 'assignments', merchants)
    .draw(dealt.length, at(from), at(to))
    .map(({ createdAt }) => createdAt)
    .sort((a, b) => a - b)
    .map((time, index) => ({
      unit_id: index + 1,
      experiment: 'deposit_copy',
      variant: dealt[index]!.variant,
      platform: dealt[index]!.platform,
      at: time,
      converted: dealt[index]!.card === 'yes',
    }));
}
