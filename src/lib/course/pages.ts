import { stripMarkdown } from '../text/markdown.ts';
import type { Course } from './course.ts';
import { kindNames } from './document.ts';
import { paths } from '../paths.ts';

export type PageKind = 'course' | 'chapter' | 'objective' | 'term' | 'document' | 'page';

/** A page of the site, as link previews, structured data and tests know it. */
export interface Page {
  kind: PageKind;
  /** Relative to the site's root, without a leading slash. */
  path: string;
  title: string;
  description: string;
  /** A few words above the title: what kind of page it is. */
  eyebrow: string;
  /** Id of the chapter, objective, term or document it shows. */
  id?: string;
}

/** Every page of the site, in the order of the course. */
export function toPages(course: Course): Page[] {
  const { shortTitle } = course;
  const written = course.chapters.filter(({ status }) => status === 'done');
  const tested = course.objectives.filter(({ evidence }) => evidence.assessed.length > 0);
  const page = (path: string, title: string, description: string): Page => ({
    kind: 'page',
    path,
    title,
    description,
    eyebrow: shortTitle,
  });
  return [
    {
      kind: 'course',
      path: paths.home,
      title: course.title.replaceAll("'", '’'),
      description: course.description,
      eyebrow: 'A self-paced course',
    },
    page(
      paths.syllabus,
      'Syllabus and map',
      `Where each of the ${course.objectives.length} skills is taught, practiced and tested: ${course.chapters.length} chapters in ${course.parts.length} parts, on one map.`,
    ),
    ...written.map(({ id, title, description, part, number }): Page => ({
      kind: 'chapter',
      path: paths.chapter(id),
      title,
      description,
      eyebrow: `Part ${part.number} · ${part.title} · Chapter ${number}`,
      id,
    })),
    ...[
      ...written.map(({ id, title }) => ({ path: paths.chapter(id), title })),
      ...tested.map(({ id, label }) => ({ path: paths.objective(id), title: label })),
      { path: paths.diagnostic, title: 'The diagnostic' },
    ].map(({ path, title }) =>
      page(
        paths.answers(path),
        `Answers: ${title}`,
        `The answers to the questions of “${title}”, with a reason for every option.`,
      ),
    ),
    page(
      paths.objectives,
      'Learning objectives',
      `The ${course.objectives.length} learning objectives of the course, each with the evidence that it is taught, practiced and tested.`,
    ),
    ...course.objectives.map(({ id, code, label, wording, level }): Page => ({
      kind: 'objective',
      path: paths.objective(id),
      title: label,
      description: `${wording}. Where the course teaches it, practices it and tests it.`,
      eyebrow: `Objective ${code} · ${level}`,
      id,
    })),
    page(
      paths.glossary,
      'Glossary',
      `${course.terms.length} terms in plain words, each with an example, a false friend and a question for an engineer.`,
    ),
    ...course.terms.map(({ id, term, definition }): Page => ({
      kind: 'term',
      path: paths.term(id),
      title: capitalize(term),
      description: stripMarkdown(definition),
      eyebrow: 'Glossary',
      id,
    })),
    ...(course.company
      ? [
          page(
            paths.company,
            `${course.company.name}, the company`,
            `Who works at ${course.company.name}, what happened when, and the ${course.documents.length} documents its people wrote.`,
          ),
          page(
            paths.data,
            'The practice database',
            `Every table and column of the database that the course’s exercises ask, with sample rows and downloads.`,
          ),
        ]
      : []),
    ...course.documents.map(({ id, kind, name, summary }): Page => ({
      kind: 'document',
      path: paths.document(id),
      title: name,
      description: stripMarkdown(summary),
      eyebrow: `${course.company?.name ?? ''} · ${kindNames[kind]}`,
      id,
    })),
    page(
      paths.sources,
      'Sources',
      'Every source the course cites, with the day it was looked up and how it was checked.',
    ),
    page(
      paths.progress,
      'Your progress',
      'What you have read and answered, kept in this browser: export it, import it or erase it.',
    ),
    page(
      paths.review,
      'Review',
      'What is due today: terms and questions that come back when you are about to forget them. Two minutes are a useful session.',
    ),
    page(
      paths.diagnostic,
      'The diagnostic',
      'Twenty-four questions in twenty-five minutes, and a route through the course: what to study, what to skim and what to skip, with the reason.',
    ),
    page(
      paths.offline,
      'Study offline',
      'The whole course without a network: in this browser, or as a folder that you unzip and open on a computer, a tablet or a phone.',
    ),
    page(
      paths.about,
      'About the course',
      'Who the course is for, what it covers and leaves out, how to study it, and what happens to your data: nothing leaves your browser.',
    ),
  ];
}

/** Upper-cases the first letter. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
