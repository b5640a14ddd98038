import { z } from 'astro/zod';
import { day, id, markdown, text } from './common.ts';

/** `content/company/company.yaml`: who works at the fictional company, and what happened when. */
export const companySchema = z.strictObject({
  name: text,
  /** What the company is, in two or three sentences. */
  about: markdown,
  people: z.array(
    z.strictObject({
      id,
      name: text,
      role: text,
      place: text,
      /** Two or three sentences: what they do, and what they care about. */
      about: markdown,
    }),
  ),
  /** Diagrams of the architecture, oldest first, for the company's page. */
  diagrams: z.array(id).default([]),
  timeline: z.array(
    z.strictObject({
      /** A day, or a month written YYYY-MM. */
      date: z.union([day, z.string().regex(/^\d{4}-\d{2}$/)]),
      title: text,
      text: markdown,
      /** The document that tells more. */
      document: id.optional(),
    }),
  ),
});

export type CompanyFile = z.infer<typeof companySchema>;
