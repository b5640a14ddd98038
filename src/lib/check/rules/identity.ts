import { id as idSchema } from '../../../schemas/common.ts';
import type { Content } from '../../content/content.ts';
import type { Entry } from '../../content/entry.ts';
import type { Finding } from '../../content/finding.ts';

/** No id may stand for two things of one kind, and a file's name must be an id. */
export function checkIdentity(content: Content): Finding[] {
  const { course, objectives, chapters, terms, activities, diagrams, documents } = content;
  const planned = course.data.parts.flatMap((part, p) =>
    part.chapters.map((id, c) => ({
      ...course,
      id,
      lineOf: () => course.lineOf('parts', p, 'chapters', c),
    })),
  );
  return [
    ...[objectives, chapters, terms, activities, diagrams, documents].flatMap(checkNames),
    ...findTwins('topic', toItems(course, 'topics', course.data.topics)),
    ...findTwins('part', toItems(course, 'parts', course.data.parts)),
    ...findTwins('objective', objectives),
    ...findTwins('objective code', objectives, (entry) => entry.data.code),
    ...findTwins('chapter', chapters),
    ...findTwins('place in the chapter order', planned),
    ...findTwins('term', terms),
    ...findTwins('activity', activities),
    ...activities.flatMap((entry) =>
      Object.entries(entry.data).flatMap(([field, items]) =>
        isItems(items) ? findTwins(`id in "${field}"`, toItems(entry, field, items)) : [],
      ),
    ),
    ...findTwins('diagram', diagrams),
    ...findTwins('source', content.sources),
    ...diagrams.flatMap((diagram) =>
      Object.entries(diagram.data).flatMap(([field, items]) =>
        isItems(items) ? findTwins(`id in "${field}"`, toItems(diagram, field, items)) : [],
      ),
    ),
    ...findTwins('document', documents),
    ...findTwins('fact', content.facts),
    ...documents.flatMap((document) =>
      Object.entries(document.data).flatMap(([field, items]) =>
        isItems(items) ? findTwins(`id in "${field}"`, toItems(document, field, items)) : [],
      ),
    ),
  ];
}

const isItems = (value: unknown): value is { id: string }[] =>
  Array.isArray(value) &&
  value.every((item) => typeof item === 'object' && item !== null && 'id' in item);

function checkNames(entries: readonly Entry<unknown>[]): Finding[] {
  return entries
    .filter(({ id }) => !idSchema.safeParse(id).success)
    .map(({ id, file }) => ({
      file,
      line: 1,
      problem: `The file's name "${id}" is no id.`,
      remedy: 'Rename it: use lower-case letters, digits and single hyphens.',
    }));
}

/** Makes one entry for each item of a field. */
function toItems(
  entry: Entry<unknown>,
  field: string,
  items: readonly { id: string }[],
): Entry<unknown>[] {
  return items.map(({ id }, index) => ({
    ...entry,
    id,
    lineOf: () => entry.lineOf(field, index),
  }));
}

function findTwins<Item extends Entry<unknown>>(
  kind: string,
  entries: readonly Item[],
  keyOf: (entry: Item) => string = (entry) => entry.id,
): Finding[] {
  const seen = new Map<string, Item>();
  return entries.flatMap((entry) => {
    const twin = seen.get(keyOf(entry));
    if (!twin) {
      seen.set(keyOf(entry), entry);
      return [];
    }
    return [
      {
        file: entry.file,
        line: entry.lineOf(),
        problem: `The ${kind} "${keyOf(entry)}" exists already, in ${twin.file}:${twin.lineOf()}.`,
        remedy: isPlanOf(entry, twin)
          ? 'The chapter is written: delete its plan.'
          : 'Give this one another id, or delete it.',
      },
    ];
  });
}

const isPlanOf = (entry: Entry<unknown>, twin: Entry<unknown>) =>
  entry.file.endsWith('.yaml') && twin.file.endsWith('.mdx');
