import type { Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { mdxToMdast } from 'satteri';
import { SKIP, visit } from 'unist-util-visit';
import { countWords } from '../text/words.ts';
import { findAddresses } from './addresses.ts';
import type { Address } from './addresses.ts';
import type { ContentFile } from './entry.ts';
import type { Finding } from './finding.ts';

/** A component in the body, as in `<Term id="cache">`. */
export interface ComponentUse {
  name: string;
  /** The `id` attribute, or an empty string. */
  id: string;
  line: number;
  /** Place in the file, to tell what comes first. */
  offset: number;
  /** The `passage` attribute, where a document is cited. */
  passage?: string;
}

/** A run of plain text in the body, outside code. */
export interface TextRun {
  text: string;
  line: number;
  /** Place in the file, to tell what comes first. */
  offset: number;
  /** Id of the `<Term>` that the run stands in, if any. */
  insideTerm?: string;
}

/** A fenced code block. */
export interface CodeFence {
  language: string;
  code: string;
  line: number;
}

export interface ParsedMdx {
  frontmatter: string;
  uses: ComponentUse[];
  runs: TextRun[];
  fences: CodeFence[];
  addresses: Address[];
  /** Words of prose, code left out. */
  words: number;
  findings: Finding[];
}

/** Reads a chapter's body: which components it uses where, and its text. */
export function parseMdx({ path: file, text }: ContentFile): ParsedMdx {
  const parsed: ParsedMdx = {
    frontmatter: /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '',
    uses: [],
    runs: [],
    fences: [],
    addresses: [],
    words: 0,
    findings: [],
  };
  let tree: Root;
  try {
    tree = mdxToMdast(text) as Root;
  } catch (error) {
    const { message } = error as Error;
    const [, line = '1', reason = message] = /^(\d+):\d+: (.+?)(?: \([^\s()]+\))?$/s.exec(message) ?? [];
    parsed.findings.push({
      file,
      line: Number(line),
      problem: `The MDX cannot be read: ${reason}`,
      remedy: 'Close the tag, or escape "<" and "{" in prose with a backslash.',
    });
    return parsed;
  }
  collect(tree, parsed);
  parsed.addresses = findAddresses(tree);
  parsed.words = parsed.runs.reduce((sum, run) => sum + countWords(run.text), 0);
  return parsed;
}

function collect(tree: Root | RootContent, parsed: ParsedMdx, insideTerm?: string): void {
  visit(tree, (node) => {
    const { line, offset = 0 } = node.position?.start ?? { line: 1 };
    switch (node.type) {
      case 'text':
        parsed.runs.push({ text: node.value, line, offset, ...(insideTerm && { insideTerm }) });
        break;
      case 'code':
        parsed.fences.push({ language: node.lang ?? '', code: node.value, line });
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const id = attributeOf(node, 'id') ?? '';
        const passage = attributeOf(node, 'passage');
        const name = node.name ?? '';
        parsed.uses.push({ name, id, line, offset, ...(passage && { passage }) });
        if (node.name !== 'Term' || insideTerm) break;
        for (const child of node.children) collect(child, parsed, id);
        return SKIP;
      }
    }
    return undefined;
  });
}

function attributeOf(
  { attributes }: MdxJsxFlowElement | MdxJsxTextElement,
  name: string,
): string | undefined {
  const found = attributes.find(
    (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name,
  );
  return typeof found?.value === 'string' ? found.value : undefined;
}
