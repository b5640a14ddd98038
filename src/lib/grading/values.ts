import { isSameValue, toNumber } from './compare.ts';
import type { Value } from './compare.ts';

/** One column of two results whose rows belong together, pair by pair. */
export interface Pairs {
  /** Its name in the learner's result. */
  name: string;
  yours: readonly Value[];
  wanted: readonly Value[];
  /** All values that the answer has in this column. */
  answer: readonly Value[];
  /** Whether all other columns are right. */
  isAlone: boolean;
  decimals: number | undefined;
}

/** A number for each pair in which both values are numbers. */
const numbersOf = ({ yours, wanted }: Pairs): [has: number, needs: number][] =>
  yours.flatMap((value, place) => {
    const other = wanted[place];
    const [has, needs] = [toNumber(value ?? ''), toNumber(other ?? '')];
    return has === undefined || needs === undefined ? [] : [[has, needs] as [number, number]];
  });

/** Places after the point. */
const placesOf = (number: number) => String(number).split('.')[1]?.length ?? 0;

/** What numbers that differ have in common, and what that means; the first that holds is told. */
const patterns: [holds: (has: number, needs: number, isNear: IsNear) => boolean, says: string][] = [
  [
    (has, needs, isNear) => isNear(has * 100, needs),
    'Yours is a share; the question asks for percent.',
  ],
  [
    (has, needs) =>
      Math.abs(needs) <= 100 &&
      // With one place, other numbers look like it.
      placesOf(has) > 1 &&
      Number((needs / 100).toFixed(placesOf(has))) === has,
    'Yours is a share, and rounded; the question asks for percent.',
  ],
  [
    (has, needs, isNear) => isNear(has / 100, needs),
    'Yours is 100 times too large: percent instead of a share, or cents instead of euros.',
  ],
  [
    (has, needs, isNear) => isNear(-has, needs),
    'It has the other sign: something is subtracted the wrong way round.',
  ],
  [
    (has, needs, isNear) => isNear(Math.abs(has), Math.abs(needs)),
    'Some of yours have lost their sign.',
  ],
  [
    (has, needs) => has === 0 && needs !== 0 && !Number.isInteger(needs),
    'Yours is 0: a whole number divided by a larger one is 0, and multiplying later does not bring it back. Or no row meets the condition: check how its value is spelled.',
  ],
  [
    (has, needs) => has === 0 && needs !== 0,
    'Yours is 0: no row meets the condition. Check how its value is spelled, and whether both sides have the same unit; nothing equals NULL, and count(column) leaves NULL out.',
  ],
  [
    (has, needs) => !Number.isInteger(needs) && Number.isInteger(has) && has === Math.trunc(needs),
    'Yours is a whole number: PostgreSQL drops the fraction when it divides one whole number by another, and ROUND without a number of places does, too. Make one of the numbers numeric, as in 100.0 * a / b.',
  ],
  [
    (has, needs) =>
      !Number.isInteger(needs) &&
      Number.isInteger(has) &&
      has / needs > 0.9 &&
      has / needs < 0.9999,
    'Yours is a whole number and a little too small: dividing whole numbers row by row drops each fraction before it is added up. Divide by 100.0, or divide the sum.',
  ],
  [
    (has, needs) => !Number.isInteger(needs) && Number.isInteger(has) && has === Math.round(needs),
    'Yours is rounded to a whole number; the question wants decimal places.',
  ],
  [
    // Counts can add up to 100, too; shares in percent have decimals.
    (has, needs, isNear) =>
      isNear(100 - has, needs) && !(Number.isInteger(has) && Number.isInteger(needs)),
    'Yours and the answer add up to 100: you have counted the others.',
  ],
  [
    (has, needs) => Number.isInteger(needs) && !Number.isInteger(has),
    'The question asks for whole numbers; yours have a fraction. Is it a share, or an average?',
  ],
  [
    (has, needs) => Math.abs(has) > 50 * Math.abs(needs) && needs !== 0,
    'Yours is many times too large: something is added up instead of counted, rows come many times over, or a division is missing.',
  ],
];

type IsNear = (one: number, other: number) => boolean;

/** Says what it usually means that a column has other values than it should. */
export function explainValues(pairs: Pairs): string {
  const { name, yours, wanted, decimals } = pairs;
  const first = yours.findIndex((value, place) => !isSameValue(value, wanted[place]!, decimals));
  const [has, needs] = [yours[first]!, wanted[first]!];
  if (has === null) {
    return 'You have NULL where a value is asked for: a calculation with NULL gives NULL, and a left join leaves NULL where no partner was found.';
  }
  if (needs === null) {
    return toNumber(has) === 0
      ? 'You have 0 where the data says nothing. Zero is a number that was measured; NULL is the lack of one.'
      : 'You have a value where the data says nothing (NULL).';
  }
  if (/(^|_)id$/.test(name)) {
    return 'These rows are not the ones that are asked for: look at what chooses them.';
  }
  const numbers = numbersOf(pairs);
  if (toNumber(has) === undefined || toNumber(needs) === undefined)
    return explainTexts(has, needs, pairs);
  const isNear: IsNear = (one, other) => isSameValue(String(one), String(other), decimals);
  const pattern = patterns.find(([holds]) =>
    numbers.every(([a, b]) => isNear(a, b) || holds(a, b, isNear)),
  );
  if (pattern) return pattern[1];
  const [[one, other] = [0, 0]] = numbers;
  const times = one / other;
  if (
    numbers.length > 1 &&
    times > 1 &&
    Number.isInteger(times) &&
    numbers.every(([a, b]) => a === times * b)
  ) {
    return `Yours are ${times === 2 ? 'twice' : `${times} times`} what they should be: a join repeats each row that often.`;
  }
  if (numbers.length > 2 && new Set(yours).size === 1 && new Set(wanted).size > 1) {
    return 'Every row shows the same number: it is not worked out for each row or group by itself.';
  }
  const share = numbers.every(([, b]) => Math.abs(b) <= 100) && decimals !== undefined;
  const divisor = share ? ', or a division by something else than the question says' : '';
  return Number(has) > Number(needs)
    ? `Yours is too large: rows counted twice, rows that the question leaves out, or a condition that picks other rows${divisor} are the usual reasons.`
    : `Yours is too small: a condition that is too narrow or picks other rows, rows with NULL, or DISTINCT where each row counts${divisor} are the usual reasons.`;
}

const isMoment = (text: string) => /^\d{4}-\d\d-\d\d/.test(text);

function explainTexts(has: string, needs: string, { answer, isAlone, decimals }: Pairs): string {
  if (/^(true|false)$/.test(has) && /^(true|false)$/.test(needs)) {
    return 'Of true and false you have the other one: look at the condition, and which way round it is.';
  }
  if (isMoment(has) && has.startsWith(needs)) {
    return 'Yours has the time of day, and the question asks for the day: `::date` leaves that.';
  }
  if (isMoment(needs) && needs.startsWith(has)) {
    return 'Yours is the day only, and the question asks for the moment.';
  }
  const bare = toNumber(has.replaceAll(/[\s,$€%]/g, ''));
  if (bare !== undefined && isSameValue(String(bare), needs, decimals)) {
    return 'The number is right and was made a text, with signs in it. Leave it a plain number.';
  }
  if (has.toLowerCase() === needs.toLowerCase()) return 'They differ in capital letters only.';
  if (isMoment(has) && isMoment(needs) && has.length === needs.length) {
    return `Yours is ${has < needs ? 'earlier' : 'later'} than the one that is asked for: which row do you take, and which column of it?`;
  }
  if (answer.includes(has)) {
    return 'This value belongs to another row: look at what chooses the rows, and their order.';
  }
  const isPart = has.includes(needs) || needs.includes(has);
  return isAlone || isPart
    ? 'Check which column you show, and how the question wants it written.'
    : 'The answer has other values here: look at what chooses the rows (WHERE, HAVING, and with LIMIT the order), and at which column you show.';
}
