import type MagicString from 'magic-string';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { rewriteLink, toRelative } from '../site/addresses.ts';
import type { Writer } from '../site/addresses.ts';
import { remove, textOf, toRecord } from '../site/html.ts';
import { isLeftOut, readOnly, unlink } from './edition.ts';
import type { Edition } from './edition.ts';
import { rewriteHtml } from './rewrite-html.ts';

/** The folder of what only a copy has. */
export const own = '_course/';

/**
 * What a page of a copy may do. It may load what lies beside it, and the workers that the runtime
 * makes of that; there is no network that it may ask.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self' blob: 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  'connect-src data: blob:',
  'worker-src blob:',
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Links of the head that are for the network or for search engines. */
const networkLinks = [
  ...['canonical', 'sitemap', 'preload', 'modulepreload', 'prefetch'],
  ...['manifest', 'apple-touch-icon'],
];

/** A page of a copy, which lacks only the tags of its modules. */
export interface CopiedPage {
  /** Paths of the modules that it runs. */
  entries: string[];
  /**
   * @param scripts - paths of all modules that must be there first, in the order of loading.
   */
  finish: (scripts: readonly string[]) => string;
}

/**
 * Rewrites a page for a copy.
 *
 * @param takeOut - keeps a text that stood in the page as a file, and tells the file's path. The
 *   policy allows no script in a page; and styles, once a copy instead of once a page, save half of
 *   its size.
 */
export function rewritePage(
  html: string,
  writer: Writer,
  edition: Edition,
  takeOut: (kind: 'style' | 'script' | 'module', text: string) => string,
): CopiedPage {
  const entries: string[] = [];
  const toLink = toRelative(writer.from);
  const source = (path: string) => `src="${toLink(path)}"`;
  const result = rewriteHtml(html, writer, (element, text) => {
    const { sourceCodeLocation: place, tagName } = element;
    const attributes = toRecord(element);
    if (!place) return false;
    switch (tagName) {
      case 'meta':
        // The copy has a policy of its own.
        if (
          attributes['http-equiv'] === 'content-security-policy' ||
          /^(og|twitter):/.test(attributes.property ?? attributes.name ?? '')
        ) {
          remove(element, text);
          return true;
        }
        break;
      case 'link':
        if (networkLinks.includes(attributes.rel ?? '')) {
          remove(element, text);
          return true;
        }
        break;
      case 'style': {
        const path = takeOut('style', textOf(element));
        text.update(
          place.startOffset,
          place.endOffset,
          `<link rel="stylesheet" href="${toLink(path)}"/>`,
        );
        return true;
      }
      case 'script': {
        if (attributes.type === 'application/json') return false;
        let tag = '';
        if (attributes.type === 'module') {
          const target = attributes.src && writer.site.find(attributes.src, writer.from);
          entries.push(target ? target.path : takeOut('module', textOf(element)));
        } else if (!attributes.type) {
          const path = takeOut('script', textOf(element));
          tag = `<script ${source(path)}></script>`;
        }
        text.update(place.startOffset, place.endOffset, tag);
        return true;
      }
    }
    return visitBoth(element, text, writer, edition);
  });
  const root = toLink('index.html').slice(0, -'index.html'.length);
  const start = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}"/>`,
    '<meta http-equiv="x-dns-prefetch-control" content="off"/>',
    `<link rel="stylesheet" href="${toLink(`${own}copy.css`)}"/>`,
    `<script ${source(`${own}runtime.js`)} data-root="${root}" data-base="${writer.site.base}"></script>`,
  ];
  const page = result
    .replace(/<head>/, (head) => head + start.join(''))
    .replace(/<body[^>]*>/, (body) => body + unpackFirst);
  const toTag = (path: string) =>
    `<script defer ${source(path)}${entries.includes(path) ? ' data-run' : ''}></script>`;
  return {
    entries,
    finish: (scripts) => page.replace('</head>', `${scripts.map(toTag).join('')}</head>`),
  };
}

/** Shown where the style sheet beside the page is missing, which hides it. */
const unpackFirst =
  '<p id="unpack-first"><strong>Unpack first.</strong> This page was opened without the files that belong to it. Unpack the whole archive (on Windows: right-click it, then “Extract all”), and open index.html in the new folder.</p>';

/** Rewrites the part of a page that scripts may fetch: its main part, or a whole fragment. */
export function rewriteForFetch(html: string, writer: Writer, edition: Edition): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
  return rewriteHtml(main, writer, (element, text) => {
    const isForPages =
      element.tagName === 'style' ||
      (element.tagName === 'script' && toRecord(element).type !== 'application/json');
    if (isForPages) remove(element, text);
    return isForPages || visitBoth(element, text, writer, edition);
  });
}

/** What differs in pages and in what is fetched. */
function visitBoth(element: Tree.Element, text: MagicString, writer: Writer, edition: Edition) {
  const { href, rel } = toRecord(element);
  const { attrs } = element.sourceCodeLocation ?? {};
  if (element.tagName === 'a' && href) {
    const target = writer.site.find(href, writer.from);
    if (target && isLeftOut(writer.site, edition, target.path)) {
      unlink(element, text);
      return true;
    }
    // The next page is made ready over the network; a file needs no such help.
    if (rel === 'next' && attrs?.rel) {
      text.remove(attrs.rel.startOffset, attrs.rel.endOffset);
    }
  }
  if (!edition.hasLabs) {
    readOnly(element, text, (address) => rewriteLink(address, writer));
  }
  return false;
}
