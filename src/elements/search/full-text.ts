import { toWords } from '../../lib/search/find.ts';

/** A passage of the course that holds the words looked for. */
export interface Passage {
  title: string;
  href: string;
  /** HTML, the words marked. */
  excerpt: string;
}

export interface FullText {
  find: (query: string) => Promise<Passage[]>;
}

interface Pagefind {
  init: () => Promise<void>;
  options: (options: Record<string, unknown>) => Promise<void>;
  search: (query: string) => Promise<{ results: { data: () => Promise<PagefindPage> }[] }>;
}

interface PagefindPage {
  url: string;
  meta: { title?: string };
  sub_results: { title: string; url: string; excerpt: string }[];
}

/**
 * Opens Pagefind's index; only its chunk for the words looked for waits for a query.
 *
 * @param base - base path of the site, with its closing slash.
 * @param folder - address of the index.
 */
export function toFullText(base: string, folder: string): FullText {
  let tries = 0;
  const start = async (): Promise<Pagefind> => {
    // Pagefind asks for these one after another; asked for now, they will wait in the cache.
    for (const file of ['pagefind-worker.js', 'wasm.en.pagefind']) {
      void fetch(folder + file).catch(() => undefined);
    }
    // Pagefind keeps what has failed, as browsers do with modules: another try has another address.
    const address = `${folder}pagefind.js${tries > 0 ? `?try=${tries}` : ''}`;
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
    // Paths from the site's root; where that is, the page knows better.
    await pagefind.options({ baseUrl: '/', excerptLength: 24 });
    await pagefind.init();
    return pagefind;
  };
  // On its way before somebody types.
  let loaded: Promise<Pagefind> | undefined = start();
  loaded.catch(() => undefined);

  async function search(query: string): Promise<PagefindPage[]> {
    const { results } = await (await (loaded ??= start())).search(query);
    return Promise.all(results.slice(0, 6).map((result) => result.data()));
  }

  return {
    async find(query) {
      // Pagefind wants every word; where no page has them all, the shortest are left out.
      const words = toWords(query);
      try {
        let pages = await search(words.join(' ') || query);
        while (pages.length === 0 && words.length > 1) {
          words.splice(words.indexOf(shortestOf(words)), 1);
          pages = await search(words.join(' '));
        }
        return pages.flatMap((page) =>
          page.sub_results.slice(0, 2).map(({ title, url, excerpt }) => ({
            title: title === page.meta.title ? title : `${page.meta.title}: ${title}`,
            href: base + url.slice(1),
            excerpt,
          })),
        );
      } catch (error) {
        tries += 1;
        loaded = undefined;
        throw error;
      }
    },
  };
}

const shortestOf = (words: readonly string[]): string =>
  words.reduce((shortest, word) => (word.length < shortest.length ? word : shortest));
