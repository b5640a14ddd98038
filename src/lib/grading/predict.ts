import type { PredictFile, PredictKey } from '../../schemas/activity/predict.ts';
import type { StoredAnswer } from '../../schemas/progress.ts';
import { textAt, usual } from './kind.ts';
import type { Outcome, Traits } from './kind.ts';
import { toLetter } from './version-2.ts';
import { checkOptions, rightOf } from './options.ts';

/** Ids of the options chosen. */
export interface PredictAnswer {
  outcome: string;
  reason: string;
}

export interface PredictGrade extends Outcome {
  isOutcomeRight: boolean;
  isReasonRight: boolean;
}

export const traits = (): Traits => ({ ...usual, isQuick: true });

export const check = ({ outcomes, reasons }: PredictFile) => [
  ...checkOptions('outcomes', outcomes),
  ...checkOptions('reasons', reasons),
];

export const toKey = ({ outcomes, reasons }: PredictFile): PredictKey => ({
  outcome: rightOf(outcomes),
  reason: rightOf(reasons),
});

export function read(stored: StoredAnswer): PredictAnswer | undefined {
  const [outcome, reason] = Array.isArray(stored)
    ? stored.map(toLetter)
    : [textAt(stored, 'outcome'), textAt(stored, 'reason')];
  return outcome === undefined || reason === undefined ? undefined : { outcome, reason };
}

/** The reason counts as much as the outcome: right for the wrong reason is half. */
export function grade(key: PredictKey, { outcome, reason }: PredictAnswer): PredictGrade {
  const isOutcomeRight = outcome === key.outcome;
  const isReasonRight = reason === key.reason;
  const passed = isOutcomeRight && isReasonRight;
  return { isOutcomeRight, isReasonRight, passed, score: passed ? 1 : isOutcomeRight ? 0.5 : 0 };
}
