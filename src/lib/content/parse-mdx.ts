import type { Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { ContentFile } from './entry.ts';
import type { Finding } from './finding.ts';

/** A component in the body, as in `<Term id="cache">`. */
export interface ComponentUse {
  name: string;
  /** The `id` attribute, or an empty string. */
  id: string;
  /** The `src` attribute, or an empty string. */
  src: string;
  line: number;
}

/** A run of plain text in the body, outside code. */
export interface TextRun {
  text: string;
  line: number;
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
  /** Addresses of Markdown images and links. */
  images: { url: string; line: number }[];
  links: { url: string; line: number }[];
  /** Words of prose, code left out. */
  words: number;
  findings: Finding[];
}

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkMdx);

/** Reads a chapter's body: which components it uses where, and its text. */
export function parseMdx({ path: file, text }: ContentFile): ParsedMdx {
  const parsed: ParsedMdx = {
    frontmatter: /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '',
    uses: [],
    runs: [],
    fences: [],
    images: [],
    links: [],
    words: 0,
    findings: [],
  };
  let tree: Root;
  try {
    tree = processor.parse(text);
  } catch (error) {
    const { line = 1, reason = String(error) } = error as { line?: number; reason?: string };
    parsed.findings.push({
      file,
      line,
      problem: `The MDX cannot be read: ${reason}`,
      remedy: 'Close the tag, or escape "<" and "{" in prose with a backslash.',
    });
    return parsed;
  }
  collect(tree, parsed);
  parsed.words = parsed.runs.reduce((sum, run) => sum + countWords(run.text), 0);
  return parsed;
}

/** Number of words: runs of characters between white space that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function collect(tree: Root | RootContent, parsed: ParsedMdx, insideTerm?: string): void {
  visit(tree, (node) => {
    const line = node.position?.start.line ?? 1;
    switch (node.type) {
      case 'text':
        parsed.runs.push({ text: node.value, line, ...(insideTerm && { insideTerm }) });
        break;
      case 'code':
        parsed.fences.push({ language: node.lang ?? '', code: node.value, line });
        break;
      case 'image':
        parsed.images.push({ url: node.url, line });
        break;
      case 'link':
        parsed.links.push({ url: node.url, line });
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const use = toUse(node, line);
        parsed.uses.push(use);
        if (use.name !== 'Term' || insideTerm) break;
        for (const child of node.children) collect(child, parsed, use.id);
        return SKIP;
      }
    }
    return undefined;
  });
}

function toUse(node: MdxJsxFlowElement | MdxJsxTextElement, line: number): ComponentUse {
  const attribute = (name: string) => {
    const found = node.attributes.find(
      (candidate) => candidate.type === 'mdxJsxAttribute' && candidate.name === name,
    );
    return typeof found?.value === 'string' ? found.value : '';
  };
  return { name: node.name ?? '', id: attribute('id'), src: attribute('src'), line };
}
