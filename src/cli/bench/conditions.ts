/** A network and a device to measure under. */
export interface Conditions {
  name: string;
  viewport: { width: number; height: number };
  /** How many times slower than this machine's processor. */
  cpu: number;
  /** Milliseconds added to every request. */
  latency: number;
  /** Megabits a second. */
  bandwidth: number;
}

/** Lighthouse's slow phone, and a middling desktop line. */
export const conditions: Conditions[] = [
  {
    name: 'Slow phone',
    viewport: { width: 412, height: 823 },
    cpu: 4,
    latency: 562.5,
    bandwidth: 1.44,
  },
  {
    name: 'Desktop',
    viewport: { width: 1350, height: 940 },
    cpu: 1,
    latency: 40,
    bandwidth: 10.24,
  },
];

/** The middle value; of an even number, the upper of the two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
