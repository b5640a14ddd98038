import { at, day, hour, minute } from '../clock.ts';
import { Random } from '../random.ts';
import { history } from '../seeds.ts';
import type { Seed } from '../seeds.ts';
import type { Row } from '../tables.ts';

/** A value by the minute of the day, straight between the given points. */
type Curve = readonly (readonly [time: string, value: number])[];

/** Requests a second on a Monday in winter, when Lisbon's clocks show UTC. */
const load: Curve = [
  ['00:00', 22],
  ['03:30', 11],
  ['06:00', 28],
  ['07:30', 74],
  ['08:40', 132],
  ['08:56', 178],
  ['09:00', 405],
  ['09:08', 420],
  ['09:20', 396],
  ['09:30', 190],
  ['10:30', 112],
  ['12:30', 84],
  ['14:00', 98],
  ['17:00', 92],
  ['19:30', 106],
  ['21:30', 78],
  ['24:00', 24],
];

/** What replaces the normal values from the release that emptied the cache until all was well. */
const incident = {
  requests_per_second: [
    ['09:02', 418],
    ['09:20', 446],
    ['09:40', 428],
    ['10:03', 372],
    ['10:18', 236],
    ['10:36', 131],
  ],
  cache_hit_percent: [
    ['09:02', 3.4],
    ['10:08', 3.1],
    ['10:12', 19],
    ['10:18', 51],
    ['10:28', 84],
    ['10:36', 94.5],
    ['10:46', 96],
  ],
  primary_cpu_percent: [
    ['09:02', 91],
    ['09:03', 98],
    ['09:04', 100],
    ['10:08', 100],
    ['10:09', 97],
    ['10:18', 84],
    ['10:28', 76],
    ['10:36', 63],
    ['11:20', 49],
  ],
  primary_connections: [
    ['09:02', 121],
    ['09:04', 188],
    ['09:05', 200],
    ['09:45', 200],
    ['09:46', 143],
    ['09:47', 200],
    ['10:07', 200],
    ['10:12', 161],
    ['10:28', 118],
    ['10:36', 84],
  ],
  p95_ms: [
    ['09:02', 1_240],
    ['09:04', 4_300],
    ['09:06', 7_600],
    ['09:12', 8_400],
    ['10:02', 8_650],
    ['10:09', 5_100],
    ['10:18', 1_900],
    ['10:28', 840],
    ['10:36', 290],
    ['10:50', 190],
  ],
  error_percent: [
    ['09:02', 2.4],
    ['09:04', 3.3],
    ['09:05', 4.2],
    ['09:06', 9.5],
    ['09:12', 27],
    ['09:40', 36.2],
    ['09:58', 38],
    ['10:03', 31],
    ['10:09', 14],
    ['10:18', 7.4],
    ['10:28', 4.6],
    ['10:35', 2.4],
  ],
  queue_depth: [
    ['09:02', 60],
    ['09:10', 520],
    ['09:30', 3_350],
    ['10:00', 8_300],
    ['10:10', 9_400],
    ['10:30', 7_100],
    ['11:00', 2_600],
    ['11:20', 4],
  ],
} as const satisfies Record<string, Curve>;

type Column = keyof typeof incident;

/** Where a value cannot go beyond, whatever the noise. */
const limits: Readonly<Record<Column, number>> = {
  requests_per_second: Number.MAX_SAFE_INTEGER,
  cache_hit_percent: 99.4,
  primary_cpu_percent: 100,
  primary_connections: 200,
  p95_ms: Number.MAX_SAFE_INTEGER,
  error_percent: 38,
  queue_depth: 9_400,
};

const toMinute = (text: string): number => {
  const [hours, minutes] = text.split(':').map(Number) as [number, number];
  return hours * 60 + minutes;
};

/** The value of a curve; nothing before its first and after its last point. */
function valueAt(curve: Curve, time: number): number | undefined {
  for (let place = 1; place < curve.length; place += 1) {
    const [from, low] = [toMinute(curve[place - 1]![0]), curve[place - 1]![1]];
    const [to, high] = [toMinute(curve[place]![0]), curve[place]![1]];
    if (time >= from && time <= to) return low + ((high - low) * (time - from)) / (to - from);
  }
  return undefined;
}

/** Two Mondays minute by minute: a normal one, and the one of incident INC-31. */
export function toMinuteMetrics(seed: Seed): Row<'minute_metrics'>[] {
  const random = new Random(seed.number, 'minute metrics');
  const badDay = at(history.incident.from.slice(0, 10));
  return [badDay - 7 * day, badDay].flatMap((midnight) =>
    Array.from({ length: (24 * hour) / minute }, (_, index) =>
      toRow(random, midnight + index * minute, index, midnight === badDay),
    ),
  );
}

function toRow(
  random: Random,
  time: number,
  index: number,
  isBadDay: boolean,
): Row<'minute_metrics'> {
  const noise = (share: number) => 1 + share * (2 * random.fraction() - 1);
  const requests = valueAt(load, index)! * noise(0.04);
  const work = requests / 420;
  const normal: Record<Column, number> = {
    requests_per_second: requests,
    cache_hit_percent: 96 + 0.5 * noise(1) - 0.5,
    primary_cpu_percent: 8 + 49 * work * noise(0.03),
    primary_connections: 22 + 62 * work * noise(0.04),
    p95_ms: 118 + 118 * work * noise(0.06),
    error_percent: 0.16 + 0.08 * (2 * random.fraction() - 1),
    queue_depth: Math.max(0, 34 * work * work * noise(0.6)),
  };
  const value = (column: Column, decimals: number): number => {
    const bad = isBadDay ? valueAt(incident[column], index) : undefined;
    // Small noise where a plateau or the alert's threshold must stay recognisable.
    const wobble = noise(
      column === 'error_percent' || column === 'primary_cpu_percent' ? 0.015 : 0.03,
    );
    const isCeiling = bad !== undefined && bad >= limits[column];
    const found = bad === undefined ? normal[column] : isCeiling ? bad : bad * wobble;
    const unit = decimals === 1 ? 10 : 1;
    return Math.min(limits[column], Math.round(found * unit) / unit);
  };
  return {
    at: time,
    requests_per_second: value('requests_per_second', 1),
    cache_hit_percent: value('cache_hit_percent', 1),
    primary_cpu_percent: value('primary_cpu_percent', 1),
    primary_connections: value('primary_connections', 0),
    p95_ms: value('p95_ms', 0),
    error_percent: value('error_percent', 1),
    queue_depth: value('queue_depth', 0),
  };
}
