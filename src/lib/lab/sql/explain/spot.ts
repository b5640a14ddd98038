import { splitStatements } from '../statements.ts';
import { toTokens } from '../tokens.ts';
import type { Token } from '../tokens.ts';
import { findInnermost } from './brackets.ts';
import { isKeyword } from './words.ts';

/** What PostgreSQL says of an error. */
export interface Failure {
  /** SQLSTATE, five characters; empty for errors of the lab itself. */
  code: string;
  message: string;
  hint?: string | undefined;
  /** Offset in what was run, from 0. */
  at?: number | undefined;
}

/** A table that a query reads, by the name that it has there. */
export interface Source {
  /** Empty for a query in brackets that has none. */
  name: string;
  /** The table's own name; without one it is a query in brackets. */
  table?: string | undefined;
  /** Place of the bracket that the query opens with. */
  opens?: number;
}

/** A name that SELECT gives. */
export interface Alias {
  name: string;
  /** What it stands for. */
  expression: string;
}

/** Words that begin a part of a query, in the order in which the parts must stand. */
export const clauses = ['select', 'from', 'where', 'group', 'having', 'window', 'order', 'limit'];

/** What stands around an error in the script. */
export class Spot {
  readonly error: Failure;
  /** Columns of the practice database, by table. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
  /** The tokens of the statement that failed. */
  readonly tokens: Token[];
  /** Place of the error's token among them; their number where the error is their end, or nowhere. */
  readonly place: number;
  /** What PostgreSQL puts between double quotes in its message. */
  readonly quoted: string[];
  private readonly script: string;

  constructor(error: Failure, script: string, tables: Spot['tables']) {
    this.error = error;
    this.script = script;
    this.tables = tables;
    const statements = splitStatements(script);
    const { text, at } = statements.findLast(({ at }) => at <= (error.at ?? 0)) ??
      statements[0] ?? { text: '', at: 0 };
    this.tokens = toTokens(text).map((token) => ({ ...token, at: token.at + at }));
    const place = this.tokens.findIndex((token) => token.at + token.text.length > (error.at ?? -1));
    this.place = error.at === undefined || place < 0 ? this.tokens.length : place;
    this.quoted = [...error.message.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
  }

  /** The token at the error as it is written; `step` counts from there. Empty where there is none. */
  text(step = 0): string {
    return this.tokens[this.place + step]?.text ?? '';
  }

  /** The same in small letters, so that keywords can be compared; texts and names give nothing. */
  word(step = 0): string {
    const token = this.tokens[this.place + step];
    return token && token.kind !== 'text' && token.kind !== 'name' ? token.text.toLowerCase() : '';
  }

  kind(step = 0): Token['kind'] | undefined {
    return this.tokens[this.place + step]?.kind;
  }

  at(step = 0): number | undefined {
    return this.tokens[this.place + step]?.at;
  }

  /** Whether nothing, not even a space, stands before the error's token. */
  get isAdjacent(): boolean {
    const before = this.tokens[this.place - 1];
    return before !== undefined && before.at + before.text.length === this.at();
  }

  /**
   * The places of the query around `place`, without what stands in brackets inside of it. A bracket of
   * a function is no query of its own.
   */
  query(place = this.place): number[] {
    let depth = 0;
    let start = place - 1;
    for (; start >= 0; start -= 1) {
      const { text } = this.tokens[start]!;
      if (text === ')') depth += 1;
      if (text === '(') depth -= 1;
      const opens = /^(select|with|values)$/i.test(this.tokens[start + 1]?.text ?? '');
      if (depth < 0 && opens) break;
      if (depth < 0) depth = 0;
    }
    depth = 0;
    const places: number[] = [];
    for (let at = start + 1; at < this.tokens.length; at += 1) {
      const { text } = this.tokens[at]!;
      if (text === ')') depth -= 1;
      if (depth < 0) break;
      if (depth === 0 && text !== ')') places.push(at);
      if (text === '(') depth += 1;
    }
    return this.cutAtUnion(places, place);
  }

  private cutAtUnion(places: number[], place: number): number[] {
    const isUnion = (at: number) => /^(union|except|intersect)$/i.test(this.tokens[at]!.text);
    const start = places.findLastIndex((at) => at < place && isUnion(at));
    const end = places.findIndex((at) => at > place && isUnion(at));
    return places.slice(start + 1, end < 0 ? undefined : end);
  }

  /** The part of the query in which the error stands: `select`, `where` and so on. */
  get clause(): string {
    const place = this.query().findLast(
      (at) => at < this.place && [...clauses, 'on', 'set'].includes(this.lower(at)),
    );
    return place === undefined ? '' : this.lower(place);
  }

  /** What the query around a place reads, and then what the queries around that one read. */
  sources(place = this.place): Source[] {
    const places = this.query(place);
    const found: Source[] = [];
    let isReading = false;
    places.forEach((at, step) => {
      const word = this.lower(at);
      if (['from', 'join', 'update', 'into'].includes(word)) isReading = true;
      else if (isReading && word !== ',' && isKeyword(word) && !['as', 'lateral'].includes(word))
        isReading = false;
      const before = this.lower(places[step - 1]);
      if (!isReading || !['from', 'join', ',', 'update', 'into', 'lateral'].includes(before))
        return;
      const source = this.readSource(places, step);
      if (source) found.push(source);
    });
    const outer = places[0] === undefined ? 0 : places[0] - 1;
    return outer > 0 && this.lower(outer) === '(' ? [...found, ...this.sources(outer)] : found;
  }

  private readSource(places: readonly number[], step: number): Source | undefined {
    const isDotted = this.lower(places[step + 1]) === '.';
    const last = isDotted ? step + 2 : step;
    const table = this.bare(places[last]);
    const next = this.lower(places[last + 1]) === 'as' ? last + 2 : last + 1;
    const alias = this.bare(places[next]);
    const isAlias = alias !== '' && !isKeyword(alias);
    if (this.lower(places[step]) === '(') {
      return { name: isAlias ? alias : '', opens: places[step]! };
    }
    if (table === '' || isKeyword(table)) return undefined;
    return { name: isAlias ? alias : table, table };
  }

  /** Columns of a source, as far as they are known: of a table, or of what a query hands on. */
  columnsOf({ table, opens }: Source, depth = 0): readonly string[] {
    if (table && this.tables[table]) return this.tables[table];
    const bracket =
      opens ??
      this.tokens.findIndex((_, place) => this.bare(place) === table && this.isStep(place)) + 2;
    // A step can read itself.
    return bracket < 2 || depth > 4 ? [] : this.handedOn(bracket, depth);
  }

  /** The names of the columns of a query in brackets. */
  private handedOn(bracket: number, depth: number): string[] {
    const places = this.query(bracket + 2);
    const from = places.findIndex((place) => this.lower(place) === 'from');
    const shown = places.slice(1, from < 0 ? undefined : from);
    return shown.flatMap((place, step) => {
      const next = shown[step + 1];
      if (next !== undefined && this.lower(next) !== ',') return [];
      if (this.lower(place) === '*')
        return this.sources(bracket + 2).flatMap((source) => this.columnsOf(source, depth + 1));
      return this.bare(this.lower(place) === '(' ? place - 1 : place) || [];
    });
  }

  private isStep(place: number): boolean {
    return this.lower(place + 1) === 'as' && this.lower(place + 2) === '(';
  }

  /** Names of the steps that the script defines with WITH. */
  get steps(): string[] {
    const tokens = toTokens(this.script);
    return tokens.flatMap(({ text, kind }, at) => {
      const isStep = kind === 'word' && tokens[at + 1]?.text.toLowerCase() === 'as';
      return isStep && tokens[at + 2]?.text === '(' ? [text.toLowerCase()] : [];
    });
  }

  /** Names that stand after AS in the query around the error, or before a comma or FROM without it. */
  get aliases(): Alias[] {
    const places = this.query();
    return places.flatMap((place, step) => {
      const [before, after] = [this.lower(place - 1), this.lower(place + 1)];
      const name = this.bare(place);
      if (name === '' || (this.tokens[place]!.kind === 'word' && isKeyword(name))) return [];
      const isBare = [')', 'end'].includes(before) && [',', 'from'].includes(after);
      if (before !== 'as' && !isBare) return [];
      const parts = places.slice(0, step);
      const first = parts.findLast((other) => /^(select|distinct|,)$/.test(this.lower(other)));
      const last = before === 'as' ? place - 2 : place - 1;
      if (first === undefined || last <= first) return [];
      const { at, text } = this.tokens[last]!;
      return { name, expression: this.script.slice(this.tokens[first + 1]!.at, at + text.length) };
    });
  }

  /** Place of the innermost bracket around the error, unless a query stands in it. */
  get bracket(): number | undefined {
    const last = findInnermost(this.tokens, this.place);
    const isQuery = last !== undefined && /^(select|with|values)$/.test(this.lower(last + 1));
    return isQuery ? undefined : last;
  }

  /** Whether another statement stands before this one. */
  get isLater(): boolean {
    return splitStatements(this.script)[0]?.at !== this.tokens[0]?.at;
  }

  private lower(place: number | undefined): string {
    const token = place === undefined ? undefined : this.tokens[place];
    return token && token.kind !== 'text' ? token.text.toLowerCase() : '';
  }

  /** A name without its quotes; nothing for what is none. */
  private bare(place: number | undefined): string {
    const token = place === undefined ? undefined : this.tokens[place];
    if (token?.kind === 'name') return token.text.replaceAll('"', '');
    return token?.kind === 'word' ? token.text.toLowerCase() : '';
  }
}
