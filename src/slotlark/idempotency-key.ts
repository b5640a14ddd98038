/**
 * A key like those that clients make up, from the number of a payment. Every step can be undone, so
 * no two numbers share a key. (The steps are the end of MurmurHash3.)
 */
export function toIdempotencyKey(number: number): string {
  let bits = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return `ik_${((bits ^ (bits >>> 16)) >>> 0).toString(16).padStart(8, '0')}`;
}
