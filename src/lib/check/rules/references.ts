import { unreadIn } from '../../content/content.ts';
import type { Content } from '../../content/content.ts';
import type { Entry } from '../../content/entry.ts';
import type { Finding } from '../../content/finding.ts';

type Path = (string | number)[];

interface Kind {
  /** What a message calls it. */
  name: string;
  /** Whether there is one of that id, or may be, in a file that cannot be read. */
  has: (id: string) => boolean;
  /** What to do where the id is missing. */
  remedy: (id: string) => string;
}

/** Every id that one file names in another must exist. */
export function checkReferences(content: Content): Finding[] {
  const kinds = toKinds(content);
  const findings: Finding[] = [];
  const expect = (entry: Entry<unknown>, kind: Kind, id: string, ...path: Path) => {
    if (kind.has(id)) return;
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
      Fact: kinds.fact,
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
    const folder = activity.file.split('/').at(-2) ?? '';
    if (activity.data.role !== 'diagnostic') expect(activity, kinds.chapter, folder);
  }
  for (const diagram of content.diagrams) {
    const [field, nodes] =
      diagram.data.form === 'sequence'
        ? ['participants', diagram.data.participants]
        : ['nodes', diagram.data.nodes];
    nodes.forEach(({ term }, index) => {
      if (term) expect(diagram, kinds.term, term, field, index, 'term');
    });
  }
  for (const document of content.documents) {
    expectAll(document, kinds.document, 'supersedes', document.data.supersedes);
    expectAll(document, kinds.document, 'related', document.data.related);
    expectAll(document, kinds.chapter, 'chapters', document.data.chapters);
  }
  content.company?.data.timeline.forEach(({ document }, index) => {
    if (document) {
      expect(content.company!, kinds.document, document, 'timeline', index, 'document');
    }
  });
  for (const fact of content.facts) {
    if (fact.data.items) expect(fact, kinds.document, fact.data.items, 'items');
  }
  for (const { id, file, line } of content.factUses) {
    if (file.endsWith('.mdx')) {
      const problem = `"{fact:${id}}" is not filled in a chapter.`;
      const remedy = `Write <Fact id="${id}" />; in the frontmatter, say it without the number.`;
      findings.push({ file, line, problem, remedy });
    } else {
      expect({ ...course, file, lineOf: () => line }, kinds.fact, id);
    }
  }
  for (const entry of [...content.terms, ...content.activities, ...content.documents]) {
    for (const { url, line } of entry.addresses.filter(({ kind }) => kind === 'link')) {
      const [, kind, id = ''] = /^(term|chapter):(.*)$/s.exec(url) ?? [];
      if (kind) expect({ ...entry, lineOf: () => line }, kinds[kind as 'term' | 'chapter'], id);
    }
  }
  return findings;
}

function toKinds(content: Content) {
  const among = (entries: readonly { id: string }[], folder?: string) => {
    const ids = new Set(entries.map(({ id }) => id));
    const unread = new Set(folder && unreadIn(content, folder));
    return (id: string) => ids.has(id) || unread.has(id);
  };
  const hasSource = among(content.sources);
  const hasFact = among(content.facts);
  const areFactsUnread = unreadIn(content, 'company/facts.yaml').length > 0;
  const isListUnread = unreadIn(content, 'sources.yaml').length > 0;
  return {
    topic: {
      name: 'topic',
      has: among(content.course.data.topics),
      remedy: () => 'Use one of the ids under "topics" in content/course.yaml.',
    },
    objective: {
      name: 'objective',
      has: among(content.objectives, 'objectives/'),
      remedy: () => 'Use the name of a file in content/objectives/.',
    },
    chapter: {
      name: 'chapter',
      has: among(content.chapters, 'chapters/'),
      remedy: (id) => `Correct the id, or add content/chapters/<part>/${id}.yaml as a plan.`,
    },
    term: {
      name: 'glossary entry',
      has: among(content.terms, 'glossary/'),
      remedy: (id) => `Correct the id, or write content/glossary/${id}.yaml.`,
    },
    activity: {
      name: 'activity',
      has: among(content.activities, 'activities/'),
      remedy: (id) => `Correct the id, or write content/activities/<chapter>/${id}.yaml.`,
    },
    diagram: {
      name: 'diagram',
      has: among(content.diagrams, 'diagrams/'),
      remedy: (id) => `Correct the id, or write content/diagrams/${id}.yaml.`,
    },
    document: {
      name: 'document',
      has: among(content.documents, 'company/documents/'),
      remedy: (id) => `Correct the id, or write content/company/documents/${id}.md or .yaml.`,
    },
    fact: {
      name: 'fact',
      has: (id) => areFactsUnread || hasFact(id),
      remedy: (id) => `Correct the id, or add "${id}" to content/company/facts.yaml.`,
    },
    source: {
      name: 'source',
      has: (id) => isListUnread || hasSource(id),
      remedy: (id) => `Correct the id, or add "${id}" to content/sources.yaml.`,
    },
  } satisfies Record<string, Kind>;
}
