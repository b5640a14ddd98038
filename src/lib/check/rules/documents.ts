import { plain, toPlaces } from '../../company/places.ts';
import { isPassage, toSections } from '../../company/passages.ts';
import type { Content, DocumentEntry } from '../../content/content.ts';
import type { Finding } from '../../content/finding.ts';
import { findCycle } from './cycle.ts';

type Place = ReadonlyMap<string, string>;

/**
 * Documents have an author, show what exists, and hold each planted flaw at the place named;
 * links to passages arrive.
 */
export function checkDocuments(content: Content): Finding[] {
  const places = new Map(content.documents.map((entry) => [entry.id, placesOf(content, entry)]));
  return [
    ...content.documents.flatMap((entry) => [
      ...checkAuthor(content, entry),
      ...checkShown(content, entry),
      ...checkQuotes(entry, places),
      ...checkNeeds(entry),
    ]),
    ...checkPassageLinks(content, places),
  ];
}

function placesOf({ diagrams, files }: Content, { data, body }: DocumentEntry): Place {
  return toPlaces(data, {
    body,
    diagrams,
    file: 'file' in data ? files.get(data.file) : undefined,
  });
}

function checkAuthor({ company }: Content, { file, data, lineOf }: DocumentEntry): Finding[] {
  const { person, organization } = data;
  if ((person === undefined) === (organization === undefined)) {
    const problem = 'A document has one author: a person of the company, or an organization.';
    return [{ file, line: 1, problem, remedy: 'Give "person" or "organization", not both.' }];
  }
  const known = company?.data.people.some(({ id }) => id === person);
  if (person === undefined || known) return [];
  return [
    {
      file,
      line: lineOf('person'),
      problem: `There is no person "${person}".`,
      remedy: 'Use an id under "people" in content/company/company.yaml.',
    },
  ];
}

/** Drawings, charts and files that a document shows. */
function checkShown(content: Content, entry: DocumentEntry): Finding[] {
  const { file, data, body, linesBefore = 0, lineOf } = entry;
  const missing = (name: string, id: string, line: number, where: string) => ({
    file,
    line,
    problem: `There is no ${name} "${id}".`,
    remedy: `Correct the id, or write ${where}.`,
  });
  if ('file' in data && !content.files.has(data.file)) {
    return [missing('file', data.file, lineOf('file'), `content/company/files/${data.file}`)];
  }
  const known = {
    diagram: { entries: content.diagrams, folder: 'diagrams' },
    chart: { entries: content.charts, folder: 'company/charts' },
  };
  return toSections(body ?? '')
    .flatMap(({ blocks }) => blocks.filter(isPassage))
    .flatMap(({ kind, text, line }) => {
      if (kind !== 'diagram' && kind !== 'chart') return [];
      const { entries, folder } = known[kind];
      if (entries.some(({ id }) => id === text)) return [];
      return [missing(kind, text, line + linesBefore, `content/${folder}/${text}.yaml`)];
    });
}

function checkQuotes(entry: DocumentEntry, places: ReadonlyMap<string, Place>): Finding[] {
  const { id, file, data, lineOf } = entry;
  const check = (document: string, at: string, quote: string, path: (string | number)[]) => {
    const text = places.get(document)?.get(at);
    if (text !== undefined && (text.includes(quote) || text.includes(plain(quote)))) return [];
    const elsewhere = [...(places.get(document) ?? [])].find(([, words]) =>
      words.includes(plain(quote)),
    )?.[0];
    return [
      {
        file,
        line: lineOf(...path),
        problem:
          text === undefined
            ? `"${document}" has no passage "${at}".`
            : `Passage ${at} of "${document}" does not say “${quote}”.`,
        remedy: elsewhere
          ? `It stands in ${elsewhere}: correct "at".`
          : 'Quote the exact words, Markdown marks left out and facts as they are written.',
      },
    ];
  };
  return [
    ...data.flaws.flatMap((flaw, index) => [
      ...check(id, flaw.at, flaw.quote, ['flaws', index, 'quote']),
      ...(flaw.against
        ? check(flaw.against.document, flaw.against.at, flaw.against.quote, [
            'flaws',
            index,
            'against',
            'quote',
          ])
        : []),
    ]),
    ...data.sound.flatMap((sound, index) =>
      check(id, sound.at, sound.quote, ['sound', index, 'quote']),
    ),
    ...(data.kind === 'ai-answers'
      ? data.items.flatMap(({ id: answer, truth }, index) =>
          truth.quote ? check(id, answer, truth.quote, ['items', index, 'truth', 'quote']) : [],
        )
      : []),
  ];
}

/** Backlog items need existing ones, and never each other in a circle. */
function checkNeeds({ file, data, lineOf }: DocumentEntry): Finding[] {
  if (data.kind !== 'backlog') return [];
  const needsOf = (id: string) => data.items.find((item) => item.id === id)?.needs ?? [];
  return data.items.flatMap((item, index) =>
    item.needs.flatMap((need, n) => {
      const place = { file, line: lineOf('items', index, 'needs', n) };
      if (!data.items.some(({ id }) => id === need)) {
        const problem = `The backlog has no item "${need}".`;
        return [{ ...place, problem, remedy: 'Correct the id, or remove it.' }];
      }
      const cycle = findCycle(item.id, need, needsOf);
      if (!cycle) return [];
      const problem = `Items need each other in a circle: ${cycle.join(' → ')}.`;
      return [{ ...place, problem, remedy: 'Remove one of these needs.' }];
    }),
  );
}

function checkPassageLinks(content: Content, places: ReadonlyMap<string, Place>): Finding[] {
  const { chapters, terms, activities, documents } = content;
  const links = [...terms, ...activities, ...documents].flatMap(({ file, addresses }) =>
    addresses.flatMap(({ kind, url, line }) => {
      const [, id = '', at] = /^document:([^#]*)(?:#(.*))?$/s.exec(url) ?? [];
      return kind === 'link' && url.startsWith('document:') ? [{ file, line, id, at }] : [];
    }),
  );
  const cited = chapters.flatMap(({ file, body }) =>
    (body?.uses ?? [])
      .filter(({ name }) => name === 'Document')
      .map(({ id, line, passage: at }) => ({ file, line, id, at })),
  );
  return [...links, ...cited].flatMap(({ file, line, id, at }) => {
    const known = places.get(id);
    if (known && (at === undefined || known.has(at))) return [];
    return [
      {
        file,
        line,
        problem: known ? `"${id}" has no passage "${at ?? ''}".` : `There is no document "${id}".`,
        remedy: known
          ? 'Use a number or an id that stands beside the text on its page.'
          : 'Use the name of a file in content/company/documents/.',
      },
    ];
  });
}
