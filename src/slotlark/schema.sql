-- Slotlark's analysis copy: 600 merchants with all their rows, renumbered from 1.
-- Bookings created 2025-07-01 to 2026-07-31, outcomes as of 2026-09-15. PostgreSQL.
-- Loaders fill the tables between the sections, so that keys and indexes are built once.

-- section: tables

create table merchants (
  merchant_id integer not null,
  name text not null,
  category text not null check (category in ('salon', 'physio', 'tutoring', 'driving_school', 'dog_grooming', 'bicycle_repair')),
  town text not null,
  country text not null check (length(country) = 2),
  timezone text not null,
  currency text not null check (length(currency) = 3),
  language text not null check (length(language) = 2),
  plan text not null check (plan in ('solo', 'team', 'multi')),
  onboarding_path text not null check (onboarding_path in ('assisted', 'self_serve', 'csv_import')),
  is_test boolean not null,
  signed_up_at timestamptz not null,
  churned_at timestamptz,
  check (churned_at > signed_up_at)
);

create table staff (
  staff_id integer not null,
  merchant_id integer not null,
  first_name text not null,
  role text not null,
  joined_on date not null,
  left_on date,
  check (left_on > joined_on)
);

create table services (
  service_id integer not null,
  merchant_id integer not null,
  name text not null,
  duration_minutes integer not null check (duration_minutes > 0),
  price numeric(10, 2) not null check (price >= 0),
  deposit_percent integer not null check (deposit_percent between 0 and 100),
  active boolean not null
);

create table customers (
  customer_id integer not null,
  created_at timestamptz not null,
  country text not null check (length(country) = 2),
  marketing_consent boolean
);

create table bookings (
  booking_id integer not null,
  merchant_id integer not null,
  staff_id integer not null,
  service_id integer not null,
  customer_id integer not null,
  is_first boolean not null,
  channel text not null check (channel in ('web', 'app', 'api', 'dashboard')),
  created_at timestamptz not null,
  starts_at_utc timestamptz not null,
  ends_at_utc timestamptz not null,
  local_start timestamp not null,
  status text not null,
  cancelled_at timestamptz,
  price_eur_cents integer not null check (price_eur_cents >= 0),
  check (ends_at_utc > starts_at_utc)
);

create table reminders (
  reminder_id integer not null,
  booking_id integer not null,
  channel text not null check (channel in ('email', 'sms')),
  template text not null,
  sent_at timestamptz not null,
  segments integer not null check (segments > 0),
  cost_cents numeric(6, 2) not null,
  delivered_at timestamptz
);

create table payments (
  payment_id integer not null,
  booking_id integer not null,
  kind text not null check (kind in ('deposit', 'balance')),
  amount_eur_cents integer not null check (amount_eur_cents > 0),
  status text not null check (status in ('succeeded', 'failed', 'refunded')),
  idempotency_key text not null,
  created_at timestamptz not null
);

create table events (
  event_id integer not null,
  session_id integer,
  merchant_id integer,
  name text not null,
  platform text check (platform in ('ios', 'android', 'web')),
  app_version text,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  schema_version integer not null,
  variant text
);

create table assignments (
  unit_id integer not null,
  experiment text not null,
  variant text not null check (variant in ('control', 'treatment')),
  platform text not null check (platform in ('ios', 'android', 'web')),
  at timestamptz not null,
  converted boolean not null
);

create table releases (
  release_id integer not null,
  component text not null check (component in ('api', 'android', 'ios', 'web', 'dashboard')),
  version text not null,
  released_at timestamptz not null,
  note text not null
);

create table calendar_links (
  link_id integer not null,
  staff_id integer not null,
  provider text not null check (provider in ('google', 'microsoft', 'icloud')),
  connected_at timestamptz not null,
  disconnected_at timestamptz,
  last_synced_at timestamptz,
  sync_lag_seconds integer
);

create table api_requests (
  request_id integer not null,
  merchant_id integer not null,
  at timestamptz not null,
  method text not null check (method in ('GET', 'POST', 'PATCH', 'DELETE')),
  path text not null,
  status integer not null check (status between 100 and 599),
  latency_ms integer not null check (latency_ms >= 0),
  client text not null
);

create table webhook_deliveries (
  delivery_id integer not null,
  event_key text not null,
  merchant_id integer not null,
  event_type text not null,
  attempt integer not null check (attempt >= 1),
  at timestamptz not null,
  status_code integer
);

create table tickets (
  ticket_id integer not null,
  merchant_id integer not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  channel text not null check (channel in ('email', 'chat', 'phone')),
  topic text not null,
  priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
  subject text not null
);

create table minute_metrics (
  at timestamptz not null,
  requests_per_second numeric(6, 1) not null,
  cache_hit_percent numeric(4, 1) not null,
  primary_cpu_percent numeric(4, 1) not null,
  primary_connections integer not null,
  p95_ms integer not null,
  error_percent numeric(4, 1) not null,
  queue_depth integer not null
);

-- section: keys

alter table merchants add primary key (merchant_id);
alter table staff add primary key (staff_id);
alter table services add primary key (service_id);
alter table customers add primary key (customer_id);
alter table bookings add primary key (booking_id);
alter table reminders add primary key (reminder_id);
alter table payments add primary key (payment_id);
alter table events add primary key (event_id);
alter table assignments add primary key (unit_id);
alter table releases add primary key (release_id);
alter table calendar_links add primary key (link_id);
alter table api_requests add primary key (request_id);
alter table webhook_deliveries add primary key (delivery_id);
alter table tickets add primary key (ticket_id);
alter table minute_metrics add primary key (at);

alter table staff add foreign key (merchant_id) references merchants;
alter table services add foreign key (merchant_id) references merchants;
alter table bookings add foreign key (merchant_id) references merchants;
alter table bookings add foreign key (staff_id) references staff;
alter table bookings add foreign key (service_id) references services;
alter table bookings add foreign key (customer_id) references customers;
alter table reminders add foreign key (booking_id) references bookings;
alter table payments add foreign key (booking_id) references bookings;
alter table events add foreign key (merchant_id) references merchants;
alter table calendar_links add foreign key (staff_id) references staff;
alter table api_requests add foreign key (merchant_id) references merchants;
alter table webhook_deliveries add foreign key (merchant_id) references merchants;
alter table tickets add foreign key (merchant_id) references merchants;

-- section: indexes

create index bookings_staff_start on bookings (staff_id, starts_at_utc);
create index bookings_merchant on bookings (merchant_id);
create index bookings_customer on bookings (customer_id);
create index reminders_booking on reminders (booking_id);
create index payments_booking on payments (booking_id);
create index events_session on events (session_id);
create index webhook_deliveries_event on webhook_deliveries (event_key);

-- section: comments

comment on table merchants is 'One row per business that takes bookings through Slotlark.';
comment on column merchants.merchant_id is 'Number of the merchant.';
comment on column merchants.name is 'Name the merchant shows to customers.';
comment on column merchants.category is 'Trade: salon, physio, tutoring, driving_school, dog_grooming or bicycle_repair.';
comment on column merchants.town is 'Town of the merchant''s place of work.';
comment on column merchants.country is 'Country, as a two-letter ISO code.';
comment on column merchants.timezone is 'Name of the merchant''s time zone, as in Europe/Lisbon. Opening hours and bookings.local_start are in this zone.';
comment on column merchants.currency is 'Currency of the merchant''s price list, as a three-letter ISO code. Only services.price is in it.';
comment on column merchants.language is 'Language of reminders and booking page, as a two-letter ISO code.';
comment on column merchants.plan is 'Current plan: solo (one calendar), team (several) or multi (several locations). Earlier plans are not kept here.';
comment on column merchants.onboarding_path is 'How the merchant got started: assisted (a call with Slotlark), self_serve (alone) or csv_import (customer list uploaded from another tool).';
comment on column merchants.is_test is 'True for accounts that Slotlark''s own people opened for testing. Set by hand.';
comment on column merchants.signed_up_at is 'When the account was opened.';
comment on column merchants.churned_at is 'When the merchant closed the account. NULL while it is open on 2026-09-15.';

comment on table staff is 'One row per person who can be booked at a merchant.';
comment on column staff.staff_id is 'Number of the staff member.';
comment on column staff.merchant_id is 'Merchant the person works for.';
comment on column staff.first_name is 'First name, as shown on the booking page.';
comment on column staff.role is 'Job at the merchant: owner, manager, or the trade''s own word.';
comment on column staff.joined_on is 'First day in the merchant''s calendar, in the merchant''s time zone.';
comment on column staff.left_on is 'First day without bookings after leaving. NULL while the person still works there.';

comment on table services is 'One row per service on a merchant''s price list, as it stands today.';
comment on column services.service_id is 'Number of the service.';
comment on column services.merchant_id is 'Merchant that offers it.';
comment on column services.name is 'Name on the booking page, in English for this copy unless the merchant uses its own word.';
comment on column services.duration_minutes is 'Planned length in minutes.';
comment on column services.price is 'Price today in the merchant''s own currency (merchants.currency): do not add up across merchants. Earlier prices are not kept; bookings hold what was charged.';
comment on column services.deposit_percent is 'Share of the price taken when booking, in percent. 0 when the service asks no deposit.';
comment on column services.active is 'False when the service was taken off the booking page. Old bookings still point to it.';

comment on table customers is 'One row per person who has booked, without names or contact data.';
comment on column customers.customer_id is 'Number of the customer. One person can book at several merchants.';
comment on column customers.created_at is 'When the customer first gave contact details, usually minutes before the first booking.';
comment on column customers.country is 'Country of the customer''s phone number, as a two-letter ISO code. It can differ from the merchant''s.';
comment on column customers.marketing_consent is 'True: agreed to news. False: refused. NULL: never asked.';

comment on table bookings is 'One row per booking, whatever became of it. Outcomes as of 2026-09-15.';
comment on column bookings.booking_id is 'Number of the booking, in the order of creation.';
comment on column bookings.merchant_id is 'Merchant that was booked.';
comment on column bookings.staff_id is 'Staff member who was booked.';
comment on column bookings.service_id is 'Service that was booked.';
comment on column bookings.customer_id is 'Customer who booked, or for whom the merchant booked.';
comment on column bookings.is_first is 'True when it is the customer''s first booking at this merchant in this copy.';
comment on column bookings.channel is 'Where the booking was made: web (booking page), app (iOS or Android), api (a partner''s program) or dashboard (by the merchant).';
comment on column bookings.created_at is 'When the booking was made.';
comment on column bookings.starts_at_utc is 'Start of the appointment as the calendar engine holds it.';
comment on column bookings.ends_at_utc is 'End of the appointment as the calendar engine holds it.';
comment on column bookings.local_start is 'Start as customer and merchant agreed it: the clock on the merchant''s wall, without a time zone.';
comment on column bookings.status is 'Outcome, written by the merchant''s dashboard or by the nightly job: completed, cancelled, or that the customer did not come. Free text in the database.';
comment on column bookings.cancelled_at is 'When it was cancelled. NULL for every other outcome.';
comment on column bookings.price_eur_cents is 'Price agreed when booking, in euro cents at that month''s exchange rate.';

comment on table reminders is 'One row per reminder sent. A booking has none, one or two.';
comment on column reminders.reminder_id is 'Number of the reminder.';
comment on column reminders.booking_id is 'Booking it reminds of.';
comment on column reminders.channel is 'email or sms. The merchant''s rules choose; all reminders of a booking use one channel.';
comment on column reminders.template is 'Version of the text, v2 or v3.';
comment on column reminders.sent_at is 'When it was handed to the provider.';
comment on column reminders.segments is 'Parts the provider bills. A text message counts one or more; an e-mail is always 1.';
comment on column reminders.cost_cents is 'What the provider charged, in euro cents.';
comment on column reminders.delivered_at is 'When the provider reported delivery. NULL when no receipt came, which does not mean that nothing arrived.';

comment on table payments is 'One row per attempt to charge a customer through Slotlark. Cash taken by the merchant is not here.';
comment on column payments.payment_id is 'Number of the payment.';
comment on column payments.booking_id is 'Booking that is paid for. A booking usually has a deposit and a balance.';
comment on column payments.kind is 'deposit (when booking) or balance (the rest, after the appointment).';
comment on column payments.amount_eur_cents is 'Amount in euro cents.';
comment on column payments.status is 'succeeded, failed (no money moved) or refunded (taken and given back in full).';
comment on column payments.idempotency_key is 'Key the client sent with the request. The payment provider answers a repeated key with the first result and charges once.';
comment on column payments.created_at is 'When the charge was asked for.';

comment on table events is 'Product events, 2026-04-06 to 2026-06-24: steps of booking sessions, and milestones of merchants that signed up in that time. No personal data.';
comment on column events.event_id is 'Number of the event, in the order of arrival.';
comment on column events.session_id is 'Booking session of one customer. NULL for events of merchants.';
comment on column events.merchant_id is 'Merchant concerned. NULL when the app did not yet know it.';
comment on column events.name is 'What happened, as in the event taxonomy. booking_confirmed fires when the confirmation screen shows, also after a change of date, so it does not add up to rows of bookings.';
comment on column events.platform is 'ios, android or web. NULL for events of merchants, which the server sends.';
comment on column events.app_version is 'Version of the app. iOS and Android count on their own; NULL on the web, which has no versions.';
comment on column events.occurred_at is 'When it happened, by the clock of the sender.';
comment on column events.received_at is 'When it reached Slotlark. Phones without a connection send later.';
comment on column events.schema_version is 'Version of the event''s format: 3 until 2026-05-31, 4 from 2026-06-01.';
comment on column events.variant is 'Variant of an experiment the session was in. NULL when it was in none.';

comment on table assignments is 'One row per unit of an experiment. A unit is one customer''s device.';
comment on column assignments.unit_id is 'Number of the unit.';
comment on column assignments.experiment is 'Name of the experiment.';
comment on column assignments.variant is 'control or treatment. Drawn with equal chance.';
comment on column assignments.platform is 'ios, android or web.';
comment on column assignments.at is 'When the assignment was logged.';
comment on column assignments.converted is 'True when the unit finished a booking within the experiment''s days.';

comment on table releases is 'Releases to production, worth a note. Small fixes are left out.';
comment on column releases.release_id is 'Number of the release, in the order of release.';
comment on column releases.component is 'api (API and worker, released together), android, ios, web (booking page) or dashboard.';
comment on column releases.version is 'Version as the component counts: year and week, or three numbers for the apps.';
comment on column releases.released_at is 'When it went live; for the apps, when the store offered it.';
comment on column releases.note is 'The release note''s first line.';

comment on table calendar_links is 'One row per staff member''s connection to an outside calendar.';
comment on column calendar_links.link_id is 'Number of the link.';
comment on column calendar_links.staff_id is 'Staff member whose calendar it is.';
comment on column calendar_links.provider is 'google, microsoft or icloud.';
comment on column calendar_links.connected_at is 'When the calendar was connected.';
comment on column calendar_links.disconnected_at is 'When it was disconnected. NULL while connected.';
comment on column calendar_links.last_synced_at is 'Last successful exchange. NULL when none ever succeeded.';
comment on column calendar_links.sync_lag_seconds is 'Delay of the last change from that calendar to Slotlark, in seconds. NULL when no change ever came.';

comment on table api_requests is 'A sample of requests to the public API, 2026-06-15 to 2026-07-14.';
comment on column api_requests.request_id is 'Number of the request, in the order of time.';
comment on column api_requests.merchant_id is 'Merchant whose API key was used.';
comment on column api_requests.at is 'When the request arrived.';
comment on column api_requests.method is 'HTTP method.';
comment on column api_requests.path is 'Path, with an id replaced by its name, as in /v1/bookings/{booking_id}.';
comment on column api_requests.status is 'HTTP status of the answer.';
comment on column api_requests.latency_ms is 'Time to answer in milliseconds, measured at the load balancer.';
comment on column api_requests.client is 'Program that asked, from the User-Agent header.';

comment on table webhook_deliveries is 'One row per attempt to deliver a webhook event to a merchant''s program, 2026-06-15 to 2026-07-14. Slotlark delivers at least once.';
comment on column webhook_deliveries.delivery_id is 'Number of the attempt, in the order of time.';
comment on column webhook_deliveries.event_key is 'The event. The same key on several rows is the same event sent again.';
comment on column webhook_deliveries.merchant_id is 'Merchant whose program receives.';
comment on column webhook_deliveries.event_type is 'Kind of event: booking.created, booking.rescheduled or booking.cancelled.';
comment on column webhook_deliveries.attempt is 'First attempt is 1.';
comment on column webhook_deliveries.at is 'When the attempt was made.';
comment on column webhook_deliveries.status_code is 'HTTP status of the receiver''s answer. NULL when none came within 10 seconds.';

comment on table tickets is 'One row per request for help from a merchant, since 2025-07-01.';
comment on column tickets.ticket_id is 'Number of the ticket, in the order of opening.';
comment on column tickets.merchant_id is 'Merchant that asked.';
comment on column tickets.opened_at is 'When it was opened.';
comment on column tickets.closed_at is 'When it was closed. NULL while open on 2026-09-15.';
comment on column tickets.channel is 'email, chat or phone.';
comment on column tickets.topic is 'Topic, chosen by the support agent from a list; the first fitting one wins.';
comment on column tickets.priority is 'low, normal, high or urgent, set by the support agent.';
comment on column tickets.subject is 'Subject line, in the merchant''s words, translated to English.';

comment on table minute_metrics is 'Production''s load by the minute on two Mondays, 2026-02-23 and 2026-03-02. Whole production, not the sample.';
comment on column minute_metrics.at is 'Start of the minute, UTC.';
comment on column minute_metrics.requests_per_second is 'Requests at the load balancer, mean of the minute.';
comment on column minute_metrics.cache_hit_percent is 'Share of cache lookups that found an entry, in percent.';
comment on column minute_metrics.primary_cpu_percent is 'Processor use of the primary database, in percent.';
comment on column minute_metrics.primary_connections is 'Open connections to the primary database. The limit is 200.';
comment on column minute_metrics.p95_ms is '95th percentile of the time to answer inside the API servers, in milliseconds. Shorter than what api_requests measures, which includes the network.';
comment on column minute_metrics.error_percent is 'Share of requests answered with a 5xx status, in percent.';
comment on column minute_metrics.queue_depth is 'Jobs waiting in the queue at the end of the minute.';
