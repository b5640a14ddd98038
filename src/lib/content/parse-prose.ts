import { parseMarkdown } from '../text/markdown.ts';
import { findAddresses } from './addresses.ts';
import type { Address } from './addresses.ts';
import type { ContentFile } from './entry.ts';

export interface ParsedProse {
  frontmatter: string;
  /** The Markdown under it, and the line of the file before it. */
  body: string;
  linesBefore: number;
  addresses: Address[];
}

/** Splits a Markdown document from its frontmatter, and finds the addresses in it. */
export function parseProse({ text }: ContentFile): ParsedProse {
  const [head = '', frontmatter = ''] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text) ?? [];
  const body = text.slice(head.length);
  const linesBefore = head.split('\n').length - 1;
  const addresses = findAddresses(parseMarkdown(body)).map((address) => ({
    ...address,
    line: address.line + linesBefore,
  }));
  return { frontmatter, body, linesBefore, addresses };
}
