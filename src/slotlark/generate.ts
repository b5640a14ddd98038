import { at, day } from './clock.ts';
import { releases } from './world/releases.ts';
import { standOnMonths } from './generate/boundaries.ts';
import { toApiRequests } from './generate/api-requests.ts';
import { toAssignments } from './generate/assignments.ts';
import { toBookingRows } from './generate/booking-rows.ts';
import { toDrafts } from './generate/bookings.ts';
import { toCalendarLinks } from './generate/calendar-links.ts';
import { toCustomers } from './generate/customers.ts';
import { toEventRows, toSessionEvents } from './generate/events.ts';
import { toMerchants } from './generate/merchants.ts';
import { toMilestones } from './generate/milestones.ts';
import { toMinuteMetrics } from './generate/minute-metrics.ts';
import { toCourses } from './generate/outcomes.ts';
import { toPayments } from './generate/payments.ts';
import { toReminders } from './generate/reminders.ts';
import { toServices } from './generate/services.ts';
import { toSessions } from './generate/sessions.ts';
import { toStaff } from './generate/staff.ts';
import { toTickets } from './generate/tickets.ts';
import { toWebhookDeliveries } from './generate/webhooks.ts';
import { history } from './seeds.ts';
import type { Seed } from './seeds.ts';
import type { Database } from './tables.ts';

export { seeds } from './seeds.ts';

/**
 * Makes Slotlark's analysis copy. The same seed gives the same rows on every machine: nothing here
 * looks at a clock, a locale or the platform's random numbers, and arithmetic keeps to operations
 * whose result IEEE 754 fixes to the last bit.
 */
export function generate(seed: Seed): Database {
  const merchants = toMerchants(seed);
  const staff = toStaff(seed, merchants);
  const services = toServices(seed, merchants);
  const drafts = toDrafts(seed, merchants, staff, services);
  const { customers, parties } = toCustomers(seed, drafts);
  const courses = toCourses(seed, drafts, parties);
  const reminders = toReminders(seed, drafts, courses);
  const payments = toPayments(seed, drafts, courses);
  const { sessions, phoned } = toSessions(seed, merchants, drafts, payments);
  const bookings = toBookingRows(seed, drafts, parties, courses, reminders, phoned);
  const calendar_links = toCalendarLinks(seed, merchants, staff);
  const milestones = toMilestones(seed, { merchants, staff, services, bookings, calendar_links });
  const database: Database = {
    merchants,
    staff,
    services,
    customers,
    bookings,
    reminders,
    payments,
    events: toEventRows([...toSessionEvents(seed, sessions), ...milestones]),
    assignments: toAssignments(seed, merchants),
    releases: releases.map(([component, version, releasedAt, note], index) => ({
      release_id: index + 1,
      component,
      version,
      released_at: at(releasedAt),
      note,
    })),
    calendar_links,
    api_requests: toApiRequests(seed, merchants),
    webhook_deliveries: toWebhookDeliveries(seed, merchants),
    tickets: toTickets(seed, merchants),
    minute_metrics: toMinuteMetrics(seed),
  };
  // Last, since nothing else may follow from a sign-up that comes some days earlier.
  standOnMonths(
    merchants.filter(
      ({ onboarding_path, is_test, signed_up_at, churned_at }) =>
        onboarding_path === 'self_serve' &&
        !is_test &&
        signed_up_at < at(history.events.from) &&
        churned_at === null,
    ),
    'signed_up_at',
    ({ signed_up_at }) => signed_up_at - 12 * day,
  );
  return database;
}
