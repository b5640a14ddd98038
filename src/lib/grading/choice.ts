import type { ChoiceFile, ChoiceKey } from '../../schemas/activity/choice.ts';
import type { StoredAnswer } from '../../schemas/progress.ts';
import { textAt, usual } from './kind.ts';
import type { Outcome, Traits } from './kind.ts';
import { toLetter } from './version-2.ts';
import { checkOptions, rightOf } from './options.ts';

export interface ChoiceAnswer {
  /** Id of the chosen option. */
  option: string;
}

export const traits = (): Traits => ({ ...usual, isQuick: true });

export const check = ({ options }: ChoiceFile) => checkOptions('options', options);

export const toKey = ({ options }: ChoiceFile): ChoiceKey => ({ right: rightOf(options) });

export function read(stored: StoredAnswer): ChoiceAnswer | undefined {
  const option = typeof stored === 'string' ? toLetter(stored) : textAt(stored, 'option');
  return option === undefined ? undefined : { option };
}

export function grade({ right }: ChoiceKey, { option }: ChoiceAnswer): Outcome {
  const passed = option === right;
  return { score: passed ? 1 : 0, passed };
}
