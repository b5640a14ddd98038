import type { Content } from '../../content/content.ts';
import type { Address } from '../../content/addresses.ts';
import type { Finding } from '../../content/finding.ts';

type Fault = Pick<Finding, 'problem' | 'remedy'>;

/** A link to a term, a chapter or a document, in Markdown: the whole, its scheme and the id. */
const courseLink = /^(term|chapter|document):(.*)$/is;

/** Links lead somewhere on the built site, whatever its base path. */
export function checkLinks({
  chapters,
  terms,
  activities,
  documents,
  company,
}: Content): Finding[] {
  const planned = chapters.filter(({ body }) => !body).map(({ id }) => id);
  return [
    ...findIn(chapters, findFaultInBody),
    ...findIn([...terms, ...activities, ...documents, ...(company ? [company] : [])], (url) =>
      findFaultInField(url, planned),
    ),
  ];
}

function findIn(
  entries: readonly { file: string; addresses: Address[] }[],
  findFault: (url: string) => Fault | undefined,
): Finding[] {
  return entries.flatMap(({ file, addresses }) =>
    addresses.flatMap(({ kind, url, line }) => {
      const fault = kind === 'link' ? findFault(url) : undefined;
      return fault ? [{ file, line, ...fault }] : [];
    }),
  );
}

function findFaultInBody(url: string): Fault | undefined {
  const [, scheme, id] = courseLink.exec(url) ?? [];
  const toTerm = `Use <Term id="${id ?? '…'}">`;
  const toChapter = 'name a chapter without a link';
  if (!scheme) return findFaultInPath(url, `${toTerm} for a term, and ${toChapter}.`);
  return {
    problem: `The link "${url}" does not work in a chapter.`,
    remedy: {
      term: `${toTerm}.`,
      chapter: 'Name the chapter in plain words, without a link.',
      document: 'Use <Document id="…" passage="…">.',
    }[scheme.toLowerCase() as 'term' | 'chapter' | 'document'],
  };
}

function findFaultInField(url: string, planned: readonly string[]): Fault | undefined {
  const [, scheme, id = ''] = courseLink.exec(url) ?? [];
  if (!scheme) return findFaultInPath(url, 'Write [words](term:id) or [words](chapter:id).');
  if (scheme !== scheme.toLowerCase()) {
    return {
      problem: `The link "${url}" leads nowhere.`,
      remedy: `Write "${scheme.toLowerCase()}:" in lower case.`,
    };
  }
  if (scheme !== 'chapter' || !planned.includes(id)) return undefined;
  return {
    problem: `This links to a chapter that is only planned, "${id}".`,
    remedy: 'Name the chapter without a link until it is written.',
  };
}

function findFaultInPath(url: string, remedy: string): Fault | undefined {
  if (!/^\/(?!\/)/.test(url)) return undefined;
  return { problem: `The link "${url}" breaks where the site has a base path.`, remedy };
}
