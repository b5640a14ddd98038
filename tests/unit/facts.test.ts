import { describe, expect, it } from 'vitest';
import { fillFacts, formatFact, spell } from '../../src/lib/text/facts.ts';
import { toFactTexts } from '../../src/lib/course/fact-texts.ts';
import type { Content } from '../../src/lib/content/content.ts';

const plain = { decimals: 0, unit: '', grouped: true };

describe('formatFact', () => {
  it.each([
    [1165, {}, '1,165'],
    [1228437, {}, '1,228,437'],
    [94, {}, '94'],
    [61.5789, { decimals: 1, unit: '%' }, '61.6%'],
    [1.1, { decimals: 2 }, '1.10'],
    [1234.5, { decimals: 1 }, '1,234.5'],
    [-3, {}, '−3'],
    [2019, { grouped: false }, '2019'],
  ])('writes %d with %o as %s', (value, format, text) => {
    expect(formatFact({ ...plain, ...format }, value)).toBe(text);
  });
});

describe('fillFacts', () => {
  it('fills every string, however deep, and leaves other values', () => {
    const value = { a: 'x {fact:one} y {fact:two}', b: [{ c: '{fact:one}' }, 3, null], d: true };
    expect(fillFacts(value, { one: '1', two: '2' })).toEqual({
      a: 'x 1 y 2',
      b: [{ c: '1' }, 3, null],
      d: true,
    });
  });

  it('spells a fact out where it is asked to', () => {
    expect(fillFacts('{fact:one|words} of them', { one: '1', 'one|words': 'one' })).toBe(
      'one of them',
    );
  });

  it('leaves a fact without a text as it is written', () => {
    expect(fillFacts('{fact:none}', {})).toBe('{fact:none}');
  });
});

it.each([
  [0, 'zero'],
  [13, 'thirteen'],
  [20, 'twenty'],
  [62, 'sixty-two'],
  [99, 'ninety-nine'],
  [100, '100'],
  [1.5, '1.5'],
])('spell writes %d as %s', (number, text) => {
  expect(spell(number)).toBe(text);
});

describe('toFactTexts', () => {
  const toContent = (data: object) =>
    ({
      facts: [{ id: 'it', data: { ...plain, ...data } }],
      documents: [{ id: 'list', data: { items: [1, 2, 3] } }],
    }) as unknown as Content;

  it('takes a value, a count of items, or a queried number', () => {
    expect(toFactTexts(toContent({ value: 62 }), {})).toEqual({
      it: '62',
      'it|words': 'sixty-two',
    });
    expect(toFactTexts(toContent({ items: 'list' }), {})).toEqual({ it: '3', 'it|words': 'three' });
    expect(toFactTexts(toContent({ sql: 'select 1' }), { it: 7 })).toEqual({
      it: '7',
      'it|words': 'seven',
    });
  });

  it('fails where a queried number is missing', () => {
    expect(() => toFactTexts(toContent({ sql: 'select 1' }), {})).toThrow('The fact "it"');
  });
});
