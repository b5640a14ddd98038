import type { Kind } from '../../lib/grading/kinds.ts';
import ArtifactActivity from './kinds/ArtifactActivity.astro';
import ArtifactSolution from './kinds/ArtifactSolution.astro';
import ChoiceActivity from './kinds/ChoiceActivity.astro';
import ChoiceSolution from './kinds/ChoiceSolution.astro';
import CodeActivity from './kinds/CodeActivity.astro';
import CodeSolution from './kinds/CodeSolution.astro';
import CritiqueActivity from './kinds/CritiqueActivity.astro';
import CritiqueSolution from './kinds/CritiqueSolution.astro';
import ExplainActivity from './kinds/ExplainActivity.astro';
import ExplainSolution from './kinds/ExplainSolution.astro';
import MatchActivity from './kinds/MatchActivity.astro';
import MatchSolution from './kinds/MatchSolution.astro';
import OrderActivity from './kinds/OrderActivity.astro';
import OrderSolution from './kinds/OrderSolution.astro';
import PredictActivity from './kinds/PredictActivity.astro';
import PredictSolution from './kinds/PredictSolution.astro';
import RecallActivity from './kinds/RecallActivity.astro';
import RecallSolution from './kinds/RecallSolution.astro';
import ScenarioActivity from './kinds/ScenarioActivity.astro';
import ScenarioSolution from './kinds/ScenarioSolution.astro';

/** How a kind of activity is shown. */
interface Shown {
  Activity: unknown;
  /** At the back of the book: the answer, with its reasons. */
  Solution: unknown;
  /**
   * Its custom element. Named here so that the compiler misses it where it is not there; pages load
   * it by its file's name once a reader comes near, see `elements/activity/load-near.ts`.
   */
  element: () => Promise<unknown>;
}

/** The looks of all kinds; what else they are stands in `lib/grading/kinds.ts`. */
export const kinds = {
  artifact: {
    Activity: ArtifactActivity,
    Solution: ArtifactSolution,
    element: () => import('../../elements/activity/course-artifact.ts'),
  },
  choice: {
    Activity: ChoiceActivity,
    Solution: ChoiceSolution,
    element: () => import('../../elements/activity/course-choice.ts'),
  },
  critique: {
    Activity: CritiqueActivity,
    Solution: CritiqueSolution,
    element: () => import('../../elements/activity/course-critique.ts'),
  },
  explain: {
    Activity: ExplainActivity,
    Solution: ExplainSolution,
    element: () => import('../../elements/activity/course-explain.ts'),
  },
  match: {
    Activity: MatchActivity,
    Solution: MatchSolution,
    element: () => import('../../elements/activity/course-match.ts'),
  },
  order: {
    Activity: OrderActivity,
    Solution: OrderSolution,
    element: () => import('../../elements/activity/course-order.ts'),
  },
  parsons: {
    Activity: OrderActivity,
    Solution: OrderSolution,
    element: () => import('../../elements/activity/course-order.ts'),
  },
  predict: {
    Activity: PredictActivity,
    Solution: PredictSolution,
    element: () => import('../../elements/activity/course-predict.ts'),
  },
  python: {
    Activity: CodeActivity,
    Solution: CodeSolution,
    element: () => import('../../elements/activity/course-code.ts'),
  },
  recall: {
    Activity: RecallActivity,
    Solution: RecallSolution,
    element: () => import('../../elements/activity/course-recall.ts'),
  },
  scenario: {
    Activity: ScenarioActivity,
    Solution: ScenarioSolution,
    element: () => import('../../elements/activity/course-scenario.ts'),
  },
  sql: {
    Activity: CodeActivity,
    Solution: CodeSolution,
    element: () => import('../../elements/activity/course-code.ts'),
  },
} satisfies Record<Kind, Shown>;

/** A component for activities; the compiler cannot follow the kind of both. */
type ForAny = (props: { activity: { id: string } }) => unknown;

export const activityOf = (kind: Kind) => kinds[kind].Activity as ForAny;

export const solutionOf = (kind: Kind) => kinds[kind].Solution as ForAny;
