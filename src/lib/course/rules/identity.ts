import type { Content } from '../../content/content.ts';
import type { Entry } from '../../content/entry.ts';
import type { Finding } from '../../content/finding.ts';

/** No id may stand for two things of one kind. */
export function checkIdentity(content: Content): Finding[] {
  const { course } = content;
  const planned = course.data.parts.flatMap((part, p) =>
    part.chapters.map((id, c) => ({
      ...course,
      id,
      lineOf: () => course.lineOf('parts', p, 'chapters', c),
    })),
  );
  return [
    ...findTwins('objective', content.objectives),
    ...findTwins('objective code', content.objectives, (entry) => entry.data.code),
    ...findTwins('chapter', content.chapters),
    ...findTwins('place in the chapter order', planned),
    ...findTwins('term', content.terms),
    ...findTwins('activity', content.activities),
    ...findTwins('diagram', content.diagrams),
    ...findTwins('source', content.sources),
    ...content.diagrams.flatMap(findTwinParts),
  ];
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

function findTwinParts(diagram: Content['diagrams'][number]): Finding[] {
  return (['boundaries', 'nodes', 'edges'] as const).flatMap((field) =>
    findTwins(
      `id in "${field}"`,
      diagram.data[field].map(({ id }, index) => ({
        ...diagram,
        id,
        data: undefined,
        lineOf: () => diagram.lineOf(field, index),
      })),
    ),
  );
}
