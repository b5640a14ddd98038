import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** The fields of one object in `src/schemas/`, each with its comment or nothing. */
type Fields = Map<string, string>;

/** All objects of the schemas, those with most fields first. */
const objects = globSync('src/schemas/**/*.ts')
  .flatMap((path) => {
    const source = ts.createSourceFile(
      path,
      readFileSync(path, 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    return objectsIn(source);
  })
  .sort((a, b) => b.size - a.size);

/**
 * Writes the comments of the schemas' sources into a JSON Schema, which zod cannot: it does not see
 * them. An object is known by its fields; some come from a frame that several share.
 */
export function describe<Node>(node: Node): Node {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map(describe) as Node;
  const entries = Object.entries(node).map(([key, value]) => [key, describe(value)] as const);
  const described = Object.fromEntries(entries) as { type?: unknown; properties?: object };
  if (described.type !== 'object' || !described.properties) return described as Node;
  const { properties } = described;
  const origins = objects.filter((fields) =>
    [...fields.keys()].every((name) => name in properties),
  );
  const commented = Object.entries(properties).map(([name, property]) => {
    const description = origins.find((fields) => fields.has(name))?.get(name);
    return [name, { ...(description && { description }), ...(property as object) }] as const;
  });
  return { ...described, properties: Object.fromEntries(commented) } as Node;
}

function objectsIn(node: ts.Node): Fields[] {
  const inner: Fields[] = [];
  node.forEachChild((child) => void inner.push(...objectsIn(child)));
  if (!ts.isObjectLiteralExpression(node)) return inner;
  const fields = node.properties.flatMap((property) =>
    property.name ? [[property.name.getText(), toComment(property)] as const] : [],
  );
  return [new Map(fields), ...inner];
}

function toComment(property: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(property)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');
}
