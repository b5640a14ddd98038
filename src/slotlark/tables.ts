/**
 * Every table and column in the order of schema.sql, with the kind of value it holds. `?` marks
 * what may be NULL. `instant`, `wall` and `date` count as in clock.ts.
 */
export const tables = {
  merchants: {
    merchant_id: 'integer',
    name: 'text',
    category: 'text',
    town: 'text',
    country: 'text',
    timezone: 'text',
    currency: 'text',
    language: 'text',
    plan: 'text',
    onboarding_path: 'text',
    is_test: 'boolean',
    signed_up_at: 'instant',
    churned_at: 'instant?',
  },
  staff: {
    staff_id: 'integer',
    merchant_id: 'integer',
    first_name: 'text',
    role: 'text',
    joined_on: 'date',
    left_on: 'date?',
  },
  services: {
    service_id: 'integer',
    merchant_id: 'integer',
    name: 'text',
    duration_minutes: 'integer',
    price: 'decimal2',
    deposit_percent: 'integer',
    active: 'boolean',
  },
  customers: {
    customer_id: 'integer',
    created_at: 'instant',
    country: 'text',
    marketing_consent: 'boolean?',
  },
  bookings: {
    booking_id: 'integer',
    merchant_id: 'integer',
    staff_id: 'integer',
    service_id: 'integer',
    customer_id: 'integer',
    is_first: 'boolean',
    channel: 'text',
    created_at: 'instant',
    starts_at_utc: 'instant',
    ends_at_utc: 'instant',
    local_start: 'wall',
    status: 'text',
    cancelled_at: 'instant?',
    price_eur_cents: 'integer',
  },
  reminders: {
    reminder_id: 'integer',
    booking_id: 'integer',
    channel: 'text',
    template: 'text',
    sent_at: 'instant',
    segments: 'integer',
    cost_cents: 'decimal2',
    delivered_at: 'instant?',
  },
  payments: {
    payment_id: 'integer',
    booking_id: 'integer',
    kind: 'text',
    amount_eur_cents: 'integer',
    status: 'text',
    idempotency_key: 'text',
    created_at: 'instant',
  },
  events: {
    event_id: 'integer',
    session_id: 'integer?',
    merchant_id: 'integer?',
    name: 'text',
    platform: 'text?',
    app_version: 'text?',
    occurred_at: 'instant',
    received_at: 'instant',
    schema_version: 'integer',
    variant: 'text?',
  },
  assignments: {
    unit_id: 'integer',
    experiment: 'text',
    variant: 'text',
    platform: 'text',
    at: 'instant',
    converted: 'boolean',
  },
  releases: {
    release_id: 'integer',
    component: 'text',
    version: 'text',
    released_at: 'instant',
    note: 'text',
  },
  calendar_links: {
    link_id: 'integer',
    staff_id: 'integer',
    provider: 'text',
    connected_at: 'instant',
    disconnected_at: 'instant?',
    last_synced_at: 'instant?',
    sync_lag_seconds: 'integer?',
  },
  api_requests: {
    request_id: 'integer',
    merchant_id: 'integer',
    at: 'instant',
    method: 'text',
    path: 'text',
    status: 'integer',
    latency_ms: 'integer',
    client: 'text',
  },
  webhook_deliveries: {
    delivery_id: 'integer',
    event_key: 'text',
    merchant_id: 'integer',
    event_type: 'text',
    attempt: 'integer',
    at: 'instant',
    status_code: 'integer?',
  },
  tickets: {
    ticket_id: 'integer',
    merchant_id: 'integer',
    opened_at: 'instant',
    closed_at: 'instant?',
    channel: 'text',
    topic: 'text',
    priority: 'text',
    subject: 'text',
  },
  minute_metrics: {
    at: 'instant',
    requests_per_second: 'decimal1',
    cache_hit_percent: 'decimal1',
    primary_cpu_percent: 'decimal1',
    primary_connections: 'integer',
    p95_ms: 'integer',
    error_percent: 'decimal1',
    queue_depth: 'integer',
  },
} as const satisfies Record<string, Record<string, Kind | `${Kind}?`>>;

export type Kind =
  'integer' | 'decimal1' | 'decimal2' | 'text' | 'boolean' | 'instant' | 'wall' | 'date';

export type Tables = typeof tables;
export type TableName = keyof Tables;

type ValueOf<Name extends string> = Name extends `${infer Kind}?`
  ? ValueOf<Kind> | null
  : Name extends 'text'
    ? string
    : Name extends 'boolean'
      ? boolean
      : number;

/** One row of a table. */
export type Row<Table extends TableName> = {
  -readonly [Column in keyof Tables[Table]]: ValueOf<Tables[Table][Column] & string>;
};

/** All tables with all rows. */
export type Database = { [Table in TableName]: Row<Table>[] };

export const tableNames = Object.keys(tables) as TableName[];

/** A table's columns with kind and whether they may be NULL. */
export function columnsOf(table: TableName): { name: string; kind: Kind; nullable: boolean }[] {
  return Object.entries(tables[table]).map(([name, kind]: [string, string]) => ({
    name,
    kind: kind.replace('?', '') as Kind,
    nullable: kind.endsWith('?'),
  }));
}
