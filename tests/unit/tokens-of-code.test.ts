import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTokens } from '../../src/lib/lab/tokens-of-code.ts';

const colored = (code: string, language: 'sql' | 'python') =>
  toTokens(code, language)
    .filter(({ kind }) => kind !== 'plain')
    .map(({ kind, text }) => `${kind} ${text}`);

describe('the colors of code before somebody types', () => {
  it('tell the words of SQL from its names, numbers, texts and remarks', () => {
    expect(
      colored("SELECT order_id, 1.5 -- select 2\nfrom t2 where a = 'it''s /*'", 'sql'),
    ).toEqual([
      ...['keyword SELECT', 'number 1.5', 'comment -- select 2', 'keyword from', 'keyword where'],
      ...["string 'it'", "string 's /*'"],
    ]);
  });

  it('tell those of Python', () => {
    expect(
      colored('for row in rows:  # all\n    if row["in"] > 10: print(f\'{x}\')', 'python'),
    ).toEqual([
      ...['keyword for', 'keyword in', 'comment # all', 'keyword if', 'string "in"', 'number 10'],
      "string '{x}'",
    ]);
  });

  it('lose nothing of any code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (code) => {
        for (const language of ['sql', 'python'] as const) {
          expect(
            toTokens(code, language)
              .map(({ text }) => text)
              .join(''),
          ).toBe(code);
        }
      }),
    );
  });
});
