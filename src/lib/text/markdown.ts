import { escape } from './escape.ts';
import { Marked } from 'marked';
import type { Tokens } from 'marked';
import { paths, withBase } from '../paths.ts';

/** Renders the Markdown of YAML fields to HTML. */
export interface MarkdownRenderer {
  /** Paragraphs, lists and code blocks. */
  block: (text: string) => string;
  /** Only what fits inside a line. */
  inline: (text: string) => string;
}

/**
 * Makes a renderer whose `term:`, `chapter:` and `document:` links lead to the site's pages.
 *
 * @param base - the base path the site is built for.
 */
export function toRenderer(base: string): MarkdownRenderer {
  const marked = new Marked({
    walkTokens(token) {
      if (token.type !== 'link') return;
      const [, kind, id, passage] =
        /^(term|chapter|document):([^#]+)(?:#(.+))?$/.exec((token as Tokens.Link).href) ?? [];
      if (kind && id) {
        token.href = withBase(base, paths[kind as 'term' | 'chapter' | 'document'](id, passage));
      }
    },
    renderer: {
      // Content is ours, yet a stray "<" must show as one and not swallow the sentence.
      html: ({ text }) => escape(text),
      code: ({ text }) => `<pre tabindex="0"><code>${escape(text)}</code></pre>\n`,
    },
  });
  return {
    block: (text) => marked.parse(text, { async: false }).trim(),
    inline: (text) => marked.parseInline(text, { async: false }),
  };
}

/** The text of some Markdown, marks removed. */
export function stripMarkdown(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
