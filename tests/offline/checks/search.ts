import { startChromium } from '../browsers/chromium.ts';
import type { Tab } from '../browsers/browser.ts';
import { openSite } from '../course.ts';
import { arrive, expectSoon, open, ready } from '../visit.ts';
import type { Check, Visit } from '../visit.ts';

interface Hit {
  kind: string;
  title: string;
  href: string;
}

/** A term, the same one misspelt, a word of many pages, a document and words of a passage. */
const queries = ['idempotent', 'idempotant', 'one boat', 'RFC-1', 'the note to the warden'];

const input = 'search-dialog >>> input';

/** What the search finds, once the full text has been looked through too. */
async function ask(tab: Tab, query: string): Promise<Hit[]> {
  let hits: Hit[] = [];
  await tab.click(input);
  await tab.read(input, (field) => ((field as HTMLInputElement).value = ''));
  await tab.type(input, query);
  await expectSoon(
    tab,
    `the search for “${query}” finds a passage and is done`,
    () =>
      tab.read('search-dialog >>> dialog', (dialog) => ({
        note: dialog.querySelector('.note')!.textContent,
        hits: [...dialog.querySelectorAll<HTMLAnchorElement>('.results a')].map((link) => ({
          kind: link.querySelector('.kind')!.textContent,
          title: link.querySelector('b')!.textContent,
          href: link.href,
        })),
      })),
    (shown) => {
      ({ hits } = shown);
      return !shown.note.endsWith('…') && hits.some(({ kind }) => kind === 'Passage');
    },
  );
  return hits;
}

/** Opens the search on a page by its key. */
async function openByKey(visit: Visit, path: string): Promise<void> {
  await open(visit, path);
  await ready(visit.browser, 'site-search a');
  await visit.browser.press('/');
}

/** Asks everything. */
async function askAll(visit: Visit): Promise<string[]> {
  await openByKey(visit, 'glossary/client/');
  const found: string[] = [];
  for (const query of queries) {
    const hits = await ask(visit.browser, query);
    found.push(`${query}:`, ...hits.map(({ kind, title }) => `  ${kind}: ${title}`));
  }
  return found;
}

let online: Promise<string[]> | undefined;

/** What the site finds over HTTP. */
async function askOnline(): Promise<string[]> {
  const [browser, place] = [await startChromium(), await openSite()];
  try {
    return await askAll({ browser, place });
  } finally {
    await browser.close();
    place.close();
  }
}

export const search: Check[] = [
  {
    name: 'finds what the site finds online, in the same order',
    async run(visit) {
      const here = await askAll(visit);
      const there = await (online ??= askOnline());
      if (here.join('\n') === there.join('\n')) return;
      const missing = there.filter((line) => !here.includes(line));
      throw new Error(
        `expected:\n${there.join('\n')}\nthere was:\n${here.join('\n')}\nmissing:\n${missing.join('\n')}`,
      );
    },
  },
  {
    name: 'puts the exact term first, and leads to it',
    async run(visit) {
      const { browser } = visit;
      await open(visit, 'chapters/ask-the-boathouse/');
      await browser.click('site-search a');
      const [first] = await ask(browser, 'idempotent');
      if (first?.kind !== 'Term' || first.title !== 'idempotency key') {
        throw new Error(`expected: Term, idempotency key\nthere was: ${JSON.stringify(first)}`);
      }
      await browser.click('search-dialog >>> .results a');
      await arrive(visit, 'glossary/idempotency-key/');
    },
  },
  {
    name: 'leads to a passage',
    async run(visit) {
      const { browser, place } = visit;
      await openByKey(visit, '');
      const hits = await ask(browser, 'one boat');
      const passage = hits.findIndex(({ kind }) => kind === 'Passage');
      const { href } = hits[passage]!;
      const root = place.address('').replace(/index\.html$/, '');
      if (!href.startsWith(root))
        throw new Error(`expected: a page in ${root}\nthere was: ${href}`);
      const [page = ''] = href.slice(root.length).split('#');
      await browser.click(`search-dialog >>> .results li:nth-child(${passage + 1}) a`);
      await arrive(visit, page.replace(/index\.html$/, ''));
    },
  },
];
