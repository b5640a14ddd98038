import { defineMdastPlugin, markdownToHtml, markdownToMdast } from 'satteri';
import type { Features } from 'satteri';
import type { Root } from 'mdast';
import { paths, withBase } from '../paths.ts';
import { escape } from './escape.ts';

/** Renders the Markdown of YAML fields and documents to HTML. */
export interface MarkdownRenderer {
  /** Paragraphs, lists and code blocks. */
  block: (text: string) => string;
  /** Only what fits inside a line. */
  inline: (text: string) => string;
}

/** Astro reads chapters with the same parser. A field has no frontmatter: `---` is a line. */
const features: Features = { frontmatter: false, gfm: { footnotes: false } };

/** Stands before a line, so that "1." or "#" at its start begins no block. */
const guard = '·';

/** The tree of some Markdown, with the place of every node. */
export const parseMarkdown = (text: string): Root => markdownToMdast(text, { features }) as Root;

/**
 * Makes a renderer whose `term:`, `chapter:` and `document:` links lead to the site's pages.
 *
 * @param base - the base path the site is built for.
 */
export function toRenderer(base: string): MarkdownRenderer {
  const plugin = defineMdastPlugin({
    name: 'course',
    link(node, context) {
      const [, kind, id, passage] =
        /^(term|chapter|document):([^#]+)(?:#(.+))?$/.exec(node.url) ?? [];
      if (kind && id) {
        const path = paths[kind as 'term' | 'chapter' | 'document'](id, passage);
        context.setProperty(node, 'url', withBase(base, path));
      }
    },
    // Content is ours, yet a stray "<" must show as one and not swallow the sentence.
    html: ({ value }) => ({ type: 'text', value }),
    // A block that is wider than the page can be moved by keyboard.
    code: ({ value }) => ({ rawHtml: `<pre tabindex="0"><code>${escape(value)}</code></pre>` }),
  });
  const block = (text: string) =>
    markdownToHtml(text, { features, mdastPlugins: [plugin] }).html.trim();
  return {
    block,
    inline: (text) =>
      block(guard + text.replace(/\s+/g, ' ')).slice(`<p>${guard}`.length, -'</p>'.length),
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
