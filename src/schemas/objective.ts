import { z } from 'astro/zod';
import { bloomLevel, id, text } from './common.ts';

const letters = {
  remember: 'R',
  understand: 'U',
  apply: 'P',
  analyze: 'A',
  evaluate: 'E',
  create: 'C',
} as const;

/** `content/objectives/<id>.yaml`: one learning objective. */
export const objectiveSchema = z
  .strictObject({
    /** Level letter and number, as in "P1". */
    code: z.string().regex(/^[RUPAEC][1-9]$/, 'use a level letter and a number, as in P1'),
    level: bloomLevel,
    /** Verbatim from the course description. */
    wording: text,
    /** At most five words, for the places where the wording does not fit. */
    label: text,
    /** Topics of the course that the objective belongs to. */
    topics: z.array(id).min(1),
  })
  .refine(({ code, level }) => code.startsWith(letters[level]), {
    path: ['code'],
    error:
      'use the letter of the level: R remember, U understand, P apply, A analyze, E evaluate, C create',
  });

export type ObjectiveFile = z.infer<typeof objectiveSchema>;
