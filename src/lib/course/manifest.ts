import type { Manifest } from '../../schemas/manifest.ts';
import { stripMarkdown } from '../text/markdown.ts';
import type { Course, Diagram } from './course.ts';
import { paths } from '../paths.ts';

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

/** A file that readers may take away. */
export interface Download {
  id: string;
  /** The file's name. */
  name: string;
  title: string;
  bytes: number;
}

/** A diagram stands in a chapter, a document, or on the company's own page. */
const toDiagramPath = ({ id, usedIn, shownIn }: Pick<Diagram, 'id' | 'usedIn' | 'shownIn'>) => {
  const [chapter] = usedIn;
  const [document] = shownIn;
  if (chapter) return `${paths.chapter(chapter.id)}#${id}`;
  return `${document ? paths.document(document.id) : paths.company}#${id}`;
};

/**
 * The course as data, without the answers of its activities.
 *
 * @param href - puts a site path under the base path.
 */
export function toManifest(
  course: Course,
  href: (path: string) => string,
  downloads: readonly Download[],
): Manifest {
  const { chapters, objectives, terms, activities, diagrams, documents, sources } = course;
  const done = chapters.filter(({ status }) => status === 'done');
  return {
    $schema: './course.schema.json',
    version: 2,
    course: {
      id: course.id,
      title: course.title,
      description: course.description,
      url: href(paths.home),
      reviewed: course.reviewed,
    },
    counts: {
      parts: course.parts.length,
      chapters: chapters.length,
      chaptersDone: done.length,
      objectives: objectives.length,
      terms: terms.length,
      activities: activities.length,
      diagrams: diagrams.length,
      documents: documents.length,
      sources: sources.length,
      words: done.reduce((sum, chapter) => sum + chapter.words, 0),
    },
    topics: course.topics,
    parts: course.parts.map((part) => ({
      id: part.id,
      title: part.title,
      chapters: idsOf(part.chapters),
    })),
    chapters: chapters.map((chapter) => ({
      id: chapter.id,
      number: chapter.number,
      title: chapter.title,
      description: chapter.description,
      part: chapter.part.id,
      ...(chapter.status === 'done' && { url: href(paths.chapter(chapter.id)) }),
      status: chapter.status,
      minutes: chapter.minutes,
      words: chapter.words,
      objectives: chapter.objectives,
      reinforces: chapter.reinforces,
      topics: chapter.topics,
      prerequisites: chapter.prerequisites,
      terms: chapter.terms,
      uses: chapter.uses,
    })),
    objectives: objectives.map(({ id, code, level, wording, topics, evidence }) => ({
      id,
      code,
      level,
      wording,
      url: href(paths.objective(id)),
      topics,
      evidence,
    })),
    terms: terms.map(({ id, term, definition, topic, home, related, usedIn }) => ({
      id,
      term,
      definition: stripMarkdown(definition),
      topic,
      home: home.id,
      related,
      usedIn: idsOf(usedIn),
      url: href(paths.term(id)),
    })),
    activities: activities.map((activity) => ({
      id: activity.id,
      type: activity.type,
      title: activity.title,
      role: activity.role,
      bloom: activity.bloom,
      objectives: activity.objectives,
      pool: activity.pool,
      chapter: activity.chapter,
      url: href(`${paths.activity(activity)}#${activity.id}`),
    })),
    diagrams: diagrams.map(({ id, title, steps, usedIn, shownIn }) => ({
      id,
      title,
      steps: steps.length,
      usedIn: idsOf(usedIn),
      url: href(toDiagramPath({ id, usedIn, shownIn })),
    })),
    documents: documents.map(
      ({ id, kind, label, title, date, version, status, author, usedIn }) => ({
        id,
        kind,
        label,
        title,
        author: author.name,
        date,
        version,
        status,
        chapters: idsOf(usedIn),
        url: href(paths.document(id)),
      }),
    ),
    sources: sources.map(({ id, author, title, date, checked, url }) => ({
      id,
      author,
      title,
      date,
      checked,
      link: url,
      url: href(paths.source(id)),
    })),
    downloads: downloads.map(({ name, ...download }) => ({
      ...download,
      url: href(paths.database(name)),
    })),
  };
}
