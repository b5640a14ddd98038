import type { Content } from '../content/content.ts';
import { formatFact, spell } from '../text/facts.ts';
import type { FactTexts } from '../text/facts.ts';

/**
 * The facts of a course as prose shows them.
 *
 * @param queried - the numbers of facts that have a query, by id.
 */
export function toFactTexts(
  { facts, documents }: Pick<Content, 'facts' | 'documents'>,
  queried: Readonly<Record<string, number>>,
): FactTexts {
  const count = (id: string) => {
    const data = documents.find((document) => document.id === id)?.data;
    return data && 'items' in data ? data.items.length : 0;
  };
  return Object.fromEntries(
    facts.flatMap(({ id, data }) => {
      const number = data.value ?? (data.items ? count(data.items) : queried[id]);
      if (number === undefined) throw new Error(`The fact "${id}" has no number.`);
      return [
        [id, formatFact(data, number)],
        [`${id}|words`, spell(number)],
      ];
    }),
  );
}
