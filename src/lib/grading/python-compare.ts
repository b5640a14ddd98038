import { isMap } from '../lab/python/observation.ts';
import type { Evaluated, Plain } from '../lab/python/observation.ts';
import { isSameValue } from './compare.ts';

/** Whether two findings are the same, as far as the task asks. */
export function isSameEvaluated(
  one: Evaluated,
  other: Evaluated,
  { decimals }: { decimals?: number | undefined },
): boolean {
  return 'value' in one && 'value' in other && isSamePlain(one.value, other.value, decimals);
}

/** Whether two values are the same; numbers may differ by half a unit of the last of `decimals`. */
export function isSamePlain(one: Plain, other: Plain, decimals: number | undefined): boolean {
  if (typeof one === 'number' && typeof other === 'number') {
    return isSameValue(String(one), String(other), decimals);
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    return (
      one.length === other.length &&
      one.every((item, place) => isSamePlain(item, other[place]!, decimals))
    );
  }
  if (isMap(one) && isMap(other)) {
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => key in other && isSamePlain(one[key]!, other[key]!, decimals))
    );
  }
  return one === other;
}
