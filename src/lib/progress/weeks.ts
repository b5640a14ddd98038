/** Answers given in one week. */
export interface Week {
  /** Its Monday, as `16 Nov`. */
  label: string;
  count: number;
}

const dayLength = 24 * 60 * 60 * 1000;

/** The Monday of a moment's week, at midnight, local time. */
function toMonday(moment: Date): Date {
  const monday = new Date(moment.getFullYear(), moment.getMonth(), moment.getDate());
  monday.setDate(monday.getDate() - ((monday.getDay() + 6) % 7));
  return monday;
}

/**
 * Counts moments by week: weeks without any count too, the newest last.
 *
 * @param count - how many weeks, at most.
 */
export function countByWeek(moments: readonly string[], now: Date, count = 12): Week[] {
  const mondays = moments.map((moment) => toMonday(new Date(moment)).getTime());
  const last = toMonday(now);
  const first = Math.min(last.getTime(), ...mondays);
  const weeks: Week[] = [];
  for (const monday = last; monday.getTime() >= first && weeks.length < count;) {
    const time = monday.getTime();
    weeks.unshift({
      label: monday.toLocaleDateString('en', { day: 'numeric', month: 'short' }),
      // Weeks begin an hour off where the clocks change.
      count: mondays.filter((other) => Math.abs(other - time) < dayLength).length,
    });
    monday.setDate(monday.getDate() - 7);
  }
  return weeks;
}
