import type { DiagramModel } from '../drawing/diagram/model.ts';

/** A table of a database, as its own catalog describes it. */
export interface Table {
  name: string;
  /** What a row is. */
  comment: string;
  rows: number;
  columns: {
    name: string;
    /** In SQL's words. */
    type: string;
    nullable: boolean;
    comment: string;
    isKey: boolean;
    /** The table whose key it names. */
    references?: string;
  }[];
  /** Some rows, as text; NULL is null. */
  sample: (string | null)[][];
}

/** The tables of a database as an entity-relationship diagram: boxes of keys, lines of references. */
export function toEntities(tables: readonly Table[]): DiagramModel {
  // Tables that neither name nor are named would only take the room of those that do.
  const named = new Set(tables.flatMap(({ columns }) => columns.map((c) => c.references)));
  const tied = tables.filter(
    ({ name, columns }) => named.has(name) || columns.some(({ references }) => references),
  );
  return {
    form: 'entities',
    title: 'The tables and their keys',
    caption:
      'Each box is a table with its own key first, then the keys of other tables that its rows name.',
    boundaries: [],
    nodes: tied.map(({ name, comment, columns }) => ({
      id: name,
      kind: 'table',
      label: name,
      description: comment,
      rows: columns
        .filter(({ isKey, references }) => isKey || references)
        .map(({ name: column, references }) => (references ? `→ ${column}` : column)),
      href: `#${name}`,
    })),
    edges: tables.flatMap(({ name, columns }) =>
      columns.flatMap(({ name: column, references }) =>
        references
          ? {
              id: `${name}-${column}`,
              from: name,
              to: references,
              kind: 'reference',
              label: column,
            }
          : [],
      ),
    ),
    steps: [],
  };
}
