import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameResult, isSameValue } from '../../src/lib/grading/compare.ts';
import { free, ordered, table, toResult } from './results.ts';

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
