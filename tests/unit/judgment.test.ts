import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBroken, toMarkdown } from '../../src/lib/grading/artifact.ts';
import { grade as gradeCritique } from '../../src/lib/grading/critique.ts';
import { grade } from '../../src/lib/grading/order.ts';

const gradeOrder = (pieces: string[], orders: string[][]) => grade({ orders }, { pieces });

describe('an order', () => {
  const ids = ['0', '1', '2', '3'];

  it('gives 1 to a right order alone', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: 4 }), (order) => {
        const { passed, score } = gradeOrder(order, [ids]);
        expect(passed).toBe(order.join() === ids.join());
        expect(score === 1).toBe(passed);
        expect(score).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('takes any of several right orders', () => {
    expect(
      gradeOrder(
        ['0', '2', '1'],
        [
          ['0', '1', '2'],
          ['0', '2', '1'],
        ],
      ).passed,
    ).toBe(true);
  });

  it('names the piece that does not belong before the one that is misplaced', () => {
    expect(gradeOrder(['1', '9', '0'], [['0', '1']]).first).toEqual({ id: '9', fault: 'spare' });
    expect(gradeOrder(['1', '0'], [['0', '1']]).first).toEqual({ id: '1', fault: 'misplaced' });
  });

  it('counts what is missing', () => {
    const grade = gradeOrder(['0', '1'], [['0', '1', '2']]);
    expect(grade).toMatchObject({ passed: false, missing: ['2'] });
    expect(grade.first).toBeUndefined();
    expect(gradeOrder([], [['0', '1']]).score).toBe(0);
  });
});

describe('a critique', () => {
  const key = { flaws: { a: 3, b: 1, c: 2 }, pass: { hits: 2, falseAlarms: 1 } };
  const toMarks = (marks: Record<string, number>) => ({
    marks: Object.entries(marks).map(([region, severity]) => ({ region, severity, why: 'So.' })),
  });

  it('counts hits, misses, false alarms and gravity', () => {
    expect(gradeCritique(key, toMarks({ a: 3, b: 2, x: 1 }))).toEqual({
      hits: ['a', 'b'],
      misses: ['c'],
      falseAlarms: ['x'],
      sameSeverity: 1,
      score: 2 / 3,
      passed: true,
    });
  });

  it('does not reward marking everything', () => {
    const all = toMarks({ a: 2, b: 2, c: 2, x: 2, y: 2, z: 2 });
    expect(gradeCritique(key, all)).toMatchObject({ passed: false, score: 1 / 3 });
  });
});

describe('a piece of work', () => {
  const lint = (rule: Parameters<typeof findBroken>[1][number]['rule']) => [
    { field: 'goal', rule, why: 'Because.' },
  ];
  const holds = (goal: string, rule: Parameters<typeof lint>[0]) =>
    findBroken({ goal, base: '40' }, lint(rule)).length === 0;

  it.each([
    ['one two three', { kind: 'words', min: 3 }, true],
    ['one two', { kind: 'words', min: 3 }, false],
    ['one two', { kind: 'words', min: 1, max: 1 }, false],
    ['1,200', { kind: 'number', min: 1000 }, true],
    ['', { kind: 'number', max: 5 }, false],
    ['many', { kind: 'number', max: 5 }, false],
    ['by Session', { kind: 'has', pattern: 'session|user' }, true],
    ['by day', { kind: 'has', pattern: 'session|user' }, false],
    ['the phone number', { kind: 'lacks', pattern: 'phone' }, false],
    ['80', { kind: 'ratio', to: 'base', min: 2 }, true],
    ['79', { kind: 'ratio', to: 'base', min: 2 }, false],
    ['', { kind: 'ratio', to: 'base', max: 9 }, false],
  ] as const)('%s: %j holds: %s', (goal, rule, expected) => {
    expect(holds(goal, rule)).toBe(expected);
  });

  it('is saved as Markdown', () => {
    const parts = [
      { label: 'Goal', text: 'More. ' },
      { label: 'Size', text: '' },
    ];
    expect(toMarkdown('Plan', parts)).toBe('# Plan\n\n## Goal\n\nMore.\n\n## Size\n\n(empty)\n');
  });
});
