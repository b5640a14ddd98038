import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBroken, toMarkdown } from '../../src/lib/grading/artifact.ts';
import { gradeCritique } from '../../src/lib/grading/critique.ts';
import { gradeOrder } from '../../src/lib/grading/order.ts';

describe('gradeOrder', () => {
  const keys = ['0', '1', '2', '3'];

  it('gives 1 to a right order alone', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(keys, { minLength: 4 }), (order) => {
        const { passed, score } = gradeOrder(order, [keys]);
        expect(passed).toBe(order.join() === keys.join());
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
    expect(gradeOrder(['1', '9', '0'], [['0', '1']]).first).toEqual({ key: '9', fault: 'spare' });
    expect(gradeOrder(['1', '0'], [['0', '1']]).first).toEqual({ key: '1', fault: 'misplaced' });
  });

  it('counts what is missing', () => {
    const grade = gradeOrder(['0', '1'], [['0', '1', '2']]);
    expect(grade).toMatchObject({ passed: false, missing: ['2'] });
    expect(grade.first).toBeUndefined();
    expect(gradeOrder([], [['0', '1']]).score).toBe(0);
  });
});

describe('gradeCritique', () => {
  const flaws = new Map([
    ['a', 3],
    ['b', 1],
    ['c', 2],
  ]);
  const pass = { hits: 2, falseAlarms: 1 };

  it('counts hits, misses, false alarms and gravity', () => {
    const marks = new Map([
      ['a', 3],
      ['b', 2],
      ['x', 1],
    ]);
    expect(gradeCritique(marks, flaws, pass)).toEqual({
      hits: ['a', 'b'],
      misses: ['c'],
      falseAlarms: ['x'],
      sameSeverity: 1,
      score: 2 / 3,
      passed: true,
    });
  });

  it('does not reward marking everything', () => {
    const all = new Map(['a', 'b', 'c', 'x', 'y', 'z'].map((region) => [region, 2]));
    expect(gradeCritique(all, flaws, pass)).toMatchObject({ passed: false, score: 1 / 3 });
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
