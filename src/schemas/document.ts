import { z } from 'astro/zod';
import { day, id, markdown, text } from './common.ts';
import { frame } from './document-frame.ts';
import type { ProseFile } from './document-frame.ts';

/** Three-point estimate. */
const range = z.strictObject({
  low: z.number().positive(),
  likely: z.number().positive(),
  high: z.number().positive(),
});

const debtRegister = z.strictObject({
  kind: z.literal('debt-register'),
  ...frame,
  items: z.array(
    z.strictObject({
      id,
      title: text,
      area: z.enum(['api', 'worker', 'mobile', 'data', 'dashboard', 'operations']),
      description: markdown,
      /** What it costs while it stays. */
      interest: markdown,
      /** Where that number comes from. */
      evidence: markdown,
      /** A person's id, or `unowned`. */
      owner: id,
      opened: z.string().regex(/^\d{4}-\d{2}$/),
      /** In engineer-days. */
      effort: range,
      decision: markdown.nullable(),
    }),
  ),
});

const backlog = z.strictObject({
  kind: z.literal('backlog'),
  ...frame,
  items: z.array(
    z.strictObject({
      id,
      title: text,
      kind: z.enum(['feature', 'fix', 'debt', 'enabling', 'compliance']),
      /** What gets better, and for whom. */
      outcome: markdown,
      requested_by: id,
      /** In engineer-weeks. */
      estimate: range,
      /** Items that come first. */
      needs: z.array(id).default([]),
      /** The item of the debt register it pays off. */
      debt: id.optional(),
      note: markdown.optional(),
    }),
  ),
});

const line = z.strictObject({ id, item: text, value: markdown });

const vendorSheet = z.strictObject({
  kind: z.literal('vendor-sheet'),
  ...frame,
  need: z.enum(['sms', 'search', 'calendar']),
  product: text,
  pitch: markdown,
  prices: z
    .array(
      z.strictObject({
        id,
        item: text,
        amount: z.number().nonnegative(),
        currency: z.enum(['EUR', 'USD']),
        /** What the amount is paid for: "month", "message segment", "1,000 searches". */
        per: text,
        /** The tier, where prices step: from this many units … */
        from: z.number().optional(),
        /** … up to this many. */
        to: z.number().optional(),
        note: markdown.optional(),
      }),
    )
    .min(1),
  limits: z.array(line).min(1),
  service: z.array(line).min(1),
  residency: z.array(line).min(1),
  exit: z.array(line).min(1),
});

const jobAd = z.strictObject({
  kind: z.literal('job-ad'),
  ...frame,
  company_type: z.enum([
    'platform',
    'payments',
    'data',
    'identity',
    'developer-tools',
    'ai-feature',
    'health',
    'public-service',
    'marketplace',
    'device',
    'enterprise',
    'startup',
  ]),
  employer: text,
  place: text,
  intro: markdown,
  lines: z.array(z.strictObject({ id, text: markdown })).length(9),
  closing: markdown,
});

const tickets = z.strictObject({
  kind: z.literal('tickets'),
  ...frame,
  items: z.array(
    z.strictObject({
      id,
      /** Its number in the table `tickets`. */
      ticket: z.int().positive(),
      messages: z.array(z.strictObject({ from: text, text: markdown })).min(1),
    }),
  ),
});

const releaseNotes = z.strictObject({
  kind: z.literal('release-notes'),
  ...frame,
  /** The component in the table `releases`. */
  component: z.enum(['android', 'ios', 'api', 'web', 'dashboard']),
  items: z.array(
    z.strictObject({
      id,
      version: text,
      date: day,
      rollout: markdown.optional(),
      notes: z.array(markdown).min(1),
    }),
  ),
});

const aiAnswers = z.strictObject({
  kind: z.literal('ai-answers'),
  ...frame,
  items: z.array(
    z.strictObject({
      id,
      /** What the assistant was used for. */
      task: z.enum(['rebooking', 'sql', 'python', 'api']),
      request: markdown,
      /** What the answer is about. */
      snippet: z.strictObject({ language: text, code: z.string() }).optional(),
      answer: markdown,
      /** The key. Kept out of the page. */
      truth: z.strictObject({
        grade: z.enum(['correct', 'flawed', 'harmful']),
        /** The exact words that are wrong, unless the answer is correct. */
        quote: text.optional(),
        explanation: markdown,
      }),
    }),
  ),
});

const property = z.strictObject({
  name: text,
  type: z.enum(['string', 'integer', 'number', 'boolean', 'timestamp']),
  required: z.boolean(),
  description: text,
});

const eventTaxonomy = z.strictObject({
  kind: z.literal('event-taxonomy'),
  ...frame,
  /** Properties that every event has. */
  common: z.array(property).min(1),
  items: z.array(
    z.strictObject({
      id,
      name: z.string().regex(/^[a-z]+(_[a-z]+)*$/),
      /** The moment at which it is recorded. */
      when: text,
      sender: z.enum(['server', 'app', 'web', 'app and web']),
      properties: z.array(property),
    }),
  ),
});

/** A file of `content/company/files/` that is shown and offered whole. */
const file = z.string().regex(/^[a-z0-9.-]+$/);

const api = z.strictObject({ kind: z.literal('api'), ...frame, file });

const dataFile = z.strictObject({
  kind: z.literal('data-file'),
  ...frame,
  file,
  columns: z.array(z.strictObject({ name: text, description: text })).min(1),
});

/** `content/company/documents/<id>.yaml`: a document made of items. */
export const structuredSchema = z.discriminatedUnion('kind', [
  debtRegister,
  backlog,
  vendorSheet,
  jobAd,
  tickets,
  releaseNotes,
  aiAnswers,
  eventTaxonomy,
  api,
  dataFile,
]);

export type StructuredFile = z.infer<typeof structuredSchema>;
export type DocumentFile = ProseFile | StructuredFile;
