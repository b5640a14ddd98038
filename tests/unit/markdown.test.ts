import { describe, expect, it } from 'vitest';
import { stripMarkdown, toRenderer } from '../../src/lib/text/markdown.ts';

const { block, inline } = toRenderer('/course/');

describe('toRenderer', () => {
  it('leads term and chapter links to pages under the base path', () => {
    expect(inline('[caches](term:cache)')).toBe('<a href="/course/glossary/cache/">caches</a>');
    expect(inline('[2](chapter:follow-one-booking)')).toBe(
      '<a href="/course/chapters/follow-one-booking/">2</a>',
    );
  });

  it('shows HTML as text, also inside code', () => {
    expect(inline('a <b>c</b>')).toBe('a &lt;b&gt;c&lt;/b&gt;');
    expect(block('```\n<script>\n```')).toContain('&lt;script&gt;');
    expect(inline('`<script>`')).toBe('<code>&lt;script&gt;</code>');
  });
});

describe('inline', () => {
  it.each(['1. of them', '# of them', '- of them', '> 5 of them'])(
    'begins no block at %s',
    (text) => {
      expect(inline(text)).toBe(text.replace('>', '&gt;'));
    },
  );
});

describe('stripMarkdown', () => {
  it('leaves the words', () => {
    expect(stripMarkdown('A *store* of [copies](term:cache),\n`fast`.')).toBe(
      'A store of copies, fast.',
    );
  });
});
