import { at, day, hour } from '../clock.ts';
import { quota } from '../quota.ts';
import { toQuantiles } from '../quantiles.ts';
import { Random } from '../random.ts';
import { history } from '../seeds.ts';
import type { Seed } from '../seeds.ts';
import type { Row } from '../tables.ts';
import { fromWall } from '../zones.ts';
import type { Merchant } from './merchants.ts';

type Request = Row<'api_requests'>;

const window = { from: at(history.api.from), to: at(history.api.to) };

const calls = {
  'GET /v1/slots': 52,
  'GET /v1/bookings': 15,
  'GET /v1/bookings/{booking_id}': 12,
  'POST /v1/bookings': 14,
  'PATCH /v1/bookings/{booking_id}': 6.5,
  'POST /v1/webhook_endpoints': 0.5,
};

/** Answers to requests that were not refused, by frequency. */
const answers: Record<keyof typeof calls, Record<string, number>> = {
  'GET /v1/slots': { '200': 98.7, '422': 0.7, '500': 0.3, '503': 0.3 },
  'GET /v1/bookings': { '200': 99.2, '422': 0.4, '500': 0.4 },
  'GET /v1/bookings/{booking_id}': { '200': 96.8, '404': 3, '500': 0.2 },
  'POST /v1/bookings': { '201': 90, '409': 6, '422': 3.6, '500': 0.4 },
  'PATCH /v1/bookings/{booking_id}': { '200': 92.5, '404': 2.5, '409': 3.5, '422': 1.5 },
  'POST /v1/webhook_endpoints': { '201': 88, '422': 12 },
};

const clients = [
  'slotlark-js/2.3.1',
  'slotlark-php/1.9.0',
  'deskpilot/5.1',
  'tilllink/0.9',
  'salonsuite/12.4',
];

/** Requests by the hour of the merchant's day. */
const hours = [1, 1, 1, 1, 1, 2, 4, 8, 14, 17, 15, 13, 11, 12, 12, 12, 11, 11, 9, 7, 5, 3, 2, 1];

/** A sample of requests to the public API, in the order of time. */
export function toApiRequests(seed: Seed, merchants: readonly Merchant[]): Request[] {
  const random = new Random(seed.number, 'api requests');
  const { noisy, requests, refused } = seed.api;
  const users = random
    .shuffle(merchants)
    .filter(({ merchant_id, is_test, signed_up_at, churned_at }) => {
      const isThere = signed_up_at < window.from && (churned_at === null || churned_at > window.to);
      return isThere && !is_test && merchant_id !== noisy.merchant;
    })
    .slice(0, 190);
  const sizes = users.map(() => 0.3 + random.fraction() * 2);
  const counts = quota(requests - noisy.requests, sizes);
  // Small programs run into the limit too, each a little.
  const refusals = quota(
    refused,
    sizes.map((size, index) => (index % 3 === 0 ? size : size / 8)),
  );
  const made = [
    ...users.flatMap((merchant, index) =>
      toRequests(
        random,
        merchant,
        clients[index % clients.length]!,
        counts[index]!,
        refusals[index]!,
      ),
    ),
    ...toRequests(
      random,
      merchants[noisy.merchant - 1]!,
      'fs-sync/1.4',
      noisy.requests,
      noisy.refused,
    ),
  ];
  dealLatencies(random, seed, made);
  return made
    .sort((a, b) => a.at - b.at || a.merchant_id - b.merchant_id || a.latency_ms - b.latency_ms)
    .map((request, index) => ({ ...request, request_id: index + 1 }));
}

function toRequests(
  random: Random,
  merchant: Merchant,
  client: string,
  count: number,
  refused: number,
): Request[] {
  const isRestless = client.startsWith('fs-sync');
  return Array.from({ length: count }, (_, index) => {
    const call = isRestless && random.chance(95) ? 'GET /v1/slots' : random.key(calls);
    const [method, path] = call.split(' ') as [string, string];
    return {
      request_id: 0,
      merchant_id: merchant.merchant_id,
      at: isRestless ? random.int(window.from, window.to - 1) : toTime(random, merchant),
      method,
      path,
      status: index < refused ? 429 : Number(random.key(answers[call])),
      latency_ms: 0,
      client,
    };
  });
}

function toTime(random: Random, { timezone }: Merchant): number {
  for (;;) {
    const midnight = window.from + random.int(-1, 30) * day;
    const clock = random.weighted([...hours.keys()], (index) => hours[index]!);
    const time = fromWall(timezone, midnight + clock * hour + random.int(0, hour - 1));
    if (time >= window.from && time < window.to) return time;
  }
}

/** Deals out times to answer whose mean, median and 95th percentile are exactly the seed's. */
function dealLatencies(random: Random, { api: { latency } }: Seed, made: readonly Request[]): void {
  const { mean, median, p95 } = latency;
  const count = made.length;
  const values = toQuantiles(count, [
    [0, 14],
    [0.05, 31],
    [0.25, 0.64 * median],
    [0.5, median],
    [0.75, 1.53 * median],
    [0.9, 2.4 * median],
    [0.938, 3.2 * median],
    [0.95, p95],
    [0.97, 1.3 * p95],
    [0.99, 2.2 * p95],
    [0.999, 3.7 * p95],
    [1, 5.2 * p95],
  ]);
  // Around both quantiles several equal values stand, whichever way they are counted.
  for (const [share, value] of [
    [0.5, median],
    [0.95, p95],
  ] as const) {
    const place = Math.floor(share * count);
    values.fill(value, place - 2, place + 3);
  }
  stretch(values, Math.floor(0.96 * count), p95, mean * count);

  // A refusal costs no query: it is among the quick half.
  const isRefused = ({ status }: Request) => status === 429;
  const quick = Math.floor(count / 2);
  const refusals = made.filter(isRefused);
  const fast = random.shuffle(values.slice(0, quick));
  const others = random.shuffle([...fast.slice(refusals.length), ...values.slice(quick)]);
  refusals.forEach((request, index) => (request.latency_ms = fast[index]!));
  made
    .filter((request) => !isRefused(request))
    .forEach((request, index) => (request.latency_ms = others[index]!));
}

/** Pulls the values from a place on away from a floor, or towards it, until all have the given sum. */
function stretch(values: number[], from: number, floor: number, sum: number): void {
  const missing = sum - values.reduce((before, value) => before + value, 0);
  const above = values.slice(from).reduce((before, value) => before + value - floor, 0);
  const factor = 1 + missing / above;
  if (factor <= 0) throw new Error('The mean does not go with the 95th percentile.');
  let rest = missing;
  for (let place = from; place < values.length; place += 1) {
    const value = floor + Math.round((values[place]! - floor) * factor);
    rest -= value - values[place]!;
    values[place] = value;
  }
  // Rounding leaves a few milliseconds over, fewer than there are values.
  for (let place = values.length - 1; rest !== 0; place -= 1) {
    values[place]! += Math.sign(rest);
    rest -= Math.sign(rest);
  }
}
