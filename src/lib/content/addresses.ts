import type { Node, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';

/** An address in a text. */
export interface Address {
  /** `tag`: in an attribute; `script`: any script tag; `code`: a string in an import or expression. */
  kind: 'link' | 'image' | 'tag' | 'script' | 'code';
  url: string;
  line: number;
}

/** Attributes whose value a browser may load. */
const loading = ['src', 'srcset', 'srcdoc', 'href', 'xlink:href', 'data', 'poster', 'style'];

/** A quoted address or path in code; comments are matched to be passed over. */
const quoted = /\/\*.*?\*\/|(['"`])((?:[a-z][a-z\d+.-]*:)?\/.*?)\1/gis;

/**
 * Finds the addresses of links and images, by reference too, and in MDX those of tags and code.
 *
 * @param lineOf - line of an address that stands in a node; the node's first one by default.
 */
export function findAddresses(
  tree: Root,
  lineOf: (node: Node, url: string) => number = (node) => node.position?.start.line ?? 1,
): Address[] {
  const found: Address[] = [];
  const targets = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }) => {
    if (!targets.has(identifier)) targets.set(identifier, url);
  });
  visit(tree, (node) => {
    const add = (kind: Address['kind'], url: string, linesDown = 0) =>
      found.push({ kind, url, line: lineOf(node, url) + linesDown });
    switch (node.type) {
      case 'link':
      case 'image':
        add(node.type, node.url);
        break;
      case 'linkReference':
        add('link', targets.get(node.identifier) ?? '');
        break;
      case 'imageReference':
        add('image', targets.get(node.identifier) ?? '');
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        for (const url of urlsOf(node)) add(kindOf(node), url);
        break;
      case 'mdxjsEsm':
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        for (const { url, linesDown } of quotedIn(node.value)) add('code', url, linesDown);
        break;
    }
  });
  return found;
}

type Element = MdxJsxFlowElement | MdxJsxTextElement;

function kindOf({ name }: Element): Address['kind'] {
  if (name === 'a') return 'link';
  return name === 'script' ? 'script' : 'tag';
}

function urlsOf({ name, attributes }: Element): string[] {
  const urls = attributes.flatMap((attribute) => {
    const { value } = attribute;
    if (attribute.type === 'mdxJsxAttribute') {
      if (!loading.includes(attribute.name.toLowerCase())) return [];
      if (typeof value === 'string') return value.trim();
    }
    const code = typeof value === 'string' ? value : (value?.value ?? '');
    return quotedIn(code).map(({ url }) => url);
  });
  return name === 'script' && urls.length === 0 ? ['<script>'] : urls;
}

function quotedIn(code: string): { url: string; linesDown: number }[] {
  return [...code.matchAll(quoted)].flatMap(({ index, 2: url }) =>
    url ? [{ url, linesDown: code.slice(0, index).split('\n').length - 1 }] : [],
  );
}
