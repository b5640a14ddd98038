import type { FactFile } from '../../schemas/fact.ts';

/** How facts are written: by their id, and spelled out by their id and `|words`. */
export type FactTexts = Readonly<Record<string, string>>;

/** A fact in a text outside chapters' bodies: `{fact:engineers}`, or `{fact:engineers|words}`. */
export const factToken = /\{fact:(([a-z0-9-]+)(?:\|words)?)\}/g;

/** Writes a number as prose shows it, such as `1,165` or `61.6%`. */
export function formatFact(
  { decimals, unit, grouped }: Pick<FactFile, 'decimals' | 'unit' | 'grouped'>,
  value: number,
): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const digits = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${value < 0 ? '−' : ''}${digits}${fraction ? `.${fraction}` : ''}${unit}`;
}

const small = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'],
  'nineteen',
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** Spells out a whole number below 100; others stay digits. */
export function spell(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > 99) return String(number);
  if (number < 20) return small[number]!;
  const ten = tens[Math.floor(number / 10) - 2]!;
  return number % 10 === 0 ? ten : `${ten}-${small[number % 10]!}`;
}

/**
 * A copy of a value in which every string shows the facts it quotes. A fact without a text stays
 * as it is written.
 */
export function fillFacts<Value>(value: Value, texts: FactTexts): Value {
  if (typeof value === 'string') {
    return value.replace(factToken, (token, key: string) => texts[key] ?? token) as Value;
  }
  if (Array.isArray(value)) return value.map((item) => fillFacts<unknown>(item, texts)) as Value;
  if (value === null || typeof value !== 'object') return value;
  const filled = Object.entries(value).map(([key, item]) => [key, fillFacts<unknown>(item, texts)]);
  return Object.fromEntries(filled) as Value;
}
