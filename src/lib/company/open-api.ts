import { parse } from 'yaml';

/** A schema in the words of a reader: its type, and its fields if it is an object. */
export interface Shape {
  type: string;
  description: string;
  fields: { name: string; type: string; required: boolean; description: string }[];
}

export interface Parameter {
  anchor: string;
  name: string;
  in: string;
  required: boolean;
  type: string;
  description: string;
}

export interface Response {
  anchor: string;
  status: string;
  description: string;
  headers: { name: string; description: string }[];
  /** Name of the schema, if it has one. */
  schema: string;
  /** JSON. */
  example: string;
}

export interface Operation {
  anchor: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  parameters: Parameter[];
  request?: { schema: string; anchor: string; example: string };
  responses: Response[];
}

export interface NamedShape extends Shape {
  anchor: string;
  name: string;
}

export interface Webhook {
  anchor: string;
  name: string;
  summary: string;
  description: string;
  example: string;
}

type Node = Record<string, unknown>;

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** The title, version and description of an OpenAPI file. */
export function toInfo(source: string): { title: string; version: string; description: string } {
  const info = at(parse(source), 'info');
  return { title: str(info.title), version: str(info.version), description: str(info.description) };
}

/** The operations of an OpenAPI file, in its order, references resolved. */
export function toOperations(source: string): Operation[] {
  const root = parse(source) as Node;
  return Object.entries(at(root, 'paths')).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = (item as Node)[method] as Node | undefined;
      return operation ? [toOperation(root, path, method, item as Node, operation)] : [];
    }),
  );
}

/** The named schemas of an OpenAPI file. */
export function toSchemas(source: string): NamedShape[] {
  const root = parse(source) as Node;
  return Object.entries(at(at(root, 'components'), 'schemas')).map(([name, schema]) => ({
    anchor: `schema-${kebab(name)}`,
    name,
    ...toShape(root, schema as Node),
  }));
}

/** What the API tells others by webhook. */
export function toWebhooks(source: string): Webhook[] {
  const root = parse(source) as Node;
  return Object.entries(at(root, 'webhooks')).map(([name, item]) => {
    const post = at(item, 'post');
    const media = at(at(resolve(root, post.requestBody), 'content'), 'application/json');
    return {
      anchor: `webhook-${kebab(name)}`,
      name,
      summary: str(post.summary),
      description: str(post.description),
      example: toExample(root, media),
    };
  });
}

function toOperation(
  root: Node,
  path: string,
  method: string,
  item: Node,
  operation: Node,
): Operation {
  const anchor = kebab(str(operation.operationId));
  const parameters = [...list(item.parameters), ...list(operation.parameters)];
  const media = at(at(resolve(root, operation.requestBody), 'content'), 'application/json');
  return {
    anchor,
    method: method.toUpperCase(),
    path,
    summary: str(operation.summary),
    description: str(operation.description),
    parameters: parameters.map((parameter) => toParameter(root, resolve(root, parameter))),
    ...(media.schema !== undefined && {
      request: {
        schema: nameOf(media.schema as Node),
        anchor: `schema-${kebab(nameOf(media.schema as Node))}`,
        example: toExample(root, media),
      },
    }),
    responses: Object.entries(at(operation, 'responses')).map(([status, response]) =>
      toResponse(root, anchor, status, resolve(root, response)),
    ),
  };
}

const toParameter = (root: Node, parameter: Node): Parameter => ({
  anchor: `parameter-${kebab(str(parameter.name))}`,
  name: str(parameter.name),
  in: str(parameter.in),
  required: parameter.required === true,
  type: typeOf(root, at(parameter, 'schema')),
  description: str(parameter.description),
});

function toResponse(root: Node, operation: string, status: string, response: Node): Response {
  const media = at(at(response, 'content'), 'application/json');
  return {
    anchor: `${operation}-${status}`,
    status,
    description: str(response.description),
    headers: Object.entries(at(response, 'headers')).map(([name, header]) => ({
      name,
      description: str(resolve(root, header).description),
    })),
    schema: nameOf(at(media, 'schema')),
    example: toExample(root, media),
  };
}

function toShape(root: Node, schema: Node): Shape {
  const required = list(schema.required);
  return {
    type: typeOf(root, schema),
    description: str(schema.description),
    fields: Object.entries(at(schema, 'properties')).map(([name, field]) => ({
      name,
      type: typeOf(root, field as Node),
      required: required.includes(name),
      description: str((field as Node).description ?? resolve(root, field).description),
    })),
  };
}

/** A schema's type in words: `string (date-time)`, `list of Booking`, `one of "a", "b"`. */
function typeOf(root: Node, schema: Node): string {
  const name = nameOf(schema);
  if (name) return name;
  if (Array.isArray(schema.enum))
    return `one of ${schema.enum.map((v) => `"${String(v)}"`).join(', ')}`;
  if (schema.const !== undefined) return `always "${str(schema.const)}"`;
  if (schema.type === 'array') return `list of ${typeOf(root, at(schema, 'items'))}`;
  const type =
    list(schema.type ?? []).length > 0 ? list(schema.type).join(' or ') : str(schema.type);
  return schema.format === undefined ? type : `${type} (${str(schema.format)})`;
}

function toExample(root: Node, media: Node): string {
  const [first] = Object.values(at(media, 'examples'));
  const value = media.example ?? resolve(root, first).value;
  return value === undefined ? '' : JSON.stringify(value, null, 2);
}

function resolve(root: Node, node: unknown): Node {
  const { $ref } = (node ?? {}) as { $ref?: string };
  if (!$ref) return (node ?? {}) as Node;
  return resolve(root, $ref.slice(2).split('/').reduce(at, root));
}

const nameOf = (schema: Node) => str(schema.$ref).split('/').at(-1) ?? '';
const at = (node: unknown, key: string) => ((node as Node | undefined)?.[key] ?? {}) as Node;
const list = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : []);
/** A text, number or flag of the document as text. */
const str = (value: unknown) =>
  ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
const kebab = (text: string) =>
  text
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z\d]+/g, '-')
    .toLowerCase();
