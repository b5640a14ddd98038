import type { z } from 'astro/zod';
import { activitySchema } from '../../schemas/activity.ts';
import type { ActivityFile } from '../../schemas/activity.ts';
import { chapterSchema } from '../../schemas/chapter.ts';
import type { ChapterFile } from '../../schemas/chapter.ts';
import { chartSchema } from '../../schemas/chart.ts';
import type { ChartFile } from '../../schemas/chart.ts';
import { companySchema } from '../../schemas/company.ts';
import type { CompanyFile } from '../../schemas/company.ts';
import { courseSchema } from '../../schemas/course.ts';
import type { CourseFile } from '../../schemas/course.ts';
import { diagramSchema } from '../../schemas/diagram.ts';
import type { DiagramFile } from '../../schemas/diagram.ts';
import { structuredSchema } from '../../schemas/document.ts';
import type { DocumentFile } from '../../schemas/document.ts';
import { proseSchema } from '../../schemas/document-frame.ts';
import { factsSchema } from '../../schemas/fact.ts';
import type { FactFile } from '../../schemas/fact.ts';
import { objectiveSchema } from '../../schemas/objective.ts';
import type { ObjectiveFile } from '../../schemas/objective.ts';
import { sourcesSchema } from '../../schemas/source.ts';
import type { SourceFile } from '../../schemas/source.ts';
import { termSchema } from '../../schemas/term.ts';
import type { TermFile } from '../../schemas/term.ts';
import { factToken } from '../text/facts.ts';
import { toId } from './entry.ts';
import type { ContentFile, Entry } from './entry.ts';
import type { Finding } from './finding.ts';
import { parseMdx } from './parse-mdx.ts';
import type { ParsedMdx } from './parse-mdx.ts';
import { parseProse } from './parse-prose.ts';
import { parseYaml } from './parse-yaml.ts';

/** A chapter's declaration, with its body unless it is only planned. */
export interface ChapterEntry extends Entry<ChapterFile> {
  body?: ParsedMdx;
}

/** A document of the company, with its body if it is prose. */
export interface DocumentEntry extends Entry<DocumentFile> {
  /** Markdown, and the number of lines before it. */
  body?: string;
  linesBefore?: number;
}

/** All of `content/`, parsed and valid by schema, not yet checked for integrity. */
export interface Content {
  course: Entry<CourseFile>;
  /** The text of the course description, the authority on wording. */
  description: string;
  objectives: Entry<ObjectiveFile>[];
  chapters: ChapterEntry[];
  terms: Entry<TermFile>[];
  activities: Entry<ActivityFile>[];
  diagrams: Entry<DiagramFile>[];
  sources: Entry<SourceFile>[];
  /** Missing in a course without one. */
  company: Entry<CompanyFile> | undefined;
  documents: DocumentEntry[];
  charts: Entry<ChartFile>[];
  facts: Entry<FactFile>[];
  /** Where facts are quoted outside the bodies of chapters. */
  factUses: { id: string; file: string; line: number }[];
  /** The texts of the company's files, by name. */
  files: ReadonlyMap<string, string>;
  /** Paths of files that could not be read whole: what may stand there is not missed elsewhere. */
  unread: ReadonlySet<string>;
}

export interface ParsedContent {
  /** Missing where `course.yaml` itself cannot be read. */
  content?: Content;
  findings: Finding[];
}

const parsed = new WeakMap<ContentFile, Map<string, unknown>>();

/** Parses a part of a file, unless it has been: an unchanged file comes as the same object. */
function once<Result>(file: ContentFile, part: 'fields' | 'body', parse: () => Result): Result {
  let parts = parsed.get(file);
  if (!parts) parsed.set(file, (parts = new Map()));
  if (!parts.has(part)) parts.set(part, parse());
  return parts.get(part) as Result;
}

/** Parses the files of `content/` into typed entries; what fails its schema becomes findings. */
export function parseContent(files: readonly ContentFile[]): ParsedContent {
  const findings: Finding[] = [];

  const read = <Schema extends z.ZodType>(file: ContentFile, schema: Schema, text?: string) => {
    const parsed = once(file, 'fields', () =>
      parseYaml({ ...file, text: text ?? file.text }, schema, text ? 2 : 1),
    );
    findings.push(...parsed.findings);
    const { data, lineOf, addresses } = parsed;
    if (data === undefined) return [];
    const entry: Entry<z.infer<Schema>> = {
      id: toId(file.path),
      file: file.path,
      data,
      lineOf,
      addresses,
    };
    return [entry];
  };
  const folder = (name: string, extension = '.yaml') =>
    files.filter(({ path }) => path.startsWith(`content/${name}`) && path.endsWith(extension));
  const readAll = <Schema extends z.ZodType>(name: string, schema: Schema) =>
    folder(name).flatMap((file) => read(file, schema));

  const written = folder('chapters/', '.mdx').flatMap((file) => {
    const body = once(file, 'body', () => parseMdx(file));
    findings.push(...body.findings);
    const { addresses } = body;
    const entries = read(file, chapterSchema, body.frontmatter);
    return entries.map((entry) => ({ ...entry, body, addresses }));
  });
  const prose = folder('company/documents/', '.md').flatMap((file) => {
    const { frontmatter, body, linesBefore, addresses } = once(file, 'body', () =>
      parseProse(file),
    );
    const entries = read(file, proseSchema, frontmatter);
    return entries.map((entry) => ({ ...entry, body, linesBefore, addresses }));
  });
  const [course] = readAll('course.yaml', courseSchema);
  const [company] = readAll('company/company.yaml', companySchema);
  const rest = {
    description: folder('course-description', '.md')[0]?.text ?? '',
    objectives: readAll('objectives/', objectiveSchema),
    chapters: [...written, ...readAll('chapters/', chapterSchema)],
    terms: readAll('glossary/', termSchema),
    activities: readAll('activities/', activitySchema),
    diagrams: readAll('diagrams/', diagramSchema),
    sources: readAll('sources.yaml', sourcesSchema).flatMap((list) => toItems(list)),
    company,
    documents: [...prose, ...readAll('company/documents/', structuredSchema)],
    charts: readAll('company/charts/', chartSchema),
    facts: readAll('company/facts.yaml', factsSchema).flatMap((list) => toItems(list)),
    factUses: files.flatMap(findFactUses),
    files: new Map(
      files
        .filter(({ path }) => path.startsWith('content/company/files/'))
        .map(({ path, text }) => [path.slice('content/company/files/'.length), text]),
    ),
    unread: new Set(findings.map(({ file }) => file)),
  };
  return { ...(course && { content: { course, ...rest } }), findings };
}

/** The ids of the files in a folder of `content/` that could not be read whole. */
export function unreadIn({ unread }: Content, folder: string): string[] {
  return [...unread].filter((path) => path.startsWith(`content/${folder}`)).map(toId);
}

/** Makes one entry for each item of a list file. */
function toItems<Item extends { id: string }>(list: Entry<Item[]>): Entry<Item>[] {
  return list.data.map((data, index) => ({
    ...list,
    id: data.id,
    data,
    lineOf: (...path) => list.lineOf(index, ...path),
  }));
}

function findFactUses({ path: file, text }: ContentFile) {
  return [...text.matchAll(factToken)].map(({ index, 2: id = '' }) => ({
    id,
    file,
    line: text.slice(0, index).split('\n').length,
  }));
}
