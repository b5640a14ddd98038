import { Marked } from 'marked';
import type { CodeFence } from '../../src/lib/content/parse-mdx.ts';

/** The code blocks in every Markdown field of an item, in order. */
export function fencesIn(data: unknown): CodeFence[] {
  const fences: CodeFence[] = [];
  const marked = new Marked();
  JSON.stringify(data, (_, value: unknown) => {
    if (typeof value !== 'string') return value;
    void marked.walkTokens(marked.lexer(value), (token) => {
      if (token.type !== 'code') return;
      const { lang = '', text: code } = token as { lang?: string; text: string };
      fences.push({ language: lang, code, line: 0 });
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
