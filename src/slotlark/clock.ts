/**
 * Times are whole seconds since 1970-01-01 UTC. A wall time (what a clock on a wall shows, without
 * a zone) is the same count as if that clock showed UTC. Dates are whole days since 1970-01-01.
 */
export const minute = 60;
export const hour = 3_600;
export const day = 86_400;

/** Seconds of a time written `2026-03-09`, `2026-03-09 10:00` or `2026-03-09 10:00:00`, in UTC. */
export function at(text: string): number {
  const [years, months, days, hours = 0, minutes = 0, seconds = 0] = text
    .split(/[- :]/)
    .map(Number);
  return Date.UTC(years!, months! - 1, days, hours, minutes, seconds) / 1_000;
}

/** The day a time falls on, as days since 1970. */
export const dateOf = (time: number): number => Math.floor(time / day);

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (date: number): number => (date + 4) % 7;

/** 1 to 12. */
export const monthOf = (time: number): number => new Date(time * 1_000).getUTCMonth() + 1;

export const yearOf = (time: number): number => new Date(time * 1_000).getUTCFullYear();

/** The first moment of a month in UTC, whose number may go beyond 12. */
export const monthStart = (year: number, month: number): number =>
  Date.UTC(year, month - 1) / 1_000;

/** `2026-03-09 10:00:00`. */
export const toText = (time: number): string =>
  new Date(time * 1_000).toISOString().slice(0, 19).replace('T', ' ');

/** `2026-03-09`. */
export const toDateText = (date: number): string => toText(date * day).slice(0, 10);
