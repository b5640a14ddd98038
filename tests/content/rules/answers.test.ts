import { describe, expect, it } from 'vitest';
import { addToFirst, edit, findingsIn } from '../fixture.ts';
import type { Changes } from '../fixture.ts';

const folder = 'content/activities/first';
const pick = `${folder}/pick-one.yaml`;
const sort = `${folder}/sort-three.yaml`;
const file = `${folder}/new-one.yaml`;

/** The fixture with one more item, whose own fields begin in line 9. */
const add = (type: string, rest: string): Changes => ({
  ...addToFirst('<Activity id="new-one" />'),
  [file]: `type: ${type}
title: New
role: practice
bloom: remember
objectives: [define-words]
pool: new
prompt: What is it?
hints: [Look again.]
explanation: It is so.
${rest}`,
});

/** The only finding, without the file that it is in. */
function problemIn(changes: Changes): { line: number; problem: string } | undefined {
  const [finding, ...others] = findingsIn(changes);
  expect(others).toEqual([]);
  if (!finding) return undefined;
  expect(finding.file).toBe(file in changes ? file : Object.keys(changes)[0]);
  return { line: finding.line, problem: finding.problem };
}

describe('a choice has one right option', () => {
  it.each([
    [0, ', correct: true', ''],
    [2, 'A job,', 'A job, correct: true,'],
  ])('and not %i', (count, from, to) => {
    expect(problemIn(edit(pick, from, to))).toEqual({
      line: 12,
      problem: `The item has ${count} right options.`,
    });
  });
});

describe('a match knows the targets', () => {
  it.each([
    ['of its entries', 'target: here', 'target: nowhere', 17],
    ['it has messages for', 'there: That is far.', 'nowhere: That is far.', 20],
  ])('%s', (_, from, to, line) => {
    expect(problemIn(edit(sort, from, to))).toEqual({
      line,
      problem: 'There is no target "nowhere" in this item.',
    });
  });
});

describe('a prediction', () => {
  const toPrediction = (reasons: string) =>
    add(
      'predict',
      `actual: It rained.
outcomes:
  - { id: a, text: Rain, correct: true, why: It did. }
  - { id: b, text: Snow, why: Too warm. }
reasons:
${reasons}`,
    );

  it('has one right reason', () => {
    const right = '  - { id: a, text: Clouds, correct: true, why: Yes. }\n  - { id: b, text: Luck, why: No. }\n';
    expect(problemIn(toPrediction(right))).toBeUndefined();
    expect(problemIn(toPrediction(right.replace(', correct: true', '')))).toEqual({
      line: 15,
      problem: 'The item has 0 right reasons.',
    });
  });
});

describe('lines of code', () => {
  const toLines = (order: string) =>
    add(
      'parsons',
      `language: sql
lines:
  - { id: a, text: select 1 }
  - { id: b, text: from a }
  - { id: c, text: where b }
alternatives: [${order}]
`,
    );

  it.each([
    ['', '[a, c, b]', undefined],
    [' not with one missing', '[a, b]', 15],
    [' not with one twice', '[a, b, b]', 15],
    [' not with one that is not there', '[a, b, d]', 15],
  ])('may have another order,%s', (_, order, line) => {
    expect(problemIn(toLines(order))?.line).toBe(line);
  });
});

describe('an explanation', () => {
  const toExplanation = (has: string, level: string) =>
    add(
      'explain',
      `points:
  - { id: a, text: One }
  - { id: b, text: Two }
exemplars:
  - { level: weak, text: A, has: [], why: B }
  - { level: sound, text: A, has: ${has}, why: B }
  - { level: ${level}, text: A, has: [a, b], why: B }
`,
    );

  it.each([
    ['[b]', 'strong', undefined],
    ['[c]', 'strong', 'There is no point "c" in this item.'],
    ['[b]', 'sound', 'Two exemplars have the same level.'],
  ])('has points %s and the level %s', (has, level, problem) => {
    expect(problemIn(toExplanation(has, level))?.problem).toBe(problem);
  });
});

describe('a scenario', () => {
  const scenario = `budget: { amount: 3, unit: hours }
flips: Time.
start: begin
evidence:
  - { id: logs, text: Logs, cost: 2, finding: Errors., matters: true, why: Yes. }
  - { id: poll, text: Poll, cost: 2, finding: Noise., matters: false, why: No. }
nodes:
  begin:
    text: What now?
    choices:
      - { text: Wait, to: late, why: It grows. }
      - { text: Act, to: done, why: It ends. }
  late: { text: Too late., score: 0 }
  done: { text: Done., score: 1 }
`;

  it('holds together', () => {
    expect(problemIn(add('scenario', scenario))).toBeUndefined();
  });

  it.each([
    ['start: begin', 'start: nowhere', 'There is no situation "nowhere" in this item.'],
    ['to: late, why', 'to: done, why', 'Nothing leads to "late".'],
    ['Too late., score: 0', 'Too late.', 'The situation "late" ends without a score.'],
    ['text: What now?', 'text: What now?\n    score: 0.5', 'The situation "begin" goes on and has a score.'],
    ['Done., score: 1', 'Done., score: 0.9', 'No end is the best one.'],
    ['amount: 3', 'amount: 1', 'The evidence that matters costs 2.'],
    ['amount: 3', 'amount: 4', 'All evidence together costs 4, so nobody need choose.'],
  ])('%s is not %s', (from, to, problem) => {
    expect(scenario).toContain(from);
    const changed = findingsIn(add('scenario', scenario.replace(from, to)));
    expect(changed.map((finding) => finding.problem)).toContain(problem);
  });
});

describe('a critique', () => {
  const critique = `regions:
  - { id: one, text: One }
  - { id: two, text: Two }
  - { id: three, text: Three }
  - { id: four, text: Four }
flaws:
  - { region: one, severity: 3, why: Bad. }
sound:
  - { region: two, why: Fine. }
pass: { hits: 1, falseAlarms: 1 }
`;

  it.each([
    ['', '', undefined],
    ['region: one, severity', 'region: five, severity', 'There is no region "five" in this item.'],
    ['region: two, why', 'region: one, why', 'The region "one" is both a flaw and sound.'],
    ['hits: 1', 'hits: 2', 'The item has 1 flaws only.'],
  ])('%s is not %s', (from, to, problem) => {
    expect(problemIn(add('critique', critique.replace(from, to)))?.problem).toBe(problem);
  });
});

describe('a piece of work', () => {
  const artifact = `fields:
  - { id: goal, label: Goal, kind: text }
  - { id: size, label: Size, kind: choice, options: [small, large] }
lints:
  - { field: goal, rule: { kind: words, min: 3 }, why: Too short. }
rubric:
  - { id: clear, text: Clear, levels: [no, partly, yes] }
  - { id: whole, text: Whole, levels: [no, partly, yes] }
exemplars:
  - title: One
    work: { goal: A, size: small }
    expert: { clear: { score: 0, why: No. }, whole: { score: 1, why: Half. } }
  - title: Two
    work: { goal: B is more, size: large }
    expert: { clear: { score: 2, why: Yes. }, whole: { score: 2, why: Yes. } }
`;

  it.each([
    ['', '', undefined],
    ['kind: choice, options: [small, large]', 'kind: choice', 'Options belong to a choice, and only there.'],
    ['field: goal', 'field: aim', 'There is no field "aim" in this item.'],
    ['goal: A, ', '', 'The exemplar says nothing for "goal".'],
    ['goal: B is more', 'goal: B', 'The exemplar "Two" has every point and breaks this rule.'],
    ['goal: A, ', 'goal: A, aim: C, ', 'There is no field "aim" in this item.'],
    ['{ score: 0, why: No. }, whole: { score: 1, why: Half. }', '{ score: 0, why: No. }', 'The expert gives no score for "whole".'],
  ])('%s is not %s', (from, to, problem) => {
    expect(artifact).toContain(from);
    expect(problemIn(add('artifact', artifact.replace(from, to)))?.problem).toBe(problem);
  });
});
