import { toPassages, toSections } from '../../company/passages.ts';
import { unreadIn } from '../../content/content.ts';
import type { Content } from '../../content/content.ts';
import type { Address } from '../../content/addresses.ts';
import type { Entry } from '../../content/entry.ts';
import type { Finding } from '../../content/finding.ts';

/** Every listed source is cited; nothing is loaded from another site; finished chapters are whole. */
export function checkSourcing(content: Content): Finding[] {
  return [...checkCited(content), ...checkLoading(content), ...checkWhole(content)];
}

function checkCited(content: Content): Finding[] {
  const { sources, chapters, terms, diagrams, documents } = content;
  if (unreadIn(content, 'chapters/').length > 0) return [];
  const mayCite = unreadIn(content, 'glossary/').length > 0;
  const uses = chapters.flatMap(({ body }) => body?.uses ?? []);
  const cited = new Set([
    ...uses.filter(({ name }) => name === 'Cite').map(({ id }) => id),
    ...terms.flatMap(({ data }) => data.sources),
  ]);
  const drawn = new Set([
    ...uses.filter(({ name }) => name === 'Diagram').map(({ id }) => id),
    ...documents.flatMap(({ body }) =>
      toPassages(toSections(body ?? '')).flatMap(({ kind, text }) =>
        kind === 'diagram' ? text : [],
      ),
    ),
    ...(content.company?.data.diagrams ?? []),
  ]);
  return [
    ...sources
      .filter(({ id }) => !mayCite && !cited.has(id))
      .map(({ id, file, lineOf }) => ({
        file,
        line: lineOf(),
        problem: `The source "${id}" is never cited.`,
        remedy: `Cite it with <Cite id="${id}" />, or remove it.`,
      })),
    ...diagrams
      .filter(({ id }) => !drawn.has(id))
      .map(({ id, file }) => ({
        file,
        line: 1,
        problem: `The diagram "${id}" is never shown.`,
        remedy: `Show it with <Diagram id="${id}" /> in a chapter or ![](diagram:${id}) in a document, or remove it.`,
      })),
  ];
}

function checkLoading({ chapters, terms, activities, documents }: Content): Finding[] {
  const findIn = (name: string, entries: readonly Pick<Entry<unknown>, 'file' | 'addresses'>[]) =>
    entries.flatMap(({ file, addresses }) =>
      addresses.filter(isLoading).map(({ url, line }) => ({
        file,
        line,
        problem: `The ${name} loads "${url}" from outside the site.`,
        remedy: 'Nothing may: draw a diagram, or put the file into public/ and load it from there.',
      })),
    );
  return [
    ...findIn('chapter', chapters),
    ...findIn('entry', terms),
    ...findIn('item', activities),
    ...findIn('document', documents),
  ];
}

/** Scripts of the site's own may not stand in a text either. */
function isLoading({ kind, url }: Address): boolean {
  // Also within a style or a list of sources, hence not only at the start.
  const isExternal = /(?:^|[\s('"=])(?:[a-z][a-z\d+.-]*:)?\/\//i.test(url);
  return kind === 'script' || (kind !== 'link' && isExternal);
}

function checkWhole({ chapters }: Content): Finding[] {
  return chapters
    .filter(({ body, data }) => body && !data.lede)
    .map(({ file }) => ({
      file,
      line: 1,
      problem: 'A written chapter has no "lede".',
      remedy: 'Add the sentence that stands under the title.',
    }));
}
