import type { Content } from '../../content/content.ts';
import type { Entry } from '../../content/entry.ts';
import type { Finding } from '../../content/finding.ts';

type Path = (string | number)[];

interface Kind {
  /** What a message calls it. */
  name: string;
  ids: Set<string>;
  /** What to do where the id is missing. */
  remedy: (id: string) => string;
}

/** Every id that one file names in another must exist. */
export function checkReferences(content: Content): Finding[] {
  const kinds = toKinds(content);
  const findings: Finding[] = [];
  const expect = (entry: Entry<unknown>, kind: Kind, id: string, ...path: Path) => {
    if (kind.ids.has(id)) return;
    findings.push({
      file: entry.file,
      line: entry.lineOf(...path),
      problem: `There is no ${kind.name} "${id}".`,
      remedy: kind.remedy(id),
    });
  };
  const expectAll = (entry: Entry<unknown>, kind: Kind, field: string, ids: readonly string[]) =>
    ids.forEach((id, index) => expect(entry, kind, id, field, index));

  const { course } = content;
  course.data.parts.forEach((part, p) =>
    part.chapters.forEach((id, c) => expect(course, kinds.chapter, id, 'parts', p, 'chapters', c)),
  );
  for (const objective of content.objectives) {
    expectAll(objective, kinds.topic, 'topics', objective.data.topics);
  }
  for (const chapter of content.chapters) {
    const { objectives, reinforces, topics, prerequisites, terms } = chapter.data;
    expectAll(chapter, kinds.objective, 'objectives', objectives);
    expectAll(chapter, kinds.objective, 'reinforces', reinforces);
    expectAll(chapter, kinds.topic, 'topics', topics);
    expectAll(chapter, kinds.chapter, 'prerequisites', prerequisites);
    expectAll(chapter, kinds.term, 'terms', terms);
    const used: Record<string, Kind> = {
      Term: kinds.term,
      Activity: kinds.activity,
      Diagram: kinds.diagram,
      Cite: kinds.source,
    };
    for (const use of chapter.body?.uses ?? []) {
      const kind = used[use.name];
      if (kind) expect({ ...chapter, lineOf: () => use.line }, kind, use.id);
    }
  }
  for (const term of content.terms) {
    expect(term, kinds.topic, term.data.topic, 'topic');
    expectAll(term, kinds.term, 'related', term.data.related);
    expectAll(term, kinds.source, 'sources', term.data.sources);
  }
  for (const activity of content.activities) {
    expectAll(activity, kinds.objective, 'objectives', activity.data.objectives);
    expect(activity, kinds.chapter, activity.file.split('/').at(-2) ?? '');
  }
  for (const diagram of content.diagrams) {
    diagram.data.nodes.forEach(({ term }, index) => {
      if (term) expect(diagram, kinds.term, term, 'nodes', index, 'term');
    });
  }
  for (const entry of [...content.terms, ...content.activities]) {
    for (const [kind, id] of linksIn(entry.data)) {
      expect(entry, kinds[kind], id, ...findPath(entry.data, `${kind}:${id}`));
    }
  }
  return findings;
}

function toKinds(content: Content) {
  const setOf = (entries: readonly { id: string }[]) => new Set(entries.map(({ id }) => id));
  return {
    topic: {
      name: 'topic',
      ids: setOf(content.course.data.topics),
      remedy: () => 'Use one of the ids under "topics" in content/course.yaml.',
    },
    objective: {
      name: 'objective',
      ids: setOf(content.objectives),
      remedy: () => 'Use the name of a file in content/objectives/.',
    },
    chapter: {
      name: 'chapter',
      ids: setOf(content.chapters),
      remedy: (id) => `Correct the id, or add content/chapters/<part>/${id}.yaml as a plan.`,
    },
    term: {
      name: 'glossary entry',
      ids: setOf(content.terms),
      remedy: (id) => `Correct the id, or write content/glossary/${id}.yaml.`,
    },
    activity: {
      name: 'activity',
      ids: setOf(content.activities),
      remedy: (id) => `Correct the id, or write content/activities/<chapter>/${id}.yaml.`,
    },
    diagram: {
      name: 'diagram',
      ids: setOf(content.diagrams),
      remedy: (id) => `Correct the id, or write content/diagrams/${id}.yaml.`,
    },
    source: {
      name: 'source',
      ids: setOf(content.sources),
      remedy: (id) => `Correct the id, or add "${id}" to content/sources.yaml.`,
    },
  } satisfies Record<string, Kind>;
}

/** Finds `term:id` and `chapter:id` links in the Markdown strings of an entry. */
function linksIn(data: unknown): ['term' | 'chapter', string][] {
  return [...JSON.stringify(data).matchAll(/\]\((term|chapter):([a-z0-9-]+)\)/g)].map(
    ([, kind, id]) => [kind as 'term' | 'chapter', id ?? ''],
  );
}

/** Path of the first string in `data` that holds `needle`. */
function findPath(data: unknown, needle: string): Path {
  if (typeof data !== 'object' || data === null) return [];
  for (const [key, value] of Object.entries(data)) {
    const step = Array.isArray(data) ? Number(key) : key;
    if (typeof value === 'string' && value.includes(needle)) return [step];
    const rest = findPath(value, needle);
    if (rest.length > 0) return [step, ...rest];
  }
  return [];
}
