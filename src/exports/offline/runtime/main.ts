import { hold, loadScript, readFile } from './files.ts';
import { serveFetch } from './fetch.ts';
import { keepStorage } from './storage.ts';
import { Modules } from './modules.ts';
import type { Declare, Registration } from './modules.ts';
import { toAddress } from './places.ts';
import type { Places } from './places.ts';
import { serveWorkers } from './workers.ts';

/**
 * Loaded first on every page of a copy, as a plain script. It stands in for what files refuse:
 * modules, `fetch`, workers, and one storage for all pages.
 */
const { root = '', base = '/' } = (document.currentScript as HTMLScriptElement).dataset;
const places: Places = { root: new URL(root || '.', document.baseURI).href, base };

/** Modules that the page's own scripts are to run, in order. */
const entries: string[] = [];

const modules = new Modules(places, async (path): Promise<Registration> => {
  await loadScript(toAddress(path, places));
  const registration = arrived.get(path);
  if (!registration) throw new Error(`${path} is no module`);
  return registration;
});
const arrived = new Map<string, Registration>();

Object.assign(globalThis, {
  courseCopy: { hold },
  System: {
    register(path: string, imports: string[], declare: Declare) {
      arrived.set(path, { imports, declare });
      modules.add(path, { imports, declare });
      const script = document.currentScript as HTMLScriptElement | null;
      if (script && 'run' in script.dataset) entries.push(path);
    },
  },
});

const read = (path: string) => readFile(path, places);
serveFetch(places, document.baseURI, read);
serveWorkers(places, modules, read);

// What was stored by other pages is there before anything reads it.
const isStorageReady = keepStorage(places);
document.addEventListener('DOMContentLoaded', () => {
  void isStorageReady.then(() => {
    for (const entry of entries) {
      modules.import(entry).catch((error: unknown) => console.error(error));
    }
  });
});
