import { explainQuote } from './characters.ts';
import { allKeywords, isKeyword } from './words.ts';
import { findUnpaired } from './brackets.ts';
import { explainForeignSyntax } from './foreign.ts';
import { nearest } from '../../nearest.ts';
import { firstOf } from './rule.ts';
import type { Rule } from './rule.ts';
import { explainMissingFrom, explainSlip, explainStart } from './slips.ts';
import { clauses } from './spot.ts';

const startsClause = [...clauses, 'join', 'union', 'except', 'intersect', 'inner', 'left', 'cross'];

const atEnd = (word: string) => word === '' || word === ')' || startsClause.includes(word);

const beforeBy = ['group', 'order', 'partition'];
const inCase = ['when', 'then', 'else', 'end', 'case'];

/** A keyword that is misspelled: PostgreSQL stops at it, or takes it for a name and stops one later. */
const explainMisspelling: Rule = (spot) => {
  const known = [...Object.keys(spot.tables), ...spot.steps, ...Object.values(spot.tables).flat()];
  for (const step of [0, -1]) {
    const word = spot.word(step);
    if (spot.kind(step) !== 'word' || isKeyword(word) || known.includes(word)) continue;
    if (spot.word(step - 1) === 'as' || word.length < 3) continue;
    if (spot.sources().some(({ name }) => name === word) && atEnd(spot.word(0))) continue;
    const isCase = spot.tokens.some(({ text }) => text.toLowerCase() === 'case');
    const fits = allKeywords.filter((keyword) => isCase || !inCase.includes(keyword));
    const meant = nearest(word, spot.word(step + 1) === 'by' ? beforeBy : fits);
    if (meant)
      return { says: `Is \`${spot.text(step)}\` meant to be \`${meant}\`?`, at: spot.at(step) };
  }
  return undefined;
};

const explainBracket: Rule = (spot) => {
  const [place] = findUnpaired(spot.tokens);
  if (place === undefined) return undefined;
  const { text, at } = spot.tokens[place]!;
  return text === '('
    ? { says: 'The bracket that opens here never closes. Each `(` needs its `)`.', at }
    : { says: 'This bracket closes nothing: no `(` before it is still open.', at };
};

const explainComma: Rule = (spot) => {
  const [here, before] = [spot.word(), spot.word(-1)];
  if (before === ',' && (here === ',' || atEnd(here))) {
    const after = here === '' || here === ')' || here === ',' ? 'it' : here.toUpperCase();
    return {
      says: `Between this comma and ${after === 'it' ? 'what follows' : after} something is missing, or the comma is one too many.`,
      at: spot.at(-1),
    };
  }
  if (here === ',' && ['select', 'by', '('].includes(before))
    return `After \`${spot.text(-1)}\` a value must come first. This comma is one too many.`;
  return undefined;
};

/** Words that need another right after them; what stands there instead is set into the example. */
const companions: [word: string, needs: string, example: string][] = [
  ['group', 'by', 'GROUP BY {here}'],
  ['order', 'by', 'ORDER BY {here}'],
  ['partition', 'by', 'PARTITION BY {here}'],
  ['in', '(', 'IN ({here})'],
  ['using', '(', 'USING ({here})'],
  ['exists', '(', 'EXISTS (SELECT …)'],
  ['filter', '(', "FILTER (WHERE status = 'succeeded')"],
  ['over', '(', 'OVER (PARTITION BY merchant_id)'],
  ['left', 'join', 'LEFT JOIN bookings b ON …'],
  ['inner', 'join', 'INNER JOIN bookings b ON …'],
  ['insert', 'into', 'INSERT INTO …'],
  ['delete', 'from', 'DELETE FROM …'],
];

const explainCompanion: Rule = (spot) => {
  const found = companions.find(([word, needs]) => spot.word(-1) === word && spot.word() !== needs);
  if (!found || spot.text() === '') return undefined;
  const [word, needs, example] = found;
  const what = needs === '(' ? 'a bracket' : `\`${needs.toUpperCase()}\``;
  const isValue = ['word', 'text', 'number', 'name'].includes(spot.kind() ?? '');
  const here = word === 'in' && spot.kind() === 'word' ? 'SELECT …' : spot.text();
  const shown = example.replace('{here}', isValue && !isKeyword(spot.word()) ? here : '…');
  return `After \`${word.toUpperCase()}\` comes ${what}: \`${shown}\`.`;
};

/** Parts of a query in the wrong order, or twice. */
const explainOrder: Rule = (spot) => {
  const here = spot.word();
  const before = spot
    .query()
    .filter((place) => place < spot.place)
    .map((place) => spot.tokens[place]!.text.toLowerCase());
  if (here === 'from' && spot.place === 0)
    return 'A query begins with SELECT: what to show comes first, then FROM and its table.';
  if (
    here === 'join' ||
    (spot.word(1) === 'join' && ['left', 'inner', 'right', 'full'].includes(here))
  ) {
    const late = before.findLast((word) => ['where', 'group', 'order', 'having'].includes(word));
    return late && `JOIN belongs to FROM: it stands before ${toTitle(late)}.`;
  }
  if (
    ['union', 'except', 'intersect'].includes(here) &&
    (before.includes('order') || before.includes('limit'))
  )
    return `ORDER BY and LIMIT stand once, after the last SELECT of ${here.toUpperCase()}; inside a part they need brackets around it.`;
  const rank = clauses.indexOf(here);
  if (rank <= 0) return undefined;
  if (before.includes(here) && here === 'where')
    return 'There is a WHERE already. Join the two conditions with AND, or OR.';
  const late = before.findLast((word) => clauses.indexOf(word) > rank);
  if (late === undefined) return undefined;
  return `${toTitle(here)} stands before ${toTitle(late)}. The order is SELECT, FROM, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT.`;
};

const toTitle = (word: string) =>
  word === 'group' || word === 'order' ? `${word.toUpperCase()} BY` : word.toUpperCase();

const explainJoin: Rule = (spot) => {
  if (!atEnd(spot.word()) && spot.word() !== 'using') return undefined;
  const places = spot.query().filter((place) => place < spot.place);
  const words = places.map((place) => spot.tokens[place]!.text.toLowerCase());
  const join = words.lastIndexOf('join');
  if (join < 0 || ['cross', 'natural'].includes(words[join - 1] ?? '')) return undefined;
  if (words.slice(join).some((word) => word === 'on' || word === 'using')) return undefined;
  return {
    says: 'This JOIN lacks its condition. Say which rows belong together: `ON b.merchant_id = m.merchant_id`, or `USING (merchant_id)`.',
    at: spot.tokens[places[join]!]!.at,
  };
};

const explainCase: Rule = (spot) => {
  const words = spot.tokens.slice(0, spot.place).map(({ text }) => text.toLowerCase());
  const count = (word: string) => words.filter((other) => other === word).length;
  if (count('case') <= count('end')) return undefined;
  if (count('when') > count('then') && ['text', 'number', 'word'].includes(spot.kind() ?? ''))
    return `After WHEN and its condition comes THEN: \`CASE WHEN plan = 'solo' THEN 1 ELSE 0 END\`.`;
  return atEnd(spot.word()) || spot.word() === 'as' || spot.word() === ','
    ? { says: 'This CASE lacks its END.', at: spot.tokens[words.lastIndexOf('case')]!.at }
    : undefined;
};

/** What something must follow. */
const waiting =
  /^(and|or|not|where|having|on|by|select|from|join|in|like|between|when|then|else|is|distinct|case|as|limit|set|\(|[=<>!+\-*/%|~]+)$/i;

const explainGap: Rule = (spot) => {
  const [here, before] = [spot.text(), spot.text(-1)];
  if (!before || spot.kind(-1) === 'text' || !waiting.test(before)) return undefined;
  const isEnd = atEnd(spot.word()) || ['and', 'or', ',', 'on'].includes(spot.word());
  if (!isEnd || spot.word() === 'select') return undefined;
  if (before === '*' && [',', '(', 'select'].includes(spot.word(-2))) return undefined;
  const what = here ? `Between \`${before}\` and \`${here}\`` : `After \`${before}\``;
  return `${what} something is missing.`;
};

/** Two things side by side that a comma, an operator or AND should part. */
const explainNeighbors: Rule = (spot) => {
  const starts = ['word', 'name', 'text', 'number'];
  const isCall = spot.text() === '(' && spot.kind(-1) === 'word' && spot.clause === 'select';
  if (isCall && starts.includes(spot.kind(-2) ?? '') && !isKeyword(spot.word(-2)))
    return { says: `A comma is missing before \`${spot.text(-1)}\`.`, at: spot.at(-1) };
  const isStart = starts.includes(spot.kind() ?? '') && !isKeyword(spot.word());
  const isEnd = starts.includes(spot.kind(-1) ?? '') || spot.text(-1) === ')';
  if (!isEnd || !isStart || (isKeyword(spot.word(-1)) && spot.word(-1) !== 'end')) return undefined;
  const here = `\`${spot.text()}\``;
  const isList = spot.kind() === spot.kind(-1) && ['text', 'number'].includes(spot.kind() ?? '');
  if (isList) return `Between \`${spot.text(-1)}\` and ${here} a comma is missing.`;
  const isStep = spot.tokens[0]?.text.toLowerCase() === 'with' && spot.word(1) === 'as';
  if (isStep && spot.text(-1) === ')') return `A comma is missing before ${here}.`;
  const [, word] =
    /^(extract|cast)$/.exec(spot.tokens[(spot.bracket ?? 0) - 1]?.text.toLowerCase() ?? '') ?? [];
  if (word)
    return `Between \`${spot.text(-1)}\` and ${here} stands ${word === 'cast' ? 'AS' : 'FROM'}: \`${word}(${spot.text(-1)} ${word === 'cast' ? 'as' : 'from'} ${spot.text()})\`.`;
  if (spot.bracket !== undefined)
    return `Between \`${spot.text(-1)}\` and ${here} a comma is missing, or a word is one too many.`;
  if (spot.clause === 'set') return `Between \`${spot.text(-1)}\` and ${here} \`=\` is missing.`;
  if (['order', 'group'].includes(spot.clause))
    return `A comma is missing before ${here}, or it is one word too many.`;
  if (['where', 'having', 'on'].includes(spot.clause))
    return `Before ${here} something is missing: AND or OR between two conditions, or a comparison such as \`=\`.`;
  if (spot.clause === 'from')
    return `After a table and its short name, ${here} has no meaning here. Is a comma, JOIN or WHERE missing before it?`;
  return spot.word(-2) === 'as'
    ? `A name is one word: join them, \`${spot.text(-1)}_${spot.text()}\`, or put double quotes around them. Or a comma is missing before ${here}.`
    : `A comma is missing before ${here}, or before the word in front of it, which counts as that column’s new name.`;
};

const explainEnd: Rule = (spot) => {
  if (spot.text() !== '') return undefined;
  if (spot.word(-spot.tokens.length) === 'with')
    return 'WITH only names steps. After them comes the SELECT that uses them.';
  return 'The query stops too early: its last part is missing.';
};

const explainStep: Rule = (spot) => {
  if (spot.word() !== 'select') return undefined;
  const isWith = spot.tokens[0]?.text.toLowerCase() === 'with';
  if (isWith && spot.word(-1) === ',')
    return {
      says: 'After the last step of WITH no comma stands: SELECT follows.',
      at: spot.at(-1),
    };
  if (isWith && spot.word(-1) === 'as')
    return 'A step of WITH stands in brackets: `WITH a AS (SELECT …) SELECT …`.';
  if (isWith && spot.word(-1) === '(')
    return 'Between the name of a step and its bracket stands AS: `WITH a AS (SELECT …)`.';
  if (spot.place === 0) return undefined;
  return 'Another SELECT begins here. A second statement needs a semicolon before it, a query within a query needs brackets.';
};

const explainReserved: Rule = (spot) => {
  const isName = ['from', 'join', ',', 'select', '.', 'as'].includes(spot.word(-1));
  return isName && isKeyword(spot.word())
    ? `\`${spot.text()}\` is a word of SQL’s own, and cannot stand here as a name. If it is one, put it in double quotes.`
    : undefined;
};

const explainAny: Rule = (spot) =>
  `PostgreSQL cannot go on at \`${spot.text()}\`. Look just before it: a comma, a bracket, a quote or a keyword is missing there, or is one too many.`;

/** Explains what PostgreSQL calls a syntax error. */
export const explainSyntax: Rule = firstOf(
  explainQuote,
  explainForeignSyntax,
  explainSlip,
  explainCompanion,
  explainOrder,
  explainMisspelling,
  explainMissingFrom,
  explainStep,
  explainCase,
  explainComma,
  explainBracket,
  explainJoin,
  explainGap,
  explainReserved,
  explainNeighbors,
  explainEnd,
  explainStart,
  explainAny,
);
