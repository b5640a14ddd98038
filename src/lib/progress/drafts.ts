import type { Draft, Progress } from '../../schemas/progress.ts';

/** Under what a field's text is stored: the activity's id and, where it has several fields, its name. */
export const toDraftKey = (activity: string, field: string): string =>
  field ? `${activity}#${field}` : activity;

/** What is being written in an activity, by the name of its field; an only field has no name. */
export function draftsOf({ drafts }: Progress, activity: string): Record<string, Draft> {
  const start = `${activity}#`;
  const own = drafts[activity];
  const named = Object.entries(drafts)
    .filter(([key]) => key.startsWith(start))
    .map(([key, draft]) => [key.slice(start.length), draft] as const);
  return { ...(own && split(own)), ...Object.fromEntries(named) };
}

/** Pieces of work were once stored as one text: `{"work": {…}, "own": {…}}`. */
function split(draft: Draft): Record<string, Draft> {
  const whole = { '': draft };
  try {
    const { work, own = {} } = JSON.parse(draft.text) as {
      work?: Record<string, string>;
      own?: Record<string, Record<string, string>>;
    };
    if (!work) return whole;
    const texts = [
      ...Object.entries(work).map(([field, text]) => [`work.${field}`, text] as const),
      ...Object.entries(own).flatMap(([criterion, parts]) =>
        Object.entries(parts).map(([part, text]) => [`own.${criterion}.${part}`, text] as const),
      ),
    ];
    return Object.fromEntries(
      texts.map(([field, text]) => [field, { text: String(text), at: draft.at }]),
    );
  } catch {
    return whole;
  }
}

/** The texts of a piece of work, one paragraph each, without what its author says of it. */
export function toWork(progress: Progress, activity: string): string {
  return Object.entries(draftsOf(progress, activity))
    .filter(([field, { text }]) => (field === '' || field.startsWith('work.')) && text)
    .map(([, { text }]) => text)
    .join('\n\n');
}
