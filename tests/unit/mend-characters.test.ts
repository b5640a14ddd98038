import { describe, expect, it } from 'vitest';
import { mendCharacters } from '../../src/lib/lab/mend-characters.ts';

describe('characters that no language knows', () => {
  it.each([
    ['where name = ‘Otter’', "where name = 'Otter'"],
    ['print(“two words”)', 'print("two words")'],
    ['select\u00a0a,\u202fb', 'select a, b'],
    ['sel\u200bect\ufeff', 'select'],
    ['where name = ‘Mwende’s Math Club’', "where name = 'Mwende’s Math Club'"],
    ['in (‘Otter’, ‘Heron’s’)', "in ('Otter', 'Heron’s')"],
    ['print(“it’s”)', 'print("it’s")'],
    ["where name = 'Otter’", "where name = 'Otter'"],
    ['‘', "'"],
    ['”', '"'],
  ])('%j becomes %j', (text, mended) => {
    expect(mendCharacters(text, '', '--')).toBe(mended);
    expect(mendCharacters(text, 'values (1)', '#')).toBe(mended);
  });
});

describe('what stays as it is', () => {
  it.each([
    ["where name = 'Mwende’s Math Club'", '--'],
    ["values ('O’Neill', 'Mwende’s'), ('it''s', 'Ann’s')", '--'],
    ["select 1 -- “é” isn't ‘it’ 🙂", '--'],
    [String.raw`print('don\'t say “no”')`, '#'],
    ['"""“quoted”\n’tis"""', '#'],
    ['# “so”', '#'],
    ["'👩\u200d🌾'", '--'],
    ['x', '#'],
  ] as const)('%j', (text, comment) => {
    expect(mendCharacters(text, '', comment)).toBe(text);
  });

  it('is what is pasted into a string', () => {
    const text = 'Mwende’s Math Club';
    expect(mendCharacters(text, "select 'a', '", '--')).toBe(text);
    expect(mendCharacters(text, "select 'a', ", '--')).not.toBe(text);
  });
});
