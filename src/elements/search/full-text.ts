import { once } from '../dom/once.ts';

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
  const start = once(async (folder) => {
    // Pagefind asks for these one after another; asked for now, they will wait in the cache.
    for (const file of ['pagefind-worker.js', 'wasm.en.pagefind']) {
      void fetch(folder + file).catch(() => undefined);
    }
    const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
    // Paths from the site's root; where that is, the page knows better.
    await pagefind.options({ baseUrl: '/', excerptLength: 24 });
    await pagefind.init();
    return pagefind;
  });
  // On its way before somebody types.
  void start(folder).catch(() => undefined);
  return {
    async find(query) {
      const { results } = await (await start(folder)).search(query);
      const pages = await Promise.all(results.slice(0, 6).map((result) => result.data()));
      return pages.flatMap((page) =>
        page.sub_results.slice(0, 2).map(({ title, url, excerpt }) => ({
          title: title === page.meta.title ? title : `${page.meta.title}: ${title}`,
          href: base + url.slice(1),
          excerpt,
        })),
      );
    },
  };
}
