/// <reference lib="webworker" />
/**
 * Answers for the site where there is no network. It keeps all pages, and the files of the labs once
 * they are used or asked for; everything comes from what is kept first, so a version is whole.
 */
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';
import { isLabFile, toCacheNames, toLabKey, toWishKey } from '../../lib/offline/installed-copy.ts';
import type { FromWorker, ToWorker } from '../../lib/offline/installed-copy.ts';
import type { Build } from './build.ts';

declare const self: ServiceWorkerGlobalScope;
/** The build replaces this name. */
declare const BUILD: Build;

const { base, version, pages, labs } = BUILD;
const names = toCacheNames(base);
const toUrl = (path: string) => new URL(path, self.location.href).href;
const lostPage = toUrl(`${base}404.html`);

/** The hash of each page. Workbox, told of it, would also keep anew what a reader has removed. */
const integrities = new Map(pages.map(({ url, integrity }) => [toUrl(url), integrity]));

/** Workbox fetches one file after another; on a slow line, three lists at once take a third as long. */
const precaches = [0, 1, 2].map((turn) => {
  const precache = new PrecacheController({
    cacheName: names.pages,
    plugins: [
      {
        requestWillFetch: ({ request, event }) => {
          // What comes for a reader may be newer than this version; what is kept may not.
          const integrity = event?.type === 'install' ? integrities.get(request.url) : undefined;
          // Whoever reads on meanwhile comes first.
          return Promise.resolve(
            new Request(request, { priority: 'low', ...(integrity && { integrity }) }),
          );
        },
        // Some hosts send their 404 page as what it is.
        cacheWillUpdate: ({ request, response }) =>
          Promise.resolve(response.ok || request.url === lostPage ? response : null),
      },
    ],
  });
  precache.addToCacheList(
    pages.filter((_, place) => place % 3 === turn).map(({ url, revision }) => ({ url, revision })),
  );
  // Filters stand in the address, and Pagefind adds the time: the file is the same.
  const ignoreURLParametersMatching = [/.*/];
  registerRoute(
    new PrecacheRoute(precache, {
      ignoreURLParametersMatching,
      directoryIndex: '',
      cleanURLs: false,
    }),
  );
  return precache;
});

const labFiles = new Map(labs.map((file) => [file.url, file]));
const findLabFile = ({ url }: Request) => labFiles.get(new URL(url).pathname)!;
registerRoute(
  // What a page fetches past all stores, it keeps itself; see `elements/offline/lab-files.ts`.
  ({ request, url }) => request.cache !== 'no-store' && labFiles.has(url.pathname),
  new CacheFirst({
    cacheName: names.labs,
    plugins: [
      {
        cacheKeyWillBeUsed: ({ request }) => Promise.resolve(toUrl(toLabKey(findLabFile(request)))),
        cacheWillUpdate: async ({ request, response }) =>
          (await isLabFile(response, findLabFile(request))) ? response : null,
        // What an earlier version has kept without a look is fetched again.
        cachedResponseWillBeUsed: async ({ request, cachedResponse }) =>
          cachedResponse && (await isLabFile(cachedResponse, findLabFile(request)))
            ? cachedResponse
            : null,
      },
    ],
  }),
);

// A page of the version before may still be open and ask for a script that this one has no more.
registerRoute(
  ({ url }) => url.pathname.startsWith(`${base}_astro/`),
  async ({ request }) => (await findKept(request.url)) ?? fetch(request),
);

registerRoute(
  new NavigationRoute(async ({ request }) => {
    try {
      return await fetch(request);
    } catch {
      const page = await findKept(lostPage);
      return page
        ? new Response(page.body, { status: 404, headers: page.headers })
        : Response.error();
    }
  }),
);

/** What is kept of an address, whatever its revision. */
async function findKept(url: string): Promise<Response | undefined> {
  for (const cacheName of Object.values(names)) {
    const found = await caches.match(url, { cacheName, ignoreSearch: true });
    if (found) return found;
  }
  return undefined;
}

self.addEventListener('install', (event) => event.waitUntil(install(event)));

async function install(event: ExtendableEvent): Promise<void> {
  try {
    await fetchPages(event);
  } catch (error) {
    const message: FromWorker = { type: 'FAILED', reason: (error as Error).name };
    const windows = await self.clients.matchAll({ includeUncontrolled: true });
    for (const client of windows) client.postMessage(message);
    throw error;
  }
  // The version is good without its labs too.
  await renewLabs().catch(() => undefined);
}

/** Fetches what is missing of the pages. */
async function fetchPages(event: ExtendableEvent): Promise<void> {
  // Workbox stores what it fetches for an installation only.
  const waitUntil = event.waitUntil.bind(event);
  const installation = { type: 'install', waitUntil } as ExtendableEvent;
  await Promise.all(precaches.map((precache) => precache.install(installation)));
}

/** Fetches what has changed of the labs, for readers who wanted all of them. */
async function renewLabs(): Promise<void> {
  const cache = await caches.open(names.labs);
  if (!(await cache.match(toWishKey(base)))) return;
  for (const file of labs) {
    const key = toUrl(toLabKey(file));
    if (await cache.match(key)) continue;
    const response = await fetch(file.url, { cache: 'no-store' });
    if (await isLabFile(response, file)) await cache.put(key, response);
  }
}

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), cleanUp()]));
});

/** Forgets the version before, but for its scripts while another tab may show its pages. */
async function cleanUp(): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const isInUse = (url: string) => windows.length > 1 && url.includes(`${base}_astro/`);
  const current = new Set([
    ...precaches.flatMap((precache) => [...precache.getURLsToCacheKeys().values()]),
    ...labs.map((file) => toUrl(toLabKey(file))),
    toUrl(toWishKey(base)),
  ]);
  for (const name of Object.values(names)) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      if (!current.has(url) && !isInUse(url)) await cache.delete(url);
    }
  }
}

self.addEventListener('message', (event) => {
  const { type } = event.data as ToWorker;
  const answer = (text: string) => event.ports[0]?.postMessage(text);
  // Only a reader's choice puts a new version in the place of the one in use.
  if (type === 'SKIP_WAITING') void self.skipWaiting();
  if (type === 'VERSION') answer(version);
  if (type === 'FETCH_PAGES') {
    event.waitUntil(
      fetchPages(event).then(
        () => answer(''),
        (error: unknown) => answer((error as Error).name),
      ),
    );
  }
});
