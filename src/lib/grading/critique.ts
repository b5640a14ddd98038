import type { CritiqueFile, CritiqueKey } from '../../schemas/activity/critique.ts';
import type { StoredAnswer } from '../../schemas/progress.ts';
import { usual } from './kind.ts';
import type { Outcome, Problem, Traits } from './kind.ts';
import { toIdCheck } from './references.ts';

/** A region marked as a flaw. */
export interface Mark {
  region: string;
  /** 1 to 3, as the learner sees it. */
  severity: number;
  why: string;
}

export interface CritiqueAnswer {
  marks: Mark[];
}

/** What a critique came to, beside that of experts. */
export interface CritiqueGrade extends Outcome {
  /** Flaws that were found. */
  hits: string[];
  misses: string[];
  /** Regions that were marked and are no flaws. */
  falseAlarms: string[];
  /** Flaws found whose severity is the experts' own. */
  sameSeverity: number;
}

export const traits = (): Traits => usual;

export function check({ regions, flaws, sound, pass }: CritiqueFile): Problem[] {
  const checkRegion = toIdCheck(
    'region',
    regions.map(({ id }) => id),
  );
  const isFlaw = (region: string) => flaws.some((flaw) => flaw.region === region);
  return [
    ...flaws.flatMap(({ region }, index) => checkRegion(region, 'flaws', index, 'region')),
    ...sound.flatMap(({ region }, index): Problem[] => [
      ...checkRegion(region, 'sound', index, 'region'),
      ...(isFlaw(region)
        ? [
            {
              path: ['sound', index],
              problem: `The region "${region}" is both a flaw and sound.`,
              remedy: 'Decide.',
            },
          ]
        : []),
    ]),
    ...(pass.hits > flaws.length
      ? [
          {
            path: ['pass'],
            problem: `The item has ${flaws.length} flaws only.`,
            remedy: 'Ask for as many hits at most.',
          },
        ]
      : []),
  ];
}

export const toKey = ({ flaws, pass }: CritiqueFile): CritiqueKey => ({
  flaws: Object.fromEntries(flaws.map(({ region, severity }) => [region, severity])),
  pass,
});

/** In progress version 2 a mark was one text: `region 2 why`. */
export function read(stored: StoredAnswer): CritiqueAnswer | undefined {
  if (typeof stored === 'string') return undefined;
  if (!Array.isArray(stored)) {
    return Array.isArray(stored.marks) ? { marks: stored.marks.filter(isMark) } : undefined;
  }
  const marks = stored.map((mark) => {
    const [, region = '', severity = '2', why = ''] = /^(\S+) (\d) (.*)$/s.exec(mark) ?? [];
    return { region, severity: Number(severity), why };
  });
  return { marks };
}

function isMark(value: unknown): value is Mark {
  const { region, severity, why } = (value ?? {}) as Partial<Record<keyof Mark, unknown>>;
  return typeof region === 'string' && typeof severity === 'number' && typeof why === 'string';
}

/**
 * Compares marked regions with the experts' marks. The score is the share of flaws found, less the
 * false alarms beyond those allowed.
 */
export function grade({ flaws, pass }: CritiqueKey, { marks }: CritiqueAnswer): CritiqueGrade {
  const marked = new Map(marks.map(({ region, severity }) => [region, severity]));
  const known = Object.keys(flaws);
  const hits = known.filter((region) => marked.has(region));
  const misses = known.filter((region) => !marked.has(region));
  const falseAlarms = [...marked.keys()].filter((region) => !(region in flaws));
  const excess = Math.max(0, falseAlarms.length - pass.falseAlarms);
  return {
    hits,
    misses,
    falseAlarms,
    sameSeverity: hits.filter((region) => marked.get(region) === flaws[region]).length,
    score: Math.max(0, hits.length - excess) / known.length,
    passed: hits.length >= pass.hits && excess === 0,
  };
}
