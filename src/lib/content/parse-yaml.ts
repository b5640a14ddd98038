import type { z } from 'astro/zod';
import { LineCounter, isNode, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import { parseMarkdown } from '../text/markdown.ts';
import { findAddresses } from './addresses.ts';
import type { Address } from './addresses.ts';
import type { ContentFile } from './entry.ts';
import type { Finding } from './finding.ts';

type Path = readonly PropertyKey[];

export interface ParsedYaml<Data> {
  data?: Data;
  lineOf: (...path: (string | number)[]) => number;
  /** Addresses in its strings, read as Markdown. */
  addresses: Address[];
  findings: Finding[];
}

/**
 * Parses YAML and checks it against a schema.
 *
 * @param firstLine - line of the file on which `text` starts, for frontmatter.
 */
export function parseYaml<Schema extends z.ZodType>(
  { path: file, text }: ContentFile,
  schema: Schema,
  firstLine = 1,
): ParsedYaml<z.infer<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const toLine = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const lineOf = (...path: (string | number)[]) => toLine(findOffset(document, path));

  const fail = (message: string, offset: number): Finding => ({
    file,
    line: toLine(offset),
    problem: `The YAML cannot be read: ${message.split('\n')[0]}`,
    remedy:
      'Mend the syntax; quote text that contains ": " or " #" or starts with "*", or use a ">-" block.',
  });

  let value: unknown;
  const errors = document.errors.map(({ message, pos }) => fail(message, pos[0]));
  try {
    if (errors.length === 0) value = document.toJS();
  } catch (error) {
    errors.push(fail((error as Error).message, findBrokenAlias(document)));
  }
  if (errors.length > 0) return { lineOf, addresses: [], findings: errors };

  const result = schema.safeParse(value);
  if (result.success) {
    const addresses = addressesIn(document, text, toLine);
    return { data: result.data, lineOf, addresses, findings: [] };
  }
  const findings = result.error.issues.map((issue) => ({
    file,
    line: toLine(findOffset(document, issue.path)),
    problem: `${issue.path.length > 0 ? `"${issue.path.join('.')}": ` : ''}${issue.message}`,
    remedy: 'Correct the field; its schema in src/schemas/ says what it may hold.',
  }));
  return { lineOf, addresses: [], findings };
}

/** Offset of the node at a path, or of the nearest ancestor that exists. */
function findOffset(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** Offset of the first alias that stands for nothing, or else of the first one. */
function findBrokenAlias(document: Document): number {
  const offsets: { any?: number | undefined; broken?: number | undefined } = {};
  visit(document, {
    Alias(_, alias) {
      offsets.any ??= alias.range?.[0];
      if (!alias.resolve(document)) offsets.broken ??= alias.range?.[0];
    },
  });
  return offsets.broken ?? offsets.any ?? 0;
}

function addressesIn(
  document: Document,
  text: string,
  toLine: (offset: number) => number,
): Address[] {
  const found: Address[] = [];
  visit(document, {
    Scalar(key, { value, range }) {
      if (key === 'key' || typeof value !== 'string' || !range || !/[[<]/.test(value)) return;
      const source = text.slice(range[0], range[1]);
      const addresses = findAddresses(parseMarkdown(value), (node, url) => {
        // Folding moves the lines, so the nth time in the value is looked up as the nth in the file.
        const times = value.slice(0, node.position?.end.offset).split(url).length - 1;
        return toLine(range[0] + source.split(url, Math.max(1, times)).join(url).length);
      });
      found.push(...addresses);
    },
  });
  return found;
}
