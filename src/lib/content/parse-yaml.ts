import type { z } from 'astro/zod';
import { LineCounter, isNode, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { ContentFile } from './entry.ts';
import type { Finding } from './finding.ts';

type Path = readonly PropertyKey[];

export interface ParsedYaml<Data> {
  data?: Data;
  lineOf: (...path: (string | number)[]) => number;
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

  if (document.errors.length > 0) {
    const findings = document.errors.map((error) => ({
      file,
      line: toLine(error.pos[0]),
      problem: `The YAML cannot be read: ${error.message.split('\n')[0]}`,
      remedy: 'Mend the syntax; quote text that contains ": " or " #", or use a ">-" block.',
    }));
    return { lineOf, findings };
  }

  const result = schema.safeParse(document.toJS());
  if (result.success) return { data: result.data, lineOf, findings: [] };
  const findings = result.error.issues.map((issue) => ({
    file,
    line: toLine(findOffset(document, issue.path)),
    problem: `${issue.path.length > 0 ? `"${issue.path.join('.')}": ` : ''}${issue.message}`,
    remedy: 'Correct the field; its schema in src/schemas/ says what it may hold.',
  }));
  return { lineOf, findings };
}

/** Offset of the node at a path, or of the nearest ancestor that exists. */
function findOffset(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
