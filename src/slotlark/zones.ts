import { at, day, dateOf, hour, minute, weekdayOf, yearOf } from './clock.ts';

/** Who moves the clocks, and by which rule. */
type Rule = 'none' | 'europe' | 'north-america' | 'australia' | 'new-zealand';

/** Standard offset from UTC in minutes, and the rule for summer time. */
const zones = {
  'Africa/Johannesburg': [120, 'none'],
  'Africa/Nairobi': [180, 'none'],
  'America/Chicago': [-360, 'north-america'],
  'America/Denver': [-420, 'north-america'],
  'America/Halifax': [-240, 'north-america'],
  'America/New_York': [-300, 'north-america'],
  'America/Phoenix': [-420, 'none'],
  'America/Recife': [-180, 'none'],
  'America/Sao_Paulo': [-180, 'none'],
  'America/Toronto': [-300, 'north-america'],
  'America/Vancouver': [-480, 'north-america'],
  'Asia/Kolkata': [330, 'none'],
  'Asia/Tokyo': [540, 'none'],
  'Australia/Brisbane': [600, 'none'],
  'Australia/Melbourne': [600, 'australia'],
  'Australia/Sydney': [600, 'australia'],
  'Europe/Amsterdam': [60, 'europe'],
  'Europe/Berlin': [60, 'europe'],
  'Europe/Dublin': [0, 'europe'],
  'Europe/Lisbon': [0, 'europe'],
  'Europe/London': [0, 'europe'],
  'Europe/Madrid': [60, 'europe'],
  'Europe/Paris': [60, 'europe'],
  'Pacific/Auckland': [720, 'new-zealand'],
} as const satisfies Record<string, readonly [number, Rule]>;

export type Zone = keyof typeof zones;

/** The nth Sunday of a month, or with 0 the last one, at midnight UTC. */
function sunday(year: number, month: number, nth: number): number {
  const text = (value: number) => String(value).padStart(2, '0');
  if (nth > 0) {
    const first = dateOf(at(`${year}-${text(month)}-01`));
    return (first + ((7 - weekdayOf(first)) % 7) + 7 * (nth - 1)) * day;
  }
  // Every month asked for has a 31st or, September, a 30th.
  const last = dateOf(at(`${year}-${text(month)}-${month === 9 ? 30 : 31}`));
  return (last - weekdayOf(last)) * day;
}

const cache = new Map<string, [spring: number, autumn: number]>();

/**
 * The two changes of a year in UTC, the northern spring's first. Rules as they stand since 2008:
 * Europe changes at 01:00 UTC; the others at 02:00 standard time, to which North America's end
 * of summer time, 02:00 summer time, is an hour earlier.
 */
function changesOf(zone: Zone, year: number): [spring: number, autumn: number] {
  const key = `${zone} ${year}`;
  const known = cache.get(key);
  if (known) return known;
  const [offset, rule] = zones[zone];
  const standard = (midnight: number, hours: number) => midnight + hours * hour - offset * minute;
  let changes: [number, number] = [0, 0];
  if (rule === 'europe') {
    changes = [sunday(year, 3, 0) + hour, sunday(year, 10, 0) + hour];
  } else if (rule === 'north-america') {
    changes = [standard(sunday(year, 3, 2), 2), standard(sunday(year, 11, 1), 1)];
  } else if (rule === 'australia') {
    changes = [standard(sunday(year, 4, 1), 2), standard(sunday(year, 10, 1), 2)];
  } else if (rule === 'new-zealand') {
    changes = [standard(sunday(year, 4, 1), 2), standard(sunday(year, 9, 0), 2)];
  }
  cache.set(key, changes);
  return changes;
}

/** Seconds by which a zone's clocks are ahead of UTC at a time. */
export function offsetAt(zone: Zone, time: number): number {
  const [offset, rule] = zones[zone];
  if (rule === 'none') return offset * minute;
  // Where a year ends in summer, no change falls near New Year: the year in UTC will do.
  const [spring, autumn] = changesOf(zone, yearOf(time));
  const isNorth = rule === 'europe' || rule === 'north-america';
  const isSummer = isNorth === (time >= spring && time < autumn);
  return offset * minute + (isSummer ? hour : 0);
}

/** What the clocks of a zone show. */
export const toWall = (zone: Zone, time: number): number => time + offsetAt(zone, time);

/** The time at which the clocks of a zone show this. Not meant for the hours of a change itself. */
export function fromWall(zone: Zone, wall: number): number {
  const guess = wall - zones[zone][0] * minute;
  const time = wall - offsetAt(zone, guess);
  return wall - offsetAt(zone, time);
}
