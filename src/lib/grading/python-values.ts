import { isMap, toldBy } from '../lab/python/observation.ts';
import type { Plain } from '../lab/python/observation.ts';
import { isSamePlain } from './python-compare.ts';

/** What Python’s words for a value that cannot be compared mean. */
const explainTold = (text: string): string => {
  if (text === 'nan')
    return '`nan` is “not a number”: what is calculated with it becomes `nan`, too.';
  if (/inf$/.test(text)) return '`inf` is endless: no number of the data is.';
  if (/^<(function|built-in|bound)/.test(text)) {
    return 'Yours is a function that was not called: put round brackets after its name.';
  }
  return /^(dict_|range\(|<(generator|map|filter|zip|reversed|enumerate)\b)/.test(text)
    ? 'Yours hands its items out one by one; `list(…)` makes a list of it.'
    : 'That is nothing that can be compared.';
};

const kindOf = (value: Plain): string => {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return 'True or False';
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'string') return 'a text';
  return Array.isArray(value) ? 'a list' : 'a dictionary';
};

/** What a difference shows; where there are several causes, the usual ones. */
export function explainValue(yours: Plain, wanted: Plain, decimals: number | undefined): string {
  const told = toldBy(yours);
  if (told !== undefined) return explainTold(told);
  if (yours === null) {
    return 'A function without `return` gives None, and so do print() and list.sort().';
  }
  if (typeof yours === 'string' && typeof wanted === 'number') {
    return yours.trim() !== '' && isSamePlain(Number(yours), wanted, decimals)
      ? 'Yours is the right number as a text: an f-string, `str()` and quotes make text. Leave the number a number.'
      : 'Yours is a text. What comes from a file is text until `int()` or `float()` turns it into a number.';
  }
  if (typeof yours === 'string' && typeof wanted === 'string') return explainTexts(yours, wanted);
  if (typeof yours === 'number' && typeof wanted === 'number') {
    return explainNumbers(yours, wanted, decimals);
  }
  if (Array.isArray(yours) && Array.isArray(wanted)) return explainLists(yours, wanted, decimals);
  if (isMap(yours) && isMap(wanted)) return explainMaps(yours, wanted, decimals);
  return typeof yours === typeof wanted && Array.isArray(yours) === Array.isArray(wanted)
    ? 'Of True and False yours is the other one.'
    : `Yours is ${kindOf(yours)}, and ${kindOf(wanted)} is asked for.`;
}

function explainTexts(yours: string, wanted: string): string {
  if (yours.toLowerCase() === wanted.toLowerCase()) return 'They differ in capital letters only.';
  return yours.trim() === wanted.trim()
    ? 'They differ in spaces at the ends only: `.strip()` takes them away.'
    : 'These are two different texts: look at which row it comes from, and how it is put together.';
}

function explainLists(yours: Plain[], wanted: Plain[], decimals: number | undefined): string {
  if (yours.length !== wanted.length) {
    return `Yours has ${yours.length} ${yours.length === 1 ? 'item' : 'items'} instead of ${wanted.length}: look at what is left out, or added twice.`;
  }
  const sorted = (list: Plain[]) => list.map((item) => JSON.stringify(item)).sort();
  if (isSamePlain(sorted(yours), sorted(wanted), undefined)) {
    return 'The items are right and stand in another order.';
  }
  const place = yours.findIndex((item, at) => !isSamePlain(item, wanted[at]!, decimals));
  return `It has the right length. The first that differs has the place ${place}. ${explainValue(yours[place]!, wanted[place]!, decimals)}`;
}

type Dictionary = Record<string, Plain>;

function explainMaps(yours: Dictionary, wanted: Dictionary, decimals: number | undefined): string {
  if (Object.keys(yours).length === 0) {
    return 'Yours is empty: no row met the condition, or nothing was put in.';
  }
  const missing = Object.keys(wanted).find((key) => !(key in yours));
  const extra = Object.keys(yours).find((key) => !(key in wanted));
  if (missing !== undefined) {
    return `The key \`${missing}\` is missing from yours${extra === undefined ? '' : `, and it has the key \`${extra}\` too many`}.`;
  }
  if (extra !== undefined) return `Yours has the key \`${extra}\` too many.`;
  const wrong = Object.keys(wanted).find(
    (key) => !isSamePlain(yours[key]!, wanted[key]!, decimals),
  )!;
  return `The first that differs is \`${wrong}\`. ${explainValue(yours[wrong]!, wanted[wrong]!, decimals)}`;
}

const placesOf = (number: number) => String(number).split('.')[1]?.length ?? 0;

function explainNumbers(yours: number, wanted: number, decimals: number | undefined): string {
  const isNear = (value: number) =>
    isSamePlain(value, wanted, decimals) && Math.abs(value - wanted) <= Math.abs(wanted) / 100;
  if (wanted !== 0 && (isNear(yours / 100) || isNear(yours * 100))) {
    return 'They differ by a factor of 100: cents and euros, or a share and percent.';
  }
  if (wanted !== 0 && isNear(-yours)) return 'It has the other sign.';
  const places = placesOf(yours);
  if (places < placesOf(wanted)) {
    const how =
      places === 0 ? 'a whole number' : `${places} decimal ${places === 1 ? 'place' : 'places'}`;
    if (Number(wanted.toFixed(places)) === yours && yours !== 0) {
      return `Yours is the answer rounded to ${how}, and the question wants it more exactly.`;
    }
    if (Math.trunc(wanted * 10 ** places) / 10 ** places === yours && yours !== 0) {
      return 'Yours is the answer with decimals cut off: `int()` and `//` do that.';
    }
  }
  if (yours === 0) {
    return 'A 0 can mean that no row has met a condition, or that the name was set to 0 again after it had been counted up.';
  }
  const areCounts = Number.isInteger(yours) && Number.isInteger(wanted);
  if (Math.abs(yours - wanted) < Math.abs(wanted) / 200) {
    return `They are close: a few rows too many or too few${areCounts ? '' : ', or a number rounded before the last step,'} make such a difference.`;
  }
  if (Number.isInteger(wanted) && !Number.isInteger(yours)) {
    return 'The answer is a whole number, and yours has decimals.';
  }
  if (wanted !== 0 && yours > 50 * Math.abs(wanted)) {
    return 'Yours is many times too large. The usual reasons are a sum where an average is asked for, or a division that is missing.';
  }
  const divisor = areCounts ? '' : ', a division by something else than the question says';
  return yours > wanted
    ? `Yours is too large. The usual reasons are rows counted twice, another column added up${divisor}, or rows that the question leaves out.`
    : `Yours is too small. The usual reasons are rows that are skipped, equal values counted once${divisor}${areCounts ? '' : ', decimals cut off on the way'}, or a sum that starts anew inside the loop.`;
}
