import type { ArtifactFile, ArtifactKey, Lint } from '../../schemas/activity/artifact.ts';
import type { StoredAnswer } from '../../schemas/progress.ts';
import type { MarkdownRenderer } from '../text/markdown.ts';
import { usual } from './kind.ts';
import type { Outcome, Problem, Traits } from './kind.ts';
import { toIdCheck } from './references.ts';

/** A piece of work: the text of each field. */
export type Work = Readonly<Record<string, string>>;

/** What an author says of their own work by one criterion: the points, and the words that earn them. */
export interface OwnScore {
  score: string;
  quote: string;
}

export interface ArtifactAnswer {
  work: Work;
  /** By criterion. */
  own: Readonly<Record<string, OwnScore>>;
}

export interface ArtifactGrade extends Outcome {
  points: number;
  most: number;
  broken: Lint[];
}

export const traits = (): Traits => ({ ...usual, isWork: true });

export function check({ fields, lints, rubric, exemplars }: ArtifactFile): Problem[] {
  const fieldIds = fields.map(({ id }) => id);
  const criteria = rubric.map(({ id }) => id);
  const checkField = toIdCheck('field', fieldIds);
  const problems: Problem[] = [];
  const report = (path: Problem['path'], problem: string, remedy: string) =>
    problems.push({ path, problem, remedy });
  fields.forEach(({ kind, options }, index) => {
    if ((kind === 'choice') === options.length > 1) return;
    report(
      ['fields', index],
      'Options belong to a choice, and only there.',
      'Mend the kind, or the options.',
    );
  });
  lints.forEach(({ field, rule }, index) => {
    problems.push(...checkField(field, 'lints', index, 'field'));
    if (rule.kind === 'ratio') {
      problems.push(...checkField(rule.to, 'lints', index, 'rule', 'to'));
    }
  });
  const checkable = lints.filter(({ field }) => fieldIds.includes(field));
  exemplars.forEach(({ title, work, expert }, index) => {
    const missing = fieldIds.find((id) => !(id in work));
    if (missing) {
      report(
        ['exemplars', index, 'work'],
        `The exemplar says nothing for "${missing}".`,
        'Write it.',
      );
    }
    for (const id of Object.keys(work)) {
      problems.push(...checkField(id, 'exemplars', index, 'work', id));
    }
    const isBest = criteria.every((id) => expert[id]?.score === 2);
    const [broken] = isBest ? findBroken(work, checkable) : [];
    if (broken) {
      report(
        ['lints', lints.indexOf(broken)],
        `The exemplar "${title}" has every point and breaks this rule.`,
        'Mend the rule or the exemplar.',
      );
    }
    const unscored = criteria.find((id) => !(id in expert));
    if (!unscored) return;
    report(
      ['exemplars', index, 'expert'],
      `The expert gives no score for "${unscored}".`,
      'Write it.',
    );
  });
  return problems;
}

export const toKey = (
  { lints, exemplars, pass }: ArtifactFile,
  { inline }: MarkdownRenderer,
): ArtifactKey => ({
  lints: lints.map((lint) => ({ ...lint, why: inline(lint.why) })),
  experts: exemplars.map(({ expert }) =>
    Object.fromEntries(Object.entries(expert).map(([id, { score }]) => [id, score])),
  ),
  pass,
});

/** In progress version 2 the work was kept as the text of its JSON. */
export function read(stored: StoredAnswer): ArtifactAnswer | undefined {
  if (Array.isArray(stored)) return undefined;
  let data: unknown = stored;
  if (typeof stored === 'string') {
    try {
      data = JSON.parse(stored);
    } catch {
      return undefined;
    }
  }
  const { work, own } = (data ?? {}) as Partial<ArtifactAnswer>;
  return work && { work, own: own ?? {} };
}

/** The criterion whose quote does not stand in the work word for word; spaces and capitals do not matter. */
export function findInvented({ work, own }: ArtifactAnswer): string | undefined {
  const plain = (words: string) => words.toLowerCase().replace(/\s+/g, ' ').trim();
  const all = plain(Object.values(work).join(' '));
  return Object.keys(own).find((criterion) => !all.includes(plain(own[criterion]!.quote)));
}

/** Counts the points that authors give themselves; a broken rule stands in the way of passing. */
export function grade({ lints, pass }: ArtifactKey, { work, own }: ArtifactAnswer): ArtifactGrade {
  const scores = Object.values(own).map(({ score }) => Number(score));
  const points = scores.reduce((sum, score) => sum + score, 0);
  const most = 2 * scores.length;
  const broken = findBroken(work, lints);
  const score = points / most;
  return { points, most, broken, score, passed: score >= pass && broken.length === 0 };
}

/** The rules that a piece of work breaks. */
export function findBroken(work: Work, lints: readonly Lint[]): Lint[] {
  return lints.filter(({ field, rule }) => !holds(work, work[field] ?? '', rule));
}

function holds(work: Work, text: string, rule: Lint['rule']): boolean {
  switch (rule.kind) {
    case 'words': {
      const words = text.split(/\s+/).filter(Boolean).length;
      return words >= rule.min && words <= (rule.max ?? Infinity);
    }
    case 'number':
      return isWithin(toAmount(text), rule);
    case 'has':
      return new RegExp(rule.pattern, 'i').test(text);
    case 'lacks':
      return !new RegExp(rule.pattern, 'i').test(text);
    case 'ratio':
      return isWithin(toAmount(text) / toAmount(work[rule.to] ?? ''), rule);
  }
}

/** A number as people write it; NaN where there is none, which is within nothing. */
const toAmount = (text: string) => (text.trim() === '' ? NaN : Number(text.replaceAll(',', '')));

const isWithin = (
  value: number,
  { min = -Infinity, max = Infinity }: { min?: number | undefined; max?: number | undefined },
) => value >= min && value <= max;

/** A piece of work as Markdown: each field under its label. */
export function toMarkdown(
  title: string,
  parts: readonly { label: string; text: string }[],
): string {
  const sections = parts.map(({ label, text }) => `## ${label}\n\n${text.trim() || '(empty)'}\n`);
  return [`# ${title}\n`, ...sections].join('\n');
}
