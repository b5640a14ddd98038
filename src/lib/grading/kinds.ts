import { z } from 'astro/zod';
import { artifactActivity } from '../../schemas/activity/artifact.ts';
import { choiceActivity } from '../../schemas/activity/choice.ts';
import { critiqueActivity } from '../../schemas/activity/critique.ts';
import { explainActivity } from '../../schemas/activity/explain.ts';
import { matchActivity } from '../../schemas/activity/match.ts';
import { orderActivity } from '../../schemas/activity/order.ts';
import { parsonsActivity } from '../../schemas/activity/parsons.ts';
import { predictActivity } from '../../schemas/activity/predict.ts';
import { pythonActivity } from '../../schemas/activity/python.ts';
import { recallActivity } from '../../schemas/activity/recall.ts';
import { scenarioActivity } from '../../schemas/activity/scenario.ts';
import { sqlActivity } from '../../schemas/activity/sql.ts';
import type { StoredAnswer } from '../../schemas/progress.ts';
import type { MarkdownRenderer } from '../text/markdown.ts';
import * as artifact from './artifact.ts';
import * as choice from './choice.ts';
import * as critique from './critique.ts';
import * as explain from './explain.ts';
import type { Outcome, Problem, Traits } from './kind.ts';
import * as match from './match.ts';
import * as order from './order.ts';
import * as parsons from './parsons.ts';
import * as predict from './predict.ts';
import * as python from './python.ts';
import * as recall from './recall.ts';
import * as scenario from './scenario.ts';
import * as sql from './sql.ts';

/** All that a kind of activity is, but for its looks; those are in `components/activity/kinds.ts`. */
interface KindOf<File, Key, Answer> {
  /** What its file may hold. */
  schema: z.ZodType<File>;
  traits: (activity: File) => Traits;
  /** Problems that no schema finds. */
  check: (activity: File) => Problem[];
  /** What grading needs to know of an item: data that goes to the page of answers. */
  toKey: (activity: File, markdown: MarkdownRenderer) => Key;
  /** An answer as it is stored, whatever version of progress wrote it; nothing for another kind's. */
  read: (stored: StoredAnswer) => Answer | undefined;
  /** @param engine - runs code, for kinds that are graded by what code gives. */
  grade: (key: Key, answer: Answer, engine: never) => Outcome | Promise<Outcome>;
}

/** Makes sure that all parts of a kind are there, and speak of the same file, key and answer. */
export const kind = <File, Key, Answer, Schema extends z.ZodType<File>>(
  schema: Schema,
  parts: Omit<KindOf<File, Key, Answer>, 'schema'>,
) => ({ schema, ...parts });

/** The register of all kinds. */
export const kinds = {
  artifact: kind(artifactActivity, artifact),
  choice: kind(choiceActivity, choice),
  critique: kind(critiqueActivity, critique),
  explain: kind(explainActivity, explain),
  match: kind(matchActivity, match),
  order: kind(orderActivity, order),
  parsons: kind(parsonsActivity, parsons),
  predict: kind(predictActivity, predict),
  python: kind(pythonActivity, python),
  recall: kind(recallActivity, recall),
  scenario: kind(scenarioActivity, scenario),
  sql: kind(sqlActivity, sql),
};

export type Kind = keyof typeof kinds;

type Schema = (typeof kinds)[Kind]['schema'];

/** `content/activities/<chapter>/<id>.yaml`: one item of practice or assessment. */
export const activitySchema = z.discriminatedUnion(
  'type',
  Object.values(kinds).map(({ schema }) => schema) as [Schema, ...Schema[]],
);

export type ActivityFile = z.infer<typeof activitySchema>;

/** What a kind does with an activity of its own; the compiler cannot follow the kind of both. */
const partsOf = (activity: ActivityFile) =>
  kinds[activity.type] as unknown as KindOf<ActivityFile, object, object>;

export const traitsOf = (activity: ActivityFile): Traits => partsOf(activity).traits(activity);

export const checkActivity = (activity: ActivityFile): Problem[] =>
  partsOf(activity).check(activity);

export const toKey = (activity: ActivityFile, markdown: MarkdownRenderer): object =>
  partsOf(activity).toKey(activity, markdown);
