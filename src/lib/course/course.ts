import type { ActivityFile } from '../grading/kinds.ts';
import type { ChapterFile } from '../../schemas/chapter.ts';
import type { CourseFile } from '../../schemas/course.ts';
import type { ChartFile } from '../../schemas/chart.ts';
import type { CompanyFile } from '../../schemas/company.ts';
import type { ObjectiveFile } from '../../schemas/objective.ts';
import type { SourceFile } from '../../schemas/source.ts';
import type { TermFile } from '../../schemas/term.ts';
import type { ChapterEntry, Content } from '../content/content.ts';
import { fillFacts } from '../text/facts.ts';
import type { FactTexts } from '../text/facts.ts';
import { toModel } from '../drawing/diagram/model.ts';
import type { DiagramModel } from '../drawing/diagram/model.ts';
import { compareDocuments, toDocument } from './document.ts';
import type { CompanyDocument } from './document.ts';
import { toEvidence } from './evidence.ts';
import type { Evidence } from './evidence.ts';

export interface Chapter extends ChapterFile {
  id: string;
  /** 1 for the course's first chapter. */
  number: number;
  part: Part;
  /** `done` once its text is written. */
  status: 'done' | 'planned';
  /** Words of prose; 0 while planned. */
  words: number;
  /** Its prose as plain text, for the search's vocabulary. */
  text: string;
  /** What its body uses, each id once, in order of first use. */
  uses: { terms: string[]; activities: string[]; diagrams: string[]; sources: string[] };
  /** Its file, from the project's root. */
  file: string;
}

export interface Part {
  id: string;
  title: string;
  /** 1 for the course's first part. */
  number: number;
}

export interface Objective extends ObjectiveFile {
  id: string;
  evidence: Evidence;
  /** Chapters, planned ones too, that have it as their own. */
  homes: Chapter[];
  /** Chapters, planned ones too, that come back to it. */
  reinforcedIn: Chapter[];
}

export interface Term extends TermFile {
  id: string;
  /** The chapter that introduces it. */
  home: Chapter;
  /** Finished chapters that show its card. */
  usedIn: Chapter[];
}

export type Activity = ActivityFile & {
  id: string;
  /** The chapter it belongs to: the folder its file is in. */
  chapter: string;
};

export interface Source extends SourceFile {
  /** Finished chapters that cite it, and terms that rest on it. */
  citedIn: Chapter[];
  citedBy: Term[];
}

export interface Diagram extends DiagramModel {
  id: string;
  usedIn: Chapter[];
  /** Documents of the company that show it. */
  shownIn: CompanyDocument[];
}

/** The whole course, every relation resolved. Built once from valid content. */
export interface Course extends Omit<CourseFile, 'parts'> {
  parts: (Part & { chapters: Chapter[] })[];
  /** In reading order. */
  chapters: Chapter[];
  /** In the order of the course description: by level, then by number. */
  objectives: Objective[];
  /** In alphabetical order. */
  terms: Term[];
  activities: Activity[];
  diagrams: Diagram[];
  /** In alphabetical order of author. */
  sources: Source[];
  company: CompanyFile | undefined;
  /** By kind, newest first. */
  documents: CompanyDocument[];
  charts: (ChartFile & { id: string })[];
  /** Facts as prose shows them. */
  facts: FactTexts;
  /** The texts of the company's files, by name. */
  files: ReadonlyMap<string, string>;
}

const levels = ['remember', 'understand', 'apply', 'analyze', 'evaluate', 'create'] as const;

/**
 * Builds the course from content that has passed `checkContent`.
 *
 * @param facts - what stands for `{fact:id}` in any text.
 */
export function toCourse(unfilled: Content, facts: FactTexts): Course {
  const content = fillContent(unfilled, facts);
  const parts = toParts(content);
  const chapters = parts.flatMap((part) => part.chapters);
  const using = (kind: keyof Chapter['uses'], id: string) =>
    chapters.filter((chapter) => chapter.uses[kind].includes(id));

  const activities = content.activities.map((entry) => ({
    ...entry.data,
    id: entry.id,
    chapter: entry.file.split('/').at(-2) ?? '',
  }));
  const terms = content.terms
    .map(({ id, data }) => ({
      ...data,
      id,
      home: chapters.find((chapter) => chapter.terms.includes(id))!,
      usedIn: using('terms', id),
    }))
    .sort((a, b) => a.term.localeCompare(b.term, 'en'));
  const objectives = content.objectives
    .map(({ id, data }) => ({
      ...data,
      id,
      evidence: toEvidence({ id, level: data.level }, chapters, activities),
      homes: chapters.filter((chapter) => chapter.objectives.includes(id)),
      reinforcedIn: chapters.filter((chapter) => chapter.reinforces.includes(id)),
    }))
    .sort(
      (a, b) =>
        levels.indexOf(a.level) - levels.indexOf(b.level) || a.code.localeCompare(b.code, 'en'),
    );

  const documents = content.documents
    .map((entry) => toDocument(entry, content, chapters))
    .sort(compareDocuments);

  return {
    ...content.course.data,
    parts,
    chapters,
    objectives,
    terms,
    activities,
    diagrams: content.diagrams.map(({ id, data }) => ({
      ...toModel(data),
      id,
      usedIn: using('diagrams', id),
      shownIn: documents.filter(({ diagrams }) => diagrams.includes(id)),
    })),
    sources: content.sources
      .map(({ id, data }) => ({
        ...data,
        citedIn: using('sources', id),
        citedBy: terms.filter((term) => term.sources.includes(id)),
      }))
      .sort((a, b) => a.author.localeCompare(b.author, 'en')),
    company: content.company?.data,
    documents,
    charts: content.charts.map(({ id, data }) => ({ ...data, id })),
    facts,
    files: content.files,
  };
}

/** Writes the facts into everything that is shown. */
function fillContent(content: Content, facts: FactTexts): Content {
  const fill = <Item extends { data: unknown }>(entries: Item[]) =>
    entries.map((entry) => ({ ...entry, data: fillFacts(entry.data, facts) }));
  const { course, company, chapters, objectives, terms, activities, diagrams, documents } = content;
  return {
    ...content,
    course: { ...course, data: fillFacts(course.data, facts) },
    company: company && { ...company, data: fillFacts(company.data, facts) },
    chapters: fill(chapters),
    objectives: fill(objectives),
    terms: fill(terms),
    activities: fill(activities),
    diagrams: fill(diagrams),
    documents: fill(documents).map((entry) =>
      entry.body === undefined ? entry : { ...entry, body: fillFacts(entry.body, facts) },
    ),
  };
}

function toParts({ course, chapters }: Content): Course['parts'] {
  let number = 0;
  return course.data.parts.map(({ id, title, chapters: ids }, index) => {
    const part = { id, title, number: index + 1 };
    const toEntry = (chapterId: string) => chapters.find((entry) => entry.id === chapterId)!;
    return {
      ...part,
      chapters: ids.map((chapterId) => toChapter(toEntry(chapterId), (number += 1), part)),
    };
  });
}

function toChapter({ id, data, body, file }: ChapterEntry, number: number, part: Part): Chapter {
  const idsOf = (name: string) => [
    ...new Set(body?.uses.filter((use) => use.name === name).map((use) => use.id)),
  ];
  return {
    ...data,
    id,
    number,
    part,
    file,
    status: body ? 'done' : 'planned',
    words: body?.words ?? 0,
    text: body?.runs.map((run) => run.text).join(' ') ?? '',
    uses: {
      terms: idsOf('Term'),
      activities: idsOf('Activity'),
      diagrams: idsOf('Diagram'),
      sources: idsOf('Cite'),
    },
  };
}
