import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameResult } from '../../src/lib/grading/compare.ts';
import { describeDifference } from '../../src/lib/grading/difference.ts';
import type { Result } from '../../src/lib/lab/sql/result.ts';
import { free, ordered, table, toResult } from './results.ts';

describe('describeDifference', () => {
  it('always says something, whatever differs', () => {
    fc.assert(
      fc.property(table, table, fc.boolean(), (yours, wanted, isOrdered) => {
        const comparison = { ordered: isOrdered };
        const [one, other] = [toResult(yours), toResult(wanted)];
        fc.pre(!isSameResult(one, other, comparison));
        const { what, why, row } = describeDifference(one, other, comparison);
        const message = `${what} ${why}`;
        expect(message.length).toBeGreaterThan(30);
        expect(message).not.toMatch(/undefined|NaN/);
        for (const shown of [row?.yours, row?.wanted]) expect(shown ?? []).not.toContain(undefined);
      }),
    );
  });

  const explain = (yours: (string | null)[][], wanted: (string | null)[][], comparison = free) => {
    const { what, why } = describeDifference(toResult(yours), toResult(wanted), comparison);
    return `${what} ${why}`;
  };

  it.each([
    ['a column too many', [['a', '1']], [['a']], /2 columns, the question asks for 1.*Leave out/],
    ['a column too few', [['a']], [['a', '1']], /1 column, the question asks for 2/],
    ['nothing', [], [['a'], ['b']], /columns?/],
    ['too many rows', [['a'], ['b']], [['a']], /2 rows, the answer 1.*Look at LIMIT/],
    ['too few rows', [['a']], [['a'], ['b']], /1 row, the answer 2.*too narrow/],
    ['columns in another order', [['a', '1']], [['1', 'a']], /columns stand in another order/],
    ['a share for percent', [['0.112']], [['11.2']], /share; the question asks for percent/],
    ['cents for euros', [['4250']], [['42.5']], /100 times too large/],
    ['the other sign', [['-3']], [['3']], /other sign/],
    ['whole numbers', [['7']], [['7.7']], /drops the fraction/],
    ['zero for NULL', [['0']], [[null]], /data says nothing/],
    ['NULL for a value', [[null]], [['3']], /left join leaves NULL/],
    ['zero for a fraction', [['0']], [['44.2']], /0: a whole number divided by a larger one/],
    ['zero for a count', [['0']], [['12']], /no row meets the condition/],
    ['a share rounded too early', [['0.44']], [['44.2']], /a share, and rounded/],
    ['rounding to a whole number', [['5']], [['4.7']], /rounded to a whole number/],
    ['the others', [['95.3']], [['4.7']], /add up to 100/],
    ['a fraction for a number', [['33.2']], [['796']], /whole numbers; yours have a fraction/],
    ['a sum for a count', [['98000']], [['12']], /added up instead of counted/],
    ['a lost sign', [['3'], ['4']], [['3'], ['-4']], /other sign/],
    ['another moment', [['2026-03-01']], [['2026-04-01']], /earlier than the one/],
    [
      'a value of another row',
      [
        ['a', '1'],
        ['a', '2'],
      ],
      [
        ['a', '1'],
        ['b', '2'],
      ],
      /belongs to another row/,
    ],
    ['several rows for one', [['a'], ['b'], ['c']], [['d']], /asks for one row/],
    ['no limit', [['a'], ['b'], ['c']], [['a'], ['b']], /Look at LIMIT/],
    [
      'a row without a partner',
      [
        ['a', '1'],
        ['b', null],
        ['c', '2'],
      ],
      [
        ['a', '1'],
        ['c', '2'],
      ],
      /left join keeps rows/,
    ],
    [
      'a part of the answer',
      [['a'], ['b']],
      [['a'], ['b'], ['c']],
      /What you have is right; some rows are missing/,
    ],
    [
      'other groups',
      [
        ['x', '1'],
        ['y', '2'],
        ['z', '3'],
      ],
      [
        ['a', '1'],
        ['b', '2'],
      ],
      /Not one value of your first column/,
    ],
    [
      'one wrong column',
      [
        ['a', '9'],
        ['b', '8'],
      ],
      [
        ['a', '7'],
        ['b', '5'],
      ],
      /other columns are right; look at how “c1” is worked out/,
    ],
    ['too much', [['9']], [['7']], /too large/],
    ['too little', [['5']], [['7']], /too small/],
    ['a share of 1 for 80 percent', [['1']], [['80']], /too small/],
    ['a moment for a day', [['2026-03-01 08:00:00+00']], [['2026-03-01']], /time of day/],
    ['a number made text', [['1,204.50 €']], [['1204.5']], /made a text/],
    ['a fraction lost in each row', [['990'], ['1980']], [['1000.5'], ['1999.5']], /row by row/],
    ['counts that add up to 100', [['40']], [['60']], /too small/],
    ['rows of a join', [['4'], ['6'], ['10']], [['2'], ['3'], ['5']], /twice.*a join repeats/],
    ['the other of true and false', [['true']], [['false']], /other one/],
    [
      'groups that are too fine',
      [
        ['a', '1'],
        ['a', '2'],
        ['b', '3'],
      ],
      [
        ['a', '3'],
        ['b', '3'],
      ],
      /one row for each value of “c0”, yours has several/,
    ],
    [
      'groups that are too large',
      [
        ['a', '3'],
        ['b', '3'],
      ],
      [
        ['a', '1'],
        ['a', '2'],
        ['b', '4'],
      ],
      /several rows for one value of “c0”, yours has one/,
    ],
    ['no groups', [['9']], [['4'], ['3'], ['2']], /one row for all/],
    [
      'the other end of an order',
      [
        ['x', '1'],
        ['y', '2'],
      ],
      [
        ['b', '9'],
        ['a', '8'],
      ],
      /other end of the order by “c1”/,
    ],
    ['capitals', [['porto']], [['Porto']], /capital letters only/],
  ])('explains %s', (_, yours, wanted, message) => {
    expect(explain(yours, wanted)).toMatch(message);
  });

  it('explains another order', () => {
    expect(explain([['2'], ['1']], [['1'], ['2']], ordered)).toMatch(/another order.*ORDER BY/);
  });

  it('explains NULL at the head of an order', () => {
    const [yours, wanted] = [
      [
        ['a', null],
        ['b', '9'],
      ],
      [
        ['b', '9'],
        ['c', '8'],
      ],
    ];
    expect(explain(yours, wanted, ordered)).toMatch(/NULL in “c1”.*NULLS LAST/);
  });

  it('says the place of a column whose name does not tell it', () => {
    const named = (names: string[], rows: string[][]): Result => ({
      columns: names.map((name) => ({ name, isNumber: true })),
      rows,
      total: 1,
    });
    const wanted = named(['a', 'b'], [['1', '2']]);
    const what = (names: string[]) =>
      describeDifference(named(names, [['1', '3']]), wanted, free).what;
    expect(what(['a', '?column?'])).toBe('The value of “?column?” (column 2) differs.');
    expect(what(['count', 'count'])).toBe('The value of “count” (column 2) differs.');
    expect(what(['a', 'count'])).toBe('The value of “count” differs.');
  });

  it('shows the row that differs beside the one that it should be', () => {
    const yours = toResult([
      ['Lisbon', '3'],
      ['Porto', '5'],
    ]);
    const wanted = toResult([
      ['Porto', '4'],
      ['Lisbon', '3'],
    ]);
    expect(describeDifference(yours, wanted, free).row).toEqual({
      yours: ['Porto', '5'],
      wanted: ['Porto', '4'],
      column: 1,
    });
  });
});
