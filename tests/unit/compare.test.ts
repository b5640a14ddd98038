import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameResult, isSameValue } from '../../src/lib/grading/compare.ts';
import { describeDifference } from '../../src/lib/grading/difference.ts';
import type { Result } from '../../src/lib/lab/sql/result.ts';

/** A result whose columns are numbers where every value of theirs is. */
function toResult(rows: (string | null)[][], total = rows.length): Result {
  const columns = (rows[0] ?? []).map((_, place) => ({
    name: `c${place}`,
    isNumber: rows.every((row) => row[place] === null || /^-?[\d.]+$/.test(row[place]!)),
  }));
  return { columns, rows, total };
}

const free = { ordered: false };
const ordered = { ordered: true };

const value = fc.option(fc.oneof(fc.integer().map(String), fc.string()), { nil: null });
const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.array(fc.array(value, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 8,
  }),
);

describe('isSameValue', () => {
  it.each([
    ['12.50', '12.5', true],
    ['1e3', '1000', true],
    ['0', null, false],
    [null, null, true],
    ['', null, false],
    ['2026-03-01', '2026-03-01 00:00:00', true],
    ['2026-03-01', '2026-03-01 00:00:00+00', true],
    ['2026-03-01', '2026-03-01 08:00:00', false],
    ['no_show', 'noshow', false],
    ['Lisboa ', 'Lisboa', true],
    ['11', '11.0000000001', true],
    ['11', '11.01', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(isSameValue(one, other)).toBe(same);
    expect(isSameValue(other, one)).toBe(same);
  });

  it('forgives what rounding does, and no more', () => {
    const rounded = fc.record({
      value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      decimals: fc.nat(4),
    });
    fc.assert(
      fc.property(rounded, ({ value: number, decimals }) => {
        const plain = number.toFixed(9);
        expect(isSameValue(plain, number.toFixed(decimals), decimals)).toBe(true);
        const step = 1.1 * 10 ** -decimals;
        expect(isSameValue(plain, (number + step).toFixed(9), decimals)).toBe(false);
      }),
    );
  });
});

describe('isSameResult', () => {
  it('knows a result again in any order of rows', () => {
    const shuffled = table.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, ([rows, other]) => {
        expect(isSameResult(toResult(rows), toResult(other), free)).toBe(true);
      }),
    );
  });

  it('counts rows that occur twice', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const twice = [...rows, rows[0]!];
        expect(isSameResult(toResult(rows), toResult(twice), free)).toBe(false);
        expect(
          isSameResult(toResult([['1'], ['1'], ['2']]), toResult([['1'], ['2'], ['2']]), free),
        ).toBe(false);
      }),
    );
  });

  it('minds the order where the question does', () => {
    const [one, other] = [toResult([['1'], ['2']]), toResult([['2'], ['1']])];
    expect(isSameResult(one, other, free)).toBe(true);
    expect(isSameResult(one, other, ordered)).toBe(false);
  });

  it('looks at the total where not all rows are shown', () => {
    expect(isSameResult(toResult([['1']], 500), toResult([['1']], 501), free)).toBe(false);
  });
});

describe('describeDifference', () => {
  it('always says something, whatever differs', () => {
    fc.assert(
      fc.property(table, table, fc.boolean(), (yours, wanted, isOrdered) => {
        const comparison = { ordered: isOrdered };
        const [one, other] = [toResult(yours), toResult(wanted)];
        fc.pre(!isSameResult(one, other, comparison));
        const { message, row } = describeDifference(one, other, comparison);
        expect(message.length).toBeGreaterThan(30);
        expect(message).not.toMatch(/undefined|NaN/);
        for (const shown of [row?.yours, row?.wanted]) expect(shown ?? []).not.toContain(undefined);
      }),
    );
  });

  const explain = (yours: (string | null)[][], wanted: (string | null)[][], comparison = free) =>
    describeDifference(toResult(yours), toResult(wanted), comparison).message;

  it.each([
    ['a column too many', [['a', '1']], [['a']], /2 columns, the question asks for 1.*Leave out/],
    ['a column too few', [['a']], [['a', '1']], /1 column, the question asks for 2/],
    ['nothing', [], [['a'], ['b']], /columns?/],
    ['too many rows', [['a'], ['b']], [['a']], /2 rows, the answer 1.*GROUP BY/],
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
    ['a share rounded too early', [['0.44']], [['44.2']], /rounded before it became percent/],
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
    ['capitals', [['porto']], [['Porto']], /capital letters only/],
  ])('explains %s', (_, yours, wanted, message) => {
    expect(explain(yours, wanted)).toMatch(message);
  });

  it('explains another order', () => {
    expect(explain([['2'], ['1']], [['1'], ['2']], ordered)).toMatch(/another order.*ORDER BY/);
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
