import type { Blockquote, Node, RootContent } from 'mdast';
import { parseMarkdown } from '../text/markdown.ts';

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

const figure = /^!\[[^\]]*\]\((diagram|chart):([a-z0-9-]+)\)$/;
const remarkHead = /^\*\*(?<who>[^*,]+), (?<date>\d{4}-\d{2}-\d{2}):\*\*\s*/;

/**
 * Numbers the passages of a document: sections by their `##`, passages within them in order. A
 * blockquote that starts with `**Name, YYYY-MM-DD:**` is a remark on the passage before it.
 */
export function toSections(body: string): Section[] {
  const sections: Section[] = [{ number: 0, title: '', blocks: [] }];
  let lists = 0;
  for (const node of parseMarkdown(body).children) {
    const section = sections.at(-1)!;
    const add = (kind: Passage['kind'], text: string, at: Node = node, list?: Passage['list']) => {
      const nth = section.blocks.filter(isPassage).length + 1;
      const number = `${section.number}.${nth}`;
      const { line } = at.position!.start;
      section.blocks.push({ number, kind, text, line, remarks: [], ...(list && { list }) });
    };
    switch (node.type) {
      case 'heading': {
        const title = textOf(node.children, body);
        if (node.depth > 2) section.blocks.push({ subheading: title });
        else sections.push({ number: sections.length, title, blocks: [] });
        break;
      }
      case 'list':
        for (const item of node.children) {
          const list = { index: lists, ordered: node.ordered ?? false };
          add('item', textOf(item.children, body), item, list);
        }
        lists += 1;
        break;
      case 'blockquote':
        addRemarks(node, section, body);
        break;
      default:
        addBlock(node, textOf([node], body), add);
    }
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

/** The Markdown of nodes that follow each other, without the marks of what they stand in. */
function textOf(nodes: readonly Node[], body: string): string {
  const [first, last] = [nodes[0]?.position, nodes.at(-1)?.position];
  if (!first || !last) return '';
  const indent = new RegExp(`\\n[ >]{0,${first.start.column - 1}}`, 'g');
  return body.slice(first.start.offset, last.end.offset).replace(indent, '\n');
}

function addBlock(
  { type }: RootContent,
  text: string,
  add: (kind: Passage['kind'], text: string) => void,
): void {
  const [, kind, id] = figure.exec(text) ?? [];
  if (kind && id) add(kind as 'diagram' | 'chart', id);
  else add(type === 'table' || type === 'code' ? type : 'paragraph', text);
}

function addRemarks(quote: Blockquote, { blocks }: Section, body: string): void {
  const passage = blocks.filter(isPassage).at(-1);
  for (const child of quote.children) {
    const part = textOf([child], body);
    const { who, date } = remarkHead.exec(part)?.groups ?? {};
    const words = part.replace(remarkHead, '').trim();
    const last = passage?.remarks.at(-1);
    if (who && date) passage?.remarks.push({ who, date, text: words });
    else if (last) last.text += `\n\n${words}`;
  }
}
