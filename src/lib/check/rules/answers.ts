import type { ActivityFile } from '../../../schemas/activity.ts';
import type { Entry } from '../../content/entry.ts';
import { listIds } from '../../content/finding.ts';
import type { Finding } from '../../content/finding.ts';
import { findBroken } from '../../grading/artifact.ts';

type Path = (string | number)[];
type Report = (path: Path, problem: string, remedy: string) => void;
type Of<Type> = Extract<ActivityFile, { type: Type }>;

/** Every item has an answer, and all its parts name each other rightly. */
export function checkAnswer({ file, data, lineOf }: Entry<ActivityFile>): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (path, problem, remedy) =>
    findings.push({ file, line: lineOf(...path), problem, remedy });
  switch (data.type) {
    case 'choice':
      checkOptions('options', data.options, report);
      break;
    case 'predict':
      checkOptions('outcomes', data.outcomes, report);
      checkOptions('reasons', data.reasons, report);
      break;
    case 'match':
      checkMatch(data, report);
      break;
    case 'parsons':
      checkOrders(data, report);
      break;
    case 'explain':
      checkExemplars(data, report);
      break;
    case 'scenario':
      checkNodes(data, report);
      break;
    case 'critique':
      checkRegions(data, report);
      break;
    case 'artifact':
      checkWork(data, report);
      break;
  }
  return findings;
}

function checkOptions(
  name: string,
  options: readonly { correct: boolean }[],
  report: Report,
): void {
  const right = options.filter(({ correct }) => correct).length;
  if (right === 1) return;
  report(
    [name],
    `The item has ${right} right ${name}.`,
    'Mark exactly one of them with "correct: true".',
  );
}

/** Reports an id that is not among those that there are. */
function checkId(what: string, ids: readonly string[], report: Report) {
  return (id: string, ...path: Path) => {
    if (ids.includes(id)) return;
    report(path, `There is no ${what} "${id}" in this item.`, `Use one of ${listIds(ids)}.`);
  };
}

function checkMatch({ entries, targets }: Of<'match'>, report: Report): void {
  const check = checkId(
    'target',
    targets.map(({ id }) => id),
    report,
  );
  entries.forEach((entry, index) => {
    check(entry.target, 'entries', index, 'target');
    for (const id of Object.keys(entry.instead)) check(id, 'entries', index, 'instead', id);
  });
}

function checkOrders({ lines, alternatives }: Of<'parsons'>, report: Report): void {
  alternatives.forEach((places, index) => {
    const sorted = [...places].sort((a, b) => a - b);
    if (sorted.length === lines.length && sorted.every((place, n) => place === n)) return;
    report(
      ['alternatives', index],
      'This order does not name each line once.',
      `Write the numbers 0 to ${lines.length - 1}, each once.`,
    );
  });
}

function checkExemplars({ points, exemplars }: Of<'explain'>, report: Report): void {
  exemplars.forEach(({ has }, index) => {
    const unknown = has.find((point) => point >= points.length);
    if (unknown === undefined) return;
    report(
      ['exemplars', index, 'has'],
      `There is no point ${unknown} in this item.`,
      `Points are counted from 0 to ${points.length - 1}.`,
    );
  });
  const levels = exemplars.map(({ level }) => level);
  if (new Set(levels).size < levels.length) {
    report(
      ['exemplars'],
      'Two exemplars have the same level.',
      'Write a weak, a sound and a strong one.',
    );
  }
}

function checkNodes({ start, nodes, evidence, budget }: Of<'scenario'>, report: Report): void {
  const ids = Object.keys(nodes);
  const check = checkId('situation', ids, report);
  check(start, 'start');
  const reached = new Set([start]);
  for (const [id, { choices, score }] of Object.entries(nodes)) {
    choices.forEach(({ to }, index) => {
      check(to, 'nodes', id, 'choices', index, 'to');
      reached.add(to);
    });
    if ((choices.length === 0) === (score !== undefined)) continue;
    report(
      ['nodes', id],
      `The situation "${id}" ${choices.length === 0 ? 'ends without a score' : 'goes on and has a score'}.`,
      'Give each end a score, and choices to all others.',
    );
  }
  const lost = ids.find((id) => !reached.has(id));
  if (lost)
    report(
      ['nodes', lost],
      `Nothing leads to "${lost}".`,
      'Let a choice lead to it, or take it out.',
    );
  if (!Object.values(nodes).some(({ score }) => score === 1)) {
    report(['nodes'], 'No end is the best one.', 'Give one end the score 1.');
  }
  const needed = evidence.reduce((sum, { matters, cost }) => sum + (matters ? cost : 0), 0);
  const all = evidence.reduce((sum, { cost }) => sum + cost, 0);
  if (needed > budget.amount) {
    report(
      ['budget'],
      `The evidence that matters costs ${needed}.`,
      'Raise the budget, or lower a cost.',
    );
  }
  if (all <= budget.amount) {
    report(
      ['budget'],
      `All evidence together costs ${all}, so nobody need choose.`,
      'Lower the budget.',
    );
  }
}

function checkRegions({ regions, flaws, sound, pass }: Of<'critique'>, report: Report): void {
  const check = checkId(
    'region',
    regions.map(({ id }) => id),
    report,
  );
  flaws.forEach(({ region }, index) => check(region, 'flaws', index, 'region'));
  sound.forEach(({ region }, index) => {
    check(region, 'sound', index, 'region');
    if (!flaws.some((flaw) => flaw.region === region)) return;
    report(['sound', index], `The region "${region}" is both a flaw and sound.`, 'Decide.');
  });
  if (pass.hits > flaws.length) {
    report(['pass'], `The item has ${flaws.length} flaws only.`, 'Ask for as many hits at most.');
  }
}

function checkWork({ fields, lints, rubric, exemplars }: Of<'artifact'>, report: Report): void {
  const fieldIds = fields.map(({ id }) => id);
  const criteria = rubric.map(({ id }) => id);
  const checkField = checkId('field', fieldIds, report);
  fields.forEach(({ kind, options }, index) => {
    if ((kind === 'choice') === options.length > 1) return;
    report(
      ['fields', index],
      'Options belong to a choice, and only there.',
      'Mend the kind, or the options.',
    );
  });
  lints.forEach(({ field, rule }, index) => {
    checkField(field, 'lints', index, 'field');
    if (rule.kind === 'ratio') checkField(rule.to, 'lints', index, 'rule', 'to');
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
    for (const id of Object.keys(work)) checkField(id, 'exemplars', index, 'work', id);
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
}
