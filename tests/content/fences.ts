import { visit } from 'unist-util-visit';
import type { CodeFence } from '../../src/lib/content/parse-mdx.ts';
import { parseMarkdown } from '../../src/lib/text/markdown.ts';

/** The code blocks in every Markdown field of an item, in order. */
export function fencesIn(data: unknown): CodeFence[] {
  const fences: CodeFence[] = [];
  JSON.stringify(data, (_, value: unknown) => {
    if (typeof value !== 'string') return value;
    visit(parseMarkdown(value), 'code', ({ lang, value: code }) => {
      fences.push({ language: lang ?? '', code, line: 0 });
    });
    return value;
  });
  return fences;
}

export function isPython({ language }: CodeFence) {
  return language === 'python';
}

export function isText({ language }: CodeFence) {
  return language === 'text';
}

export function isSql({ language }: CodeFence) {
  return language === 'sql';
}

/** The file's name, from its first line: `# name.py`. */
export function nameOf({ code }: CodeFence): string {
  return /^# (.+)$/m.exec(code.split('\n')[0] ?? '')?.[1] ?? '';
}
