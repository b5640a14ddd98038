import { z } from 'astro/zod';
import { day, id, markdown, text } from './common.ts';

/** A place in a document: a passage's number (`4.2`), an item's id (`d-07`), or an anchor. */
const place = text;

/** What a careful reader should find. Kept out of the page; the check finds each in the text. */
const flaw = z.strictObject({
  id,
  /** `contradiction`: with another place, named under `against`. */
  kind: z.enum(['flaw', 'contradiction']),
  at: place,
  /** The exact words there. */
  quote: text,
  against: z.strictObject({ document: id, at: place, quote: text }).optional(),
  /** What is wrong, how one notices, what would be right. */
  explanation: markdown,
});

/** The fields of every document. */
export const frame = {
  /** The short name people use, such as RFC-014. */
  label: text,
  title: text,
  /** One sentence for lists. */
  summary: text,
  /** The author, if one of the company's people … */
  person: id.optional(),
  /** … or the organization that wrote it. */
  organization: text.optional(),
  /** The day of this version. */
  date: day,
  version: text,
  status: z.enum(['draft', 'in review', 'accepted', 'superseded', 'final', 'current']),
  supersedes: z.array(id).default([]),
  related: z.array(id).default([]),
  /** The chapters that use it. */
  chapters: z.array(id).min(1),
  flaws: z.array(flaw).default([]),
  /** What looks wrong and is right: for exercises that count false alarms. */
  sound: z.array(z.strictObject({ at: place, quote: text, explanation: markdown })).default([]),
};

const proseKinds = ['rfc', 'adr', 'postmortem', 'memo'] as const;
const prose = proseKinds.map((kind) => z.strictObject({ kind: z.literal(kind), ...frame }));

/** Frontmatter of a document in prose: `content/company/documents/<id>.md`. */
export const proseSchema = z.discriminatedUnion('kind', [prose[0]!, ...prose.slice(1)]);

export type ProseFile = z.infer<typeof proseSchema>;
