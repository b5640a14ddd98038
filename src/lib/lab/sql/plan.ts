/** One step of the way PostgreSQL takes to a result, in plain words. */
export interface PlanStep {
  /** What happens, as a sentence without its period. */
  what: string;
  /** PostgreSQL's own name of the step. */
  type: string;
  /** Rows that PostgreSQL expects. */
  expected: number;
  /** What came of it, if the query was run (`explain analyze`): for all rounds together. */
  actual?: { rows: number; milliseconds: number };
  /** The steps that it takes its rows from. */
  from: PlanStep[];
}

/** A node of `explain (format json)`, as far as it is used here. */
interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'CTE Name'?: string;
  'Join Type'?: string;
  Strategy?: string;
  Filter?: string;
  'Index Cond'?: string;
  'Hash Cond'?: string;
  'Merge Cond'?: string;
  'Sort Key'?: string[];
  'Group Key'?: string[];
  'Plan Rows': number;
  'Actual Rows'?: number;
  'Actual Total Time'?: number;
  'Actual Loops'?: number;
  Plans?: Node[];
}

/** Node types: https://www.postgresql.org/docs/current/using-explain.html */
const sentences: Record<string, (node: Node) => string> = {
  'Seq Scan': (node) => `Reads all of ${node['Relation Name']}, row by row`,
  'Index Scan': (node) =>
    `Looks up rows of ${node['Relation Name']} with the index ${node['Index Name']}`,
  'Index Only Scan': (node) => `Reads the index ${node['Index Name']} alone`,
  'Bitmap Heap Scan': (node) => `Fetches the marked rows of ${node['Relation Name']}`,
  'Bitmap Index Scan': (node) => `Marks rows with the index ${node['Index Name']}`,
  'CTE Scan': (node) => `Reads the named step ${node['CTE Name']}`,
  'Subquery Scan': () => 'Reads what the query in brackets gives',
  'Function Scan': () => 'Reads what a function gives',
  'Values Scan': () => 'Reads the values that stand in the query',
  'Nested Loop': () => 'For each row of the first, looks for partners in the second',
  'Hash Join': () => 'Finds partners in a table of keys made for the purpose',
  'Merge Join': () => 'Walks through two sorted lists side by side',
  Hash: () => 'Makes a table of keys from these rows',
  Sort: (node) => `Sorts by ${list(node['Sort Key'])}`,
  'Incremental Sort': (node) => `Sorts by ${list(node['Sort Key'])}, in parts`,
  Aggregate: (node) =>
    node['Group Key'] ? `Groups by ${list(node['Group Key'])}` : 'Sums all rows up into one',
  WindowAgg: () => 'Computes over neighboring rows (a window)',
  Unique: () => 'Drops rows that repeat the one before',
  Limit: () => 'Stops after the rows that were asked for',
  Append: () => 'Puts the parts one after the other',
  Materialize: () => 'Keeps these rows at hand to read them again',
  Memoize: () => 'Remembers what it has looked up',
  Result: () => 'Computes values without reading a table',
  ModifyTable: (node) => `Changes ${node['Relation Name']}`,
};

/** Reads the one plan of `explain (format json)`. */
export function toPlan(json: string): PlanStep {
  const [{ Plan }] = JSON.parse(json) as [{ Plan: Node }];
  return toStep(Plan);
}

function toStep(node: Node): PlanStep {
  const type = node['Node Type'];
  const { 'Actual Rows': rows, 'Actual Total Time': time, 'Actual Loops': loops = 1 } = node;
  const conditions = [
    node['Index Cond'] && `where ${bare(node['Index Cond'])}`,
    node['Hash Cond'] && `where ${bare(node['Hash Cond'])}`,
    node['Merge Cond'] && `where ${bare(node['Merge Cond'])}`,
    node.Filter && `and keeps those where ${bare(node.Filter)}`,
    node['Join Type'] &&
      node['Join Type'] !== 'Inner' &&
      `(${node['Join Type'].toLowerCase()} join)`,
  ].filter(Boolean);
  return {
    what: [sentences[type]?.(node) ?? type, ...conditions].join(' '),
    type,
    expected: node['Plan Rows'],
    ...(rows !== undefined &&
      time !== undefined && {
        actual: { rows: Math.round(rows * loops), milliseconds: time * loops },
      }),
    from: (node.Plans ?? []).map(toStep),
  };
}

const list = (keys: readonly string[] = []) => keys.map(bare).join(', ');

/** Without the brackets around it, and without the types that PostgreSQL adds to texts. */
const bare = (condition: string) =>
  condition.replace(/^\((.*)\)$/s, '$1').replaceAll(/::(text|timestamp[a-z ]*|date|bpchar)/g, '');
