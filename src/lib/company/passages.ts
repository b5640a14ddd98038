import { Marked } from 'marked';
import type { Token, Tokens } from 'marked';

/** A remark in the margin, by one of the company's people. */
export interface Remark {
  who: string;
  date: string;
  /** Markdown. */
  text: string;
}

/** A block of a document that can be linked and cited: a paragraph, list item, table, drawing. */
export interface Passage {
  /** Section and place in it: `4.2`. */
  number: string;
  kind: 'paragraph' | 'item' | 'table' | 'code' | 'diagram' | 'chart';
  /** Markdown; for a drawing its id. */
  text: string;
  /** Line of the body on which it starts, from 1. */
  line: number;
  remarks: Remark[];
  /** For items: which list they stand in, and whether it is numbered. */
  list?: { index: number; ordered: boolean };
}

export interface Subheading {
  subheading: string;
}

/** A section and its blocks. Section 0 is what stands before the first heading. */
export interface Section {
  number: number;
  title: string;
  blocks: (Passage | Subheading)[];
}

const marked = new Marked();
const figure = /^!\[[^\]]*\]\((diagram|chart):([a-z0-9-]+)\)$/;
const remarkHead = /^\*\*(?<who>[^*,]+), (?<date>\d{4}-\d{2}-\d{2}):\*\*\s*/;

/**
 * Numbers the passages of a document: sections by their `##`, passages within them in order. A
 * blockquote that starts with `**Name, YYYY-MM-DD:**` is a remark on the passage before it.
 */
export function toSections(body: string): Section[] {
  const sections: Section[] = [{ number: 0, title: '', blocks: [] }];
  let line = 1;
  let lists = 0;
  for (const token of marked.lexer(body)) {
    const section = sections.at(-1)!;
    const add = (kind: Passage['kind'], text: string, at = line, list?: Passage['list']) => {
      const nth = section.blocks.filter(isPassage).length + 1;
      const number = `${section.number}.${nth}`;
      section.blocks.push({ number, kind, text, line: at, remarks: [], ...(list && { list }) });
    };
    switch (token.type) {
      case 'heading':
        if ((token as Tokens.Heading).depth > 2) {
          section.blocks.push({ subheading: (token as Tokens.Heading).text });
        } else {
          const title = (token as Tokens.Heading).text;
          sections.push({ number: sections.length, title, blocks: [] });
        }
        break;
      case 'list':
        addItems(token as Tokens.List, lists, (text, down, list) =>
          add('item', text, line + down, list),
        );
        lists += 1;
        break;
      case 'blockquote':
        addRemarks(token as Tokens.Blockquote, section);
        break;
      case 'space':
        break;
      default:
        addBlock(token, add);
    }
    line += token.raw.split('\n').length - 1;
  }
  return sections.filter(({ number, blocks }) => number > 0 || blocks.length > 0);
}

/** The passages of a document by their number. */
export function toPassages(sections: readonly Section[]): Passage[] {
  return sections.flatMap(({ blocks }) => blocks.filter(isPassage));
}

/** Tells a passage from a subheading. */
export function isPassage(block: Passage | Subheading): block is Passage {
  return 'number' in block;
}

function addBlock(token: Token, add: (kind: Passage['kind'], text: string) => void): void {
  const [, kind, id] = figure.exec(token.raw.trim()) ?? [];
  if (kind && id) add(kind as 'diagram' | 'chart', id);
  else if (token.type === 'table') add('table', token.raw.trim());
  else if (token.type === 'code') add('code', token.raw.trim());
  else add('paragraph', token.raw.trim());
}

function addItems(
  { items, ordered }: Tokens.List,
  index: number,
  add: (text: string, linesDown: number, list: Passage['list']) => void,
): void {
  let down = 0;
  for (const { text, raw } of items) {
    add(text, down, { index, ordered });
    down += raw.split('\n').length - (raw.endsWith('\n') ? 1 : 0);
  }
}

function addRemarks({ text }: Tokens.Blockquote, { blocks }: Section): void {
  const passage = blocks.filter(isPassage).at(-1);
  for (const part of text.split(/\n{2,}/)) {
    const { who, date } = remarkHead.exec(part)?.groups ?? {};
    const words = part.replace(remarkHead, '').trim();
    const last = passage?.remarks.at(-1);
    if (who && date) passage?.remarks.push({ who, date, text: words });
    else if (last) last.text += `\n\n${words}`;
  }
}
