import { toForm, toType, toWord } from './forms.ts';
import { nearest } from '../../nearest.ts';
import { firstOf } from './rule.ts';
import type { Rule } from './rule.ts';
import type { Source, Spot } from './spot.ts';
import { allKeywords, functions, isKeyword, types } from './words.ts';

/** The table’s and the column’s part of a name that PostgreSQL does not know. */
function readName({ error }: Spot): { table?: string | undefined; column: string } {
  const [, quoted, table, bare] =
    /^column (?:"((?:[^"]|"")*)"|(?:([^ ]+)\.)?([^ ]+))/.exec(error.message) ?? [];
  return { table, column: quoted ?? bare ?? '' };
}

const listOf = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

/** Whether a text could stand here: after a comparison, or in a list of values. */
const isCompared = (spot: Spot) =>
  /^([=<>!]+|like|ilike|between|then|else|when)$/.test(spot.word(-1)) ||
  (/^[,(]$/.test(spot.word(-1)) && (spot.clause !== 'select' || spot.bracket !== undefined));

/** Double quotes make a name of what was meant as a text. */
const explainDoubleQuotes: Rule = (spot) => {
  if (spot.kind() !== 'name') return undefined;
  const { column } = readName(spot);
  const all = spot.sources().flatMap((source) => spot.columnsOf(source));
  const same = all.find((name) => name === column.toLowerCase());
  if (same)
    return `In double quotes capital letters count. The column is \`${same}\`; write it without quotes.`;
  return `Double quotes make a name of \`${column}\`, and no column is called that. A text stands in single quotes: \`'${column}'\`.`;
};

/** A unit of time, or a type, without the quotes that PostgreSQL wants, or in another database’s function. */
const explainArgument: Rule = (spot) => {
  if (spot.text(-1) !== '(') return undefined;
  const name = spot.word(-2);
  const { column } = readName(spot);
  if (/^date_(trunc|part|bin)$/.test(name))
    return `The unit is a text here, in single quotes: \`${name}('${column}', …)\`.`;
  const isUnit = /^(year|quarter|month|week|day|hour|minute|second|int|text|date|float)s?$/.test(
    column,
  );
  return isUnit ? toForm(spot.text(-2)) : undefined;
};

/** How each part of a query deals with the names that SELECT gives. */
function explainAlias(spot: Spot): string | undefined {
  const { table, column } = readName(spot);
  const alias = spot.aliases.find(({ name }) => name.toLowerCase() === column.toLowerCase());
  if (table || !alias) return undefined;
  const lead = `\`${column}\` is a name that this SELECT gives, and`;
  const long = alias.expression.includes('\n') || alias.expression.length > 60;
  const own = long ? 'what stands before AS' : `\`${alias.expression}\``;
  const isCount = /\b(count|sum|avg|min|max)\s*\(/i.test(alias.expression);
  const isWindow = /\bover\b/i.test(alias.expression);
  switch (spot.clause) {
    case 'where':
      if (isWindow)
        return `${lead} WHERE reads the rows before SELECT works it out. Put this query into a step of WITH, and filter after it.`;
      return isCount
        ? `${lead} WHERE judges rows before they are counted. A condition on a group stands in HAVING, and there it is written ${own}.`
        : `${lead} WHERE reads the rows before SELECT names anything. Write ${own} here, too, or put this query into a step of WITH.`;
    case 'having':
      return `${lead} HAVING does not know it yet. Write ${own} here, too.`;
    case 'select':
      return `${lead} its other columns do not know it. Write ${own} here, too, or name it in a step of WITH first.`;
    case 'limit':
      return undefined;
    case 'order':
      return `${lead} ORDER BY knows it only by itself, not inside a calculation. Write ${own} here, too.`;
    default:
      return `${lead} this part of the query does not know it. Write ${own} here, too.`;
  }
}

/** A column of a table that is written before it. */
const explainQualified: Rule = (spot) => {
  const { table, column } = readName(spot);
  if (!table) return undefined;
  const sources = spot.sources();
  const source = sources.find(({ name }) => name === table);
  const called = source?.table && source.table !== table ? ` (\`${source.table}\`)` : '';
  const lead = `\`${table}\`${called} has no column \`${column}\`.`;
  const own = source ? spot.columnsOf(source) : [];
  const meant = nearest(column, own) ?? hinted(spot, table);
  if (meant) return `${lead} Did you mean \`${meant}\`?`;
  const other = sources.find((one) => one !== source && spot.columnsOf(one).includes(column));
  if (other)
    return `${lead} It is a column of \`${other.name}\`: write \`${other.name}.${column}\`.`;
  if (source && !(source.table && spot.tables[source.table]))
    return `${lead} It has only what its own SELECT shows: ${listOf(own) || 'add the column there'}.`;
  return `${lead} ${elsewhere(spot, column) ?? `Its columns are ${listOf(own)}.`}`;
};

/** The column of a table that PostgreSQL itself takes for the one that was meant. */
function hinted({ error }: Spot, table: string): string | undefined {
  const [, name, column] = /column "([^".]+)\.([^"]+)"/.exec(error.hint ?? '') ?? [];
  return name === table ? column : undefined;
}

/** Where a column of this name is, if not in what the query reads. */
function elsewhere(spot: Spot, column: string): string | undefined {
  const found = Object.keys(spot.tables).filter((name) => spot.tables[name]!.includes(column));
  if (found.length === 0) return undefined;
  const places = found.length > 3 ? 'several tables' : listOf(found);
  return `There is one in ${places}, which this query does not read: JOIN brings it in.`;
}

const columnsOfAll = (spot: Spot) => Object.values(spot.tables).flat();

const explainBare: Rule = (spot) => {
  const { table, column } = readName(spot);
  if (table) return undefined;
  if (spot.clause === 'limit') return `LIMIT takes a number, and \`${column}\` is none.`;
  const sources = spot.sources();
  if (functions.includes(column) && !columnsOfAll(spot).includes(column))
    return `\`${column}\` is a function. What it works with stands in brackets after it: \`${column}(${spot.kind(1) === 'word' && !isKeyword(spot.word(1)) ? spot.text(1) : ''})\`.`;
  const unread = spot.query().find((place) => spot.tables[spot.tokens[place]!.text.toLowerCase()]);
  if (sources.length === 0 && unread !== undefined)
    return {
      says: `Before the table \`${spot.tokens[unread]!.text}\` FROM is missing.`,
      at: spot.tokens[unread]!.at,
    };
  if (sources.length === 0)
    return `This query reads no table, so there is no column \`${column}\`. FROM and a table are missing.`;
  const [only, ...others] = sources;
  const columns = sources.flatMap((source) => spot.columnsOf(source));
  const lead =
    only && others.length === 0
      ? `${only.name ? `\`${only.name}\`` : 'The query in brackets'} has no column \`${column}\`.`
      : `No table in this query has a column \`${column}\`.`;
  const close = nearest(column, columns);
  if (close) return `${lead} Did you mean \`${close}\`?`;
  const keyword = spot.word(-1) === 'select' ? nearest(column, allKeywords) : undefined;
  if (keyword) return `Is \`${column}\` meant to be \`${keyword}\`?`;
  const where = elsewhere(spot, column);
  const made = sources.find(({ table: name }) => !name || !spot.tables[name]);
  if (made && where)
    return `${lead} What the query in brackets shows is all that it hands on: add \`${column}\` to its SELECT.`;
  if (where) return `${lead} ${where}`;
  if (made && others.length > 0 && spot.columnsOf(made).length > 0)
    return `${lead} \`${made.name}\` hands on ${listOf(spot.columnsOf(made))}.`;
  if (isCompared(spot))
    return `${lead} If it is a text, it stands in single quotes: \`'${spot.text() || column}'\`.`;
  return others.length === 0 && columns.length > 0
    ? `${lead} Its columns are ${listOf(columns)}.`
    : lead;
};

const explainUsing: Rule = ({ error, quoted }) =>
  / in USING clause /.test(error.message)
    ? `USING needs a column of the same name on both sides, and the ${/(left|right) table/.exec(error.message)?.[1] ?? 'other'} one has no \`${quoted[0]}\`. ON names both: \`ON a.x = b.y\`.`
    : undefined;

/** A column that is not there: SQLSTATE 42703. */
export const explainColumn: Rule = firstOf(
  explainUsing,
  explainDoubleQuotes,
  explainArgument,
  explainAlias,
  (spot) => toWord(readName(spot).column),
  explainQualified,
  explainBare,
);

/** A column that two tables have: 42702. */
export const explainAmbiguous: Rule = (spot) => {
  const [column = ''] = spot.quoted;
  if (spot.word(-1) === '(' && spot.word(-2) === 'on')
    return `ON takes a whole condition. For a column that both tables have: \`USING (${column})\`.`;
  const names = spot
    .sources()
    .filter((source) => spot.columnsOf(source).includes(column))
    .map(({ name }) => `\`${name}.${column}\``);
  const which = names.length > 1 ? names.join(' or ') : `\`table.${column}\``;
  return `Two tables of this query have a column \`${column}\`. Say which one you mean: ${which}.`;
};

const explainHidden: Rule = (spot) => {
  if (!spot.error.message.startsWith('invalid reference')) return undefined;
  const [table = ''] = spot.quoted;
  const [, alias] = /table alias "([^"]+)"/.exec(spot.error.hint ?? '') ?? [];
  const column = spot.text(2) || 'name';
  return alias
    ? `In this query \`${table}\` goes by its short name only: write \`${alias}.${column}\`.`
    : `\`${table}\` cannot be used at this place: a JOIN knows only the tables before it, and a query in brackets only its own.`;
};

const explainUnread: Rule = (spot) => {
  if (!spot.error.message.startsWith('missing FROM')) return undefined;
  const [name = ''] = spot.quoted;
  const sources = spot.sources();
  const column = spot.text(2);
  const lead = `No table of this query is called \`${name}\`.`;
  if (sources.length === 0) return `${lead} FROM is missing.`;
  if (sources.some((source) => source.name === ''))
    return `${lead} The query in brackets has none; give it one: \`(SELECT …) ${name}\`.`;
  if (sources.some((source) => source.name === column))
    return `The table comes first, then a dot and the column: \`${column}.${name}\`.`;
  const sameColumn = sources.filter((source) => spot.columnsOf(source).includes(column));
  const meant =
    nearest(
      name,
      sources.map((source) => source.name),
    ) ?? (sameColumn.length === 1 && !spot.tables[name] ? sameColumn[0]!.name : undefined);
  if (meant)
    return `${lead} Did you mean \`${meant}.${column}\`? A short name is given in FROM: \`merchants m\`.`;
  if (spot.tables[name]) return `This query does not read \`${name}\`. JOIN brings it in.`;
  return `${lead} FROM has ${listOf(sources.map((source: Source) => source.name))}. A short name is given there: \`merchants m\`.`;
};

const explainTable: Rule = (spot) => {
  const full = spot.quoted[0] ?? '';
  const name = full.split('.').at(-1)!;
  const lower = name.toLowerCase();
  const known = [...Object.keys(spot.tables), ...spot.steps];
  if (name !== lower && known.includes(lower))
    return `In double quotes capital letters count. The table is \`${lower}\`; write it without quotes.`;
  if (full !== name && known.includes(lower))
    return `There is no \`${full}\`. The table is \`${lower}\`, with nothing before it.`;
  if (spot.steps.includes(lower))
    return `The step \`${name}\` is not known here: WITH lasts until the semicolon, and a step knows only those before it.`;
  const meant = nearest(name, known);
  if (meant) return `There is no table \`${name}\`. Did you mean \`${meant}\`?`;
  const owners = Object.keys(spot.tables).filter((table) => spot.tables[table]!.includes(lower));
  if (owners.length > 0)
    return `\`${name}\` is a column, of ${owners.length > 3 ? 'several tables' : listOf(owners)}. After FROM and JOIN stands a table.`;
  return `There is no table \`${name}\`. “The tables”, under the field, lists them all.`;
};

/** A table that is not there, or not under this name: 42P01. */
export const explainRelation: Rule = firstOf(explainHidden, explainUnread, explainTable);

/** A type, or something else that is named and not there: 42704. */
export const explainObject: Rule = (spot) => {
  const [name = ''] = spot.quoted;
  if (spot.error.message.startsWith('unrecognized configuration parameter'))
    return 'SHOW asks for settings. “The tables”, under the field, shows all tables and their columns.';
  if (spot.error.message.startsWith('window '))
    return `OVER takes a bracket: \`over (partition by ${name})\`.`;
  if (!spot.error.message.startsWith('type ')) return undefined;
  const isColumn = Object.values(spot.tables).some((columns) => columns.includes(name));
  if (isColumn && spot.kind(1) === 'text')
    return `Between \`${name}\` and \`${spot.text(1)}\` a comparison is missing, such as \`=\`.`;
  const meant = toType(name) ?? nearest(name, types);
  return `There is no type \`${name}\`.${meant ? ` PostgreSQL’s is \`${meant}\`.` : ''}`;
};
