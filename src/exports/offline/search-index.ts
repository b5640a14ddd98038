import { gunzipSync, gzipSync } from 'node:zlib';

/** Folders become the file in them: `glossary/cache/#why` becomes `glossary/cache/index.html#why`. */
const toFile = (path: string) => path.replace(/(^|\/)(#|$)/, '$1index.html$2');

/** The compact index of `search.json`, with paths that a file's page can open. */
export function rewriteCompactIndex(json: string): string {
  const index = JSON.parse(json) as { entries: { path: string }[] };
  const entries = index.entries.map((entry) => ({ ...entry, path: toFile(entry.path) }));
  return JSON.stringify({ ...index, entries });
}

const signature = 'pagefind_dcd';

/** A fragment of Pagefind's index: what it knows of one page, packed with a signature before it. */
export function rewriteFragment(path: string, bytes: Uint8Array): Uint8Array {
  const text = gunzipSync(bytes).toString();
  if (!text.startsWith(`${signature}{"url":`)) {
    throw new Error(
      `${path}: Pagefind writes fragments in a new way. Mend src/exports/offline/search-index.ts.`,
    );
  }
  const fragment = JSON.parse(text.slice(signature.length)) as { url: string };
  const changed = JSON.stringify({ ...fragment, url: toFile(fragment.url) });
  return gzipSync(signature + changed, { level: 9 });
}
