import type {
  Course as CourseLd,
  DefinedTerm,
  LearningResource,
  Thing,
  WithContext,
} from 'schema-dts';
import { stripMarkdown } from '../text/markdown.ts';
import type { Course } from './course.ts';
import type { Page } from './pages.ts';
import { paths } from '../paths.ts';

/** Structured data for a page: a Course, a LearningResource or a DefinedTerm of schema.org. */
export function toJsonLd(
  course: Course,
  page: Page,
  toUrl: (path: string) => string,
): WithContext<Thing> | undefined {
  const context = { '@context': 'https://schema.org' } as const;
  const common = {
    '@id': toUrl(page.path),
    url: toUrl(page.path),
    name: page.title,
    description: page.description,
    inLanguage: 'en',
  };
  const isPartOf = { '@type': 'Course', '@id': toUrl(paths.home), name: course.title } as const;

  if (page.kind === 'course') {
    return {
      ...context,
      '@type': 'Course',
      ...common,
      isAccessibleForFree: true,
      license: 'https://creativecommons.org/licenses/by/4.0/',
      coursePrerequisites: course.prerequisites,
      audience: { '@type': 'EducationalAudience', educationalRole: 'Product manager' },
      teaches: course.objectives.map((objective) => objective.wording),
      provider: { '@type': 'Organization', name: course.shortTitle, url: toUrl(paths.home) },
      hasCourseInstance: {
        '@type': 'CourseInstance',
        courseMode: 'Online',
        courseWorkload: toDuration(sum(course.chapters.map((chapter) => chapter.minutes))),
      },
    } satisfies WithContext<CourseLd>;
  }
  if (page.kind === 'chapter') {
    const chapter = course.chapters.find(({ id }) => id === page.id);
    return {
      ...context,
      '@type': 'LearningResource',
      ...common,
      learningResourceType: 'Chapter',
      timeRequired: toDuration(chapter?.minutes ?? 0),
      teaches: course.objectives
        .filter((objective) => chapter?.objectives.includes(objective.id))
        .map((objective) => objective.wording),
      isPartOf,
    } satisfies WithContext<LearningResource>;
  }
  if (page.kind === 'objective') {
    const objective = course.objectives.find(({ id }) => id === page.id)!;
    return {
      ...context,
      '@type': 'LearningResource',
      ...common,
      learningResourceType: 'Assessment',
      educationalLevel: objective.level,
      assesses: objective.wording,
      isPartOf,
    } satisfies WithContext<LearningResource>;
  }
  if (page.kind === 'term') {
    const term = course.terms.find(({ id }) => id === page.id)!;
    return {
      ...context,
      '@type': 'DefinedTerm',
      ...common,
      name: term.term,
      description: stripMarkdown(term.definition),
      termCode: term.id,
      inDefinedTermSet: toUrl(paths.glossary),
    } satisfies WithContext<DefinedTerm>;
  }
  return undefined;
}

/** Minutes as an ISO 8601 duration. */
const toDuration = (minutes: number) => `PT${Math.floor(minutes / 60)}H${minutes % 60}M`;

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
