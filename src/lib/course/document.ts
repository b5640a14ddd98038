import type { DocumentFile } from '../../schemas/document.ts';
import { toPassages, toSections } from '../company/passages.ts';
import type { Section } from '../company/passages.ts';
import type { Content, DocumentEntry } from '../content/content.ts';
import { countWords } from '../text/words.ts';
import { stripMarkdown } from '../text/markdown.ts';

/** A chapter of the course that a document belongs to. */
interface UsedIn {
  id: string;
  number: number;
  title: string;
  status: 'done' | 'planned';
}

/** A document of the company, ready to be shown. */
export type CompanyDocument = DocumentFile & {
  id: string;
  /** What pages, links and the search call it. */
  name: string;
  author: { name: string; role: string };
  /** For prose. */
  sections: Section[];
  /** Ids of the diagrams it shows. */
  diagrams: string[];
  /** Words of prose, or 0. */
  words: number;
  usedIn: UsedIn[];
};

/** What the kinds of documents are called, in the order in which lists show them. */
export const kindNames: Record<DocumentFile['kind'], string> = {
  rfc: 'Request for comments',
  adr: 'Architecture decision record',
  postmortem: 'Postmortem',
  memo: 'Memo',
  api: 'API description',
  'event-taxonomy': 'Event taxonomy',
  'debt-register': 'Debt register',
  backlog: 'Backlog',
  'release-notes': 'Release notes',
  tickets: 'Support tickets',
  'ai-answers': 'AI answers',
  'data-file': 'Data file',
  'vendor-sheet': 'Vendor sheet',
  'job-ad': 'Job ad',
};

/** Orders documents by kind, then newest first. */
export function compareDocuments(a: CompanyDocument, b: CompanyDocument): number {
  const kinds = Object.keys(kindNames);
  return (
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    b.date.localeCompare(a.date) ||
    a.id.localeCompare(b.id, 'en')
  );
}

/** Resolves a document's author, passages and chapters. */
export function toDocument(
  { id, data, body }: DocumentEntry,
  { company }: Content,
  chapters: readonly UsedIn[],
): CompanyDocument {
  const person = company?.data.people.find((someone) => someone.id === data.person);
  const sections = toSections(body ?? '');
  const passages = toPassages(sections);
  return {
    ...data,
    id,
    name: toName(data),
    author: person ?? { name: data.organization ?? '', role: '' },
    sections,
    diagrams: passages.flatMap(({ kind, text }) => (kind === 'diagram' ? text : [])),
    words: passages.reduce((sum, { text }) => sum + countWords(stripMarkdown(text)), 0),
    usedIn: chapters.filter((chapter) => data.chapters.includes(chapter.id)),
  };
}

/** Prose is known by its label, an ad by who placed it; everything else by its title. */
function toName(data: DocumentFile): string {
  if (data.kind === 'job-ad') return `${data.employer}: ${data.title}`;
  const isProse = ['rfc', 'adr', 'postmortem', 'memo'].includes(data.kind);
  return isProse ? `${data.label}: ${data.title}` : data.title;
}
