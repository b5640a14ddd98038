/** A query with one small change of meaning, as a learner might write it. */
export interface Mutant {
  /** What was changed, as text to be read in a list. */
  change: string;
  code: string;
}

interface Token {
  text: string;
  from: number;
  to: number;
  /** How many brackets are open. */
  depth: number;
}

/** Strings and comments stay whole, so that nothing in them is taken for SQL. */
const pattern = /'(?:[^']|'')*'|--.*|::|<=|>=|<>|!=|[\w.]+|[^\s\w]/g;

function toTokens(code: string): Token[] {
  let depth = 0;
  return [...code.matchAll(pattern)].flatMap(({ 0: text, index }) => {
    if (text === ')') depth -= 1;
    const token = { text: text.toLowerCase(), from: index, to: index + text.length, depth };
    if (text === '(') depth += 1;
    return text.startsWith('--') ? [] : [token];
  });
}

const clauses = 'where having on group order limit union join left inner cross from select window';
const ends = new Set([...clauses.split(' '), ';']);

/** Words and signs that are put in each other's place. */
const swaps: Readonly<Record<string, readonly string[]>> = {
  '<': ['<='],
  '<=': ['<'],
  '>': ['>='],
  '>=': ['>'],
  '=': ['<>'],
  '<>': ['='],
  or: ['and'],
  min: ['max'],
  max: ['min'],
  desc: ['asc'],
  distinct: [''],
  not: [''],
  exists: ['not exists'],
  bool_or: ['bool_and'],
  rank: ['row_number', 'dense_rank'],
  row_number: ['rank'],
  union: ['union all'],
};

/** All mutants of a query; `isOrdered` says whether the order of its rows counts. */
export function toMutants(code: string, isOrdered: boolean): Mutant[] {
  const tokens = toTokens(code);
  const put: Put = (from, to, text) => ({
    change: `${code.slice(from, to)} → ${text}`.replace(/\s+/g, ' ').trim(),
    code: code.slice(0, from) + text + code.slice(to),
  });
  const swapped = tokens.flatMap(({ text, from, to }, place) => {
    if (isOfJoin(tokens, place)) return [];
    // No prompt draws its line at a second: no row stands on the end of a time since another.
    if (/^[<>]=?$/.test(text) && tokens.slice(place, place + 4).some((token) => token.text === 'interval')) return [];
    return (swaps[text] ?? []).map((other) => put(from, to, other));
  });
  // The other way round changes nothing where a key guarantees the partner.
  const joins = tokens.flatMap(({ text, from, to }) =>
    text === 'left' ? [put(from, to, '')] : [],
  );
  const dropped = tokens.flatMap(({ text }, place) =>
    /^(where|having|on)$/.test(text) ? toDropped(tokens, place, put) : [],
  );
  const ascending = tokens.flatMap(({ text, depth }, place) => {
    if (text !== 'by' || tokens[place - 1]!.text !== 'order') return [];
    if (depth === 0 && !isOrdered) return [];
    const end = tokens.findIndex(
      (token, other) => other > place && (token.depth < depth || (token.depth === depth && /^(,|desc|asc|limit|;|\))$/.test(token.text))),
    );
    const last = tokens[(end < 0 ? tokens.length : end) - 1]!;
    return tokens[end]?.text === 'desc' ? [] : [put(last.to, last.to, ' desc')];
  });
  return [...swapped, ...joins, ...dropped, ...ascending, ...toPatterned(code, put)];
}

type Put = (from: number, to: number, text: string) => Mutant;

/** Changes that take more than one word: calendar days for elapsed time, rows for values. */
function toPatterned(code: string, put: Put): Mutant[] {
  const found = (wanted: RegExp, toText: (match: RegExpExecArray) => string) =>
    [...code.matchAll(wanted)].map((match) =>
      put(match.index, match.index + match[0].length, toText(match)),
    );
  return [
    ...found(
      /([\w.]+) (<=?|>=?) ([\w.]+) ([+-] interval '\d+ (?:day|month|year)s?')/g,
      ([, one, sign, other, span]) => `${one}::date ${sign} ${other}::date ${span}`,
    ),
    ...found(/count\((?!\*|distinct)[\w.]+\)/g, () => 'count(*)'),
    ...found(/count\(distinct [\w.]+\)/g, () => 'count(*)'),
    ...found(/\b100\.0 \*/g, () => '100 *'),
    ...found(/\b1\.0 \* /g, () => ''),
    ...found(/ in \('([^']*)', '[^']*'(?:, '[^']*')*\)/g, ([, first]) => ` = '${first}'`),
    ...found(/coalesce\(([\w.]+(?:\([\w.]+\))?), [^)]+\)/g, ([, value]) => value!),
  ];
}

/** Whether a sign stands in the condition of a join, where another makes no sense. */
function isOfJoin(tokens: readonly Token[], place: number): boolean {
  const { depth } = tokens[place]!;
  const before = tokens.slice(0, place).findLast((token) => token.depth <= depth && ends.has(token.text));
  return before?.text === 'on';
}

/** Each part of a condition left out, where it is joined by AND. */
function toDropped(tokens: readonly Token[], place: number, put: Put): Mutant[] {
  const { text: clause, depth } = tokens[place]!;
  const found = tokens.findIndex(
    (token, other) =>
      other > place && (token.depth < depth || (token.depth === depth && ends.has(token.text))),
  );
  const end = found < 0 ? tokens.length : found;
  const cuts = [place];
  let isBetween = false;
  for (let at = place + 1; at < end; at += 1) {
    const token = tokens[at]!;
    if (token.depth !== depth) continue;
    if (token.text === 'or') return [put(tokens[place + 1]!.from, tokens[end - 1]!.to, 'true')];
    if (token.text === 'between') isBetween = true;
    else if (token.text === 'and' && isBetween) isBetween = false;
    else if (token.text === 'and') cuts.push(at);
  }
  if (clause === 'on' && cuts.length === 1) return [];
  return cuts.map((cut, index) => {
    const to = (cuts[index + 1] ?? end) - 1;
    return put(tokens[cut + 1]!.from, tokens[to]!.to, 'true');
  });
}
