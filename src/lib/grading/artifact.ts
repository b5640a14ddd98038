import type { Lint } from '../../schemas/activity-judgment.ts';

/** A piece of work: the text of each field. */
export type Work = Readonly<Record<string, string>>;

/** The rules that a piece of work breaks. */
export function findBroken(work: Work, lints: readonly Lint[]): Lint[] {
  return lints.filter(({ field, rule }) => !holds(work, work[field] ?? '', rule));
}

function holds(work: Work, text: string, rule: Lint['rule']): boolean {
  switch (rule.kind) {
    case 'words': {
      const words = text.split(/\s+/).filter(Boolean).length;
      return words >= rule.min && words <= (rule.max ?? Infinity);
    }
    case 'number':
      return isWithin(toAmount(text), rule);
    case 'has':
      return new RegExp(rule.pattern, 'i').test(text);
    case 'lacks':
      return !new RegExp(rule.pattern, 'i').test(text);
    case 'ratio':
      return isWithin(toAmount(text) / toAmount(work[rule.to] ?? ''), rule);
  }
}

/** A number as people write it; NaN where there is none, which is within nothing. */
const toAmount = (text: string) => (text.trim() === '' ? NaN : Number(text.replaceAll(',', '')));

const isWithin = (
  value: number,
  { min = -Infinity, max = Infinity }: { min?: number | undefined; max?: number | undefined },
) => value >= min && value <= max;

/** A piece of work as Markdown: each field under its label. */
export function toMarkdown(
  title: string,
  parts: readonly { label: string; text: string }[],
): string {
  const sections = parts.map(({ label, text }) => `## ${label}\n\n${text.trim() || '(empty)'}\n`);
  return [`# ${title}\n`, ...sections].join('\n');
}
