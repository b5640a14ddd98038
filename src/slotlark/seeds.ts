/** Dates of the company's history that the data hangs on. */
export const history = {
  /** Bookings of the analysis copy are created from here … */
  firstBooking: '2025-07-01',
  /** … up to here, the day itself not included. */
  end: '2026-08-01',
  /** Outcomes are known up to here. */
  outcomes: '2026-09-15',
  /** API 2025.44 writes `no_show` where older releases wrote `noshow`. */
  newSpelling: '2025-11-03 10:00',
  smsTemplateV3: '2026-01-19 10:00',
  overlapConstraint: '2026-02-10',
  incident: { from: '2026-03-02 09:02', minutes: 94 },
  /** API 2026.10 takes the offset at the time of booking, 2026.13 mends it. */
  offsetBug: { from: '2026-03-09 10:00', to: '2026-03-30 10:00' },
  /** Three bookings of the evening after the newsletter, which chapter 2 follows. */
  evening: ['2026-04-14 18:42:07', '2026-04-14 19:03:12', '2026-04-14 19:55:30'],
  events: { from: '2026-04-06', to: '2026-06-25' },
  formatV4: '2026-06-01',
  /** Android 4.12.0 and 4.12.1 in the store. */
  android: { broken: '2026-05-04', mended: '2026-05-18' },
  experiment: { from: '2026-06-29', to: '2026-07-13' },
  api: { from: '2026-06-15', to: '2026-07-15' },
} as const;

export type Reminding = 'email' | 'sms' | 'none';
export type Platform = 'ios' | 'android' | 'web';

interface Merchants {
  count: number;
  /** How many leave within 90 days. */
  churned: number;
}

/** A run of days with the same versions in the stores: sessions started and finished. */
export type Sessions = Record<Platform, readonly [started: number, finished: number]>;

/**
 * What one edition of the data holds. Rates are counts dealt out by shuffling, so that they come
 * out exactly; the number only decides who gets what.
 */
export interface Seed {
  number: number;
  merchants: Record<'assisted' | 'self_serve' | 'csv_import', Merchants>;
  /** Merchants that leave after more than 90 days. */
  lateChurn: number;
  staff: number;
  services: number;
  customers: number;
  bookings: {
    count: number;
    /** Booking ids of the three that chapter 2 follows. */
    evening: readonly [number, number, number];
    /** First bookings of a customer at a merchant. */
    first: number;
    /** Pairs that take the same person at once, and how many of them start at different minutes. */
    pairs: number;
    shiftedPairs: number;
    cancelled: number;
  };
  noShows: {
    /** Both spellings, and the old one. */
    count: number;
    oldSpelling: number;
    /** Percent, to one decimal. */
    first: Record<Reminding, number>;
    returning: Record<Reminding, number>;
  };
  reminders: {
    /** Bookings reminded by channel; the rest get none. */
    email: { first: number; returning: number };
    sms: { first: number; returning: number };
    /** Text-message bookings with a second reminder. */
    second: number;
    /** Percent of reminders with one segment more than the template's usual 1 and 2. */
    longer: { v2: number; v3: number };
  };
  doubleDeposits: number;
  sessions: { before: Sessions; broken: Sessions; mended: Sessions };
  /** Units, and how many of them converted. */
  assignments: Record<
    Platform,
    Record<'control' | 'treatment', readonly [units: number, converted: number]>
  >;
  api: {
    requests: number;
    /** The merchant whose program does not wait: its requests, and how many are refused. */
    noisy: { merchant: number; requests: number; refused: number };
    /** Requests of the others that are refused. */
    refused: number;
    /** Milliseconds. */
    latency: { mean: number; median: number; p95: number };
  };
  webhooks: { events: number; twice: number; thrice: number };
  calendarLinks: number;
  tickets: number;
}

const practice: Seed = {
  number: 20_417,
  merchants: {
    assisted: { count: 186, churned: 11 },
    self_serve: { count: 262, churned: 46 },
    csv_import: { count: 144, churned: 46 },
  },
  lateChurn: 37,
  staff: 1_800,
  services: 3_000,
  customers: 9_000,
  bookings: {
    count: 30_074,
    evening: [20_417, 20_431, 20_466],
    first: 12_950,
    pairs: 37,
    shiftedPairs: 12,
    cancelled: 2_406,
  },
  noShows: {
    count: 3_368,
    oldSpelling: 1_052,
    first: { email: 18.2, sms: 13.2, none: 21.7 },
    returning: { email: 7.8, sms: 7, none: 9.1 },
  },
  reminders: {
    email: { first: 2_333, returning: 12_067 },
    sms: { first: 8_640, returning: 1_660 },
    second: 4_991,
    longer: { v2: 10, v3: 30 },
  },
  doubleDeposits: 72,
  sessions: {
    before: { android: [1_458, 898], ios: [1_492, 909], web: [1_250, 756] },
    broken: { android: [770, 314], ios: [701, 420], web: [629, 372] },
    mended: { android: [1_972, 1_219], ios: [2_000, 1_218], web: [1_728, 1_090] },
  },
  assignments: {
    android: { control: [2_210, 685], treatment: [2_234, 697] },
    ios: { control: [2_190, 725], treatment: [1_597, 644] },
    web: { control: [1_839, 508], treatment: [1_893, 519] },
  },
  api: {
    requests: 20_000,
    noisy: { merchant: 77, requests: 2_900, refused: 1_608 },
    refused: 792,
    latency: { mean: 212, median: 103, p95: 1_165 },
  },
  webhooks: { events: 7_000, twice: 383, thrice: 58 },
  calendarLinks: 1_300,
  tickets: 1_500,
};

/** Other numbers, the same stories: an answer learnt by heart from the practice data fails here. */
const hidden: Seed = {
  number: 31_337,
  merchants: {
    assisted: { count: 171, churned: 14 },
    self_serve: { count: 277, churned: 53 },
    csv_import: { count: 136, churned: 53 },
  },
  lateChurn: 31,
  staff: 1_760,
  services: 2_920,
  customers: 8_700,
  bookings: {
    count: 28_611,
    evening: [19_422, 19_433, 19_462],
    first: 12_500,
    pairs: 29,
    shiftedPairs: 8,
    cancelled: 2_510,
  },
  noShows: {
    count: 3_409,
    oldSpelling: 1_087,
    first: { email: 19.4, sms: 13.9, none: 22.5 },
    returning: { email: 8.3, sms: 7.6, none: 9.7 },
  },
  reminders: {
    email: { first: 2_300, returning: 11_000 },
    sms: { first: 8_200, returning: 1_700 },
    second: 5_040,
    longer: { v2: 14, v3: 42 },
  },
  doubleDeposits: 58,
  sessions: {
    before: { android: [1_391, 879], ios: [1_530, 947], web: [1_201, 741] },
    broken: { android: [742, 271], ios: [733, 449], web: [590, 361] },
    mended: { android: [1_904, 1_196], ios: [2_051, 1_288], web: [1_668, 1_032] },
  },
  assignments: {
    android: { control: [2_051, 656], treatment: [2_033, 643] },
    ios: { control: [2_268, 771], treatment: [1_702, 699] },
    web: { control: [1_744, 499], treatment: [1_771, 503] },
  },
  api: {
    requests: 18_500,
    noisy: { merchant: 214, requests: 3_150, refused: 1_742 },
    refused: 658,
    latency: { mean: 226, median: 111, p95: 1_242 },
  },
  webhooks: { events: 6_600, twice: 437, thrice: 41 },
  calendarLinks: 1_271,
  tickets: 1_420,
};

/** `practice` is the data that learners see; `hidden` checks whether a query holds elsewhere too. */
export const seeds = { practice, hidden } as const;
