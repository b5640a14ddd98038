import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { mendQuery } from '../../lib/search/find.ts';
import type { SearchIndex } from '../../lib/search/search-index.ts';
import { fold } from '../../lib/text/fold.ts';

/** The words of a page as readers see it, folded. */
export function wordsOfPage(html: string): string[] {
  return wordsOf(parse(html));
}

function wordsOf(node: Tree.Node): string[] {
  if ('tagName' in node && ['script', 'style', 'template'].includes(node.tagName)) return [];
  if ('value' in node) return fold(node.value).split(' ');
  return 'childNodes' in node ? node.childNodes.flatMap(wordsOf) : [];
}

/** Adds to the search's words those of the pages that it would take for typing errors. */
export function addPageWords(index: SearchIndex, pages: Iterable<string>): SearchIndex {
  const onPages = new Set([...pages].flatMap(wordsOfPage));
  const isReplaced = (words: string) => (word: string) =>
    mendQuery({ ...index, words }, word) !== undefined;
  let { words } = index;
  // A word that is added can be one letter away from another that is not.
  for (let lost = [...onPages]; lost.length > 0;) {
    lost = [...onPages].filter(isReplaced(words));
    words = [...words.split(' '), ...lost].sort().join(' ');
  }
  return { ...index, words };
}

/** Runs when all pages are there, and before what copies the index. */
export function searchWords(): AstroIntegration {
  return {
    name: 'search-words',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const file = join(folder, 'search.json');
        const index = JSON.parse(readFileSync(file, 'utf8')) as SearchIndex;
        const pages = globSync('**/*.html', { cwd: folder }).map((page) =>
          readFileSync(join(folder, page), 'utf8'),
        );
        writeFileSync(file, JSON.stringify(addPageWords(index, pages)));
      },
    },
  };
}
