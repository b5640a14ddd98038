import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { wordsOfPage } from '../../src/exports/site/search-words.ts';
import { findEntries, mendQuery } from '../../src/lib/search/find.ts';
import type { SearchIndex } from '../../src/lib/search/search-index.ts';
import { pages, readText } from './site.ts';

const index = JSON.parse(readText('search.json')) as SearchIndex;
const questions = parse(readFileSync('tests/fixtures/questions.yaml', 'utf8')) as {
  ask: string;
  finds: string[];
}[];

it('answers at least 95% of how people ask within the first three', () => {
  const missed = questions.filter(({ ask, finds }) => {
    const found = findEntries(index, mendQuery(index, ask) ?? ask).slice(0, 3);
    return !found.some(({ path }) => finds.some((id) => path.split('/').includes(id)));
  });
  const share = 1 - missed.length / questions.length;
  console.log(
    `${(100 * share).toFixed(1)}% of ${questions.length} questions; not: ${missed.map(({ ask }) => ask).join(', ')}`,
  );
  expect(questions.length).toBeGreaterThanOrEqual(120);
  expect(share).toBeGreaterThanOrEqual(0.95);
});

it('replaces no word that stands on a page', () => {
  const words = new Set(pages.flatMap((page) => wordsOfPage(readText(page))));
  const replaced = [...words].filter((word) => mendQuery(index, word) !== undefined);
  expect(words.size).toBeGreaterThan(3_000);
  expect(replaced).toEqual([]);
});
