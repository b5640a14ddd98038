/** Paths of the site's pages, relative to its root, without a leading slash. */
export const paths = {
  home: '',
  syllabus: 'syllabus/',
  glossary: 'glossary/',
  objectives: 'objectives/',
  sources: 'sources/',
  progress: 'progress/',
  review: 'review/',
  diagnostic: 'diagnostic/',
  about: 'about/',
  /** How to study without a network. */
  offline: 'offline/',
  company: 'company/',
  /** The data dictionary, with the downloads. */
  data: 'company/data/',
  /** The tables of the practice database, as a fragment. */
  schema: 'company/data/schema/',
  /** What Python starts from. */
  python: 'labs/python/',
  chapter: (id: string) => `chapters/${id}/`,
  /** The term cards that a chapter can show, as a fragment. */
  cards: (id: string) => `chapters/${id}/cards/`,
  term: (id: string) => `glossary/${id}/`,
  objective: (id: string) => `objectives/${id}/`,
  /** The answers to the questions on a page. */
  answers: (path: string) => `${path}answers/`,
  source: (id: string) => `sources/#${id}`,
  /** A document of the company, or one of its passages. */
  document: (id: string, passage?: string) =>
    `company/documents/${id}/${passage === undefined ? '' : `#${toAnchor(passage)}`}`,
  /** A file that a document shows. */
  file: (name: string) => `company/files/${name}`,
  /** A file of the practice database. */
  database: (name: string) => `company/data/${name}`,
  /** The files of an exercise in Python; those of its hidden run are in the folder `hidden/`. */
  exercise: (activity: { chapter: string; id: string }) =>
    `chapters/${activity.chapter}/files/${activity.id}/`,
  /** The page an activity stands on: a chapter for practice, an objective's page for its check. */
  activity: (activity: { role: string; chapter: string; objectives: string[] }): string => {
    if (activity.role === 'diagnostic') return paths.diagnostic;
    return activity.role === 'assessment'
      ? paths.objective(activity.objectives[0] ?? '')
      : paths.chapter(activity.chapter);
  },
} as const;

/** The HTML id of a passage: `4.2` becomes `p4-2`, other places are ids already. */
export function toAnchor(passage: string): string {
  return /^\d/.test(passage) ? `p${passage.replace('.', '-')}` : passage;
}

/**
 * Puts a site path under the base path.
 *
 * @param base - as Astro gives it: `/` or `/course` or `/course/`.
 */
export function withBase(base: string, path: string): string {
  return `${base.replace(/\/$/, '')}/${path}`;
}
