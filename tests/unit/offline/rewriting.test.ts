import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editions } from '../../../src/exports/offline/edition.ts';
import type { Edition } from '../../../src/exports/offline/edition.ts';
import { rewriteForFetch, rewritePage } from '../../../src/exports/offline/page.ts';
import { toMarked } from '../../../src/exports/offline/script-addresses.ts';
import { rewriteCompactIndex, rewriteFragment } from '../../../src/exports/offline/search-index.ts';
import { toStartPages } from '../../../src/exports/offline/start-pages.ts';
import { rewriteCss, toRelative } from '../../../src/exports/site/addresses.ts';
import type { Writer } from '../../../src/exports/site/addresses.ts';
import { BuiltSite } from '../../../src/exports/site/built-site.ts';

const base = '/course/';
const manifest = {
  course: { id: 'c', title: 'C', url: base, reviewed: '2026-11-20' },
  downloads: [
    { id: 'sql', url: `${base}data/all.sql` },
    { id: 'csv', url: `${base}data/all-csv.zip` },
  ],
  activities: [],
};
const files: Record<string, string> = {
  'course.json': JSON.stringify(manifest),
  'index.html': '',
  'a/b/index.html': '',
  'a/b/answers/index.html': '',
  'data/index.html': '',
  'data/rows.bin': '',
  'data/all.sql': '',
  'data/all-csv.zip': '',
  'search.json': '{}',
  '_astro/face.woff2': '',
  '_astro/page.js': '',
};
const root = mkdtempSync(join(tmpdir(), 'course-copy-'));
let site: BuiltSite;

beforeAll(() => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  site = new BuiltSite(root);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const toWriter = (from: string, toLink = toRelative(from), met: string[] = []): Writer => ({
  site,
  from,
  toLink,
  onTarget: ({ path }, use) => met.push(`${use} ${path}`),
});

/** A page with a body, as a copy has it, without what every page gets. */
function rewriteBody(body: string, edition: Edition = editions.full, met: string[] = []): string {
  const html = `<!DOCTYPE html><html><head></head><body>${body}</body></html>`;
  const page = rewritePage(
    html,
    toWriter('a/b/index.html', undefined, met),
    edition,
    (kind) => kind,
  );
  return /<\/p>(.*)<\/body>/s.exec(page.finish([]))![1]!;
}

describe('links', () => {
  it.each([
    ['/course/', '../../index.html'],
    ['/course/a/b/answers/#x', 'answers/index.html#x'],
    ['answers/?q=1#x', 'answers/index.html?q=1#x'],
    ['/course/data/rows.bin', '../../data/rows.bin'],
    ['#here', '#here'],
    ['mailto:a@b.c', 'mailto:a@b.c'],
  ])('%s becomes %s', (address, expected) => {
    expect(rewriteBody(`<a href="${address}">x</a>`)).toBe(`<a href="${expected}">x</a>`);
  });

  it('open outside where they lead out of the course', () => {
    const link = rewriteBody('<a href="https://example.org/" rel="external">x</a>');
    expect(link).toBe('<a href="https://example.org/" rel="external" target="_blank">x</a>');
  });

  it('in noscript are rewritten too', () => {
    expect(rewriteBody('<noscript><a href="/course/data/">x</a></noscript>')).toContain(
      'href="../../data/index.html"',
    );
  });

  it('to files that a copy leaves out become words', () => {
    expect(rewriteBody('<a href="/course/data/all.sql" download>SQL</a>')).toBe(
      '<span>SQL</span> (not in this copy)',
    );
    expect(rewriteBody('<a href="/course/data/all-csv.zip">CSV</a>')).toContain('<a href=');
    expect(rewriteBody('<a href="/course/data/all-csv.zip">CSV</a>', editions.withoutLabs)).toBe(
      '<span>CSV</span> (not in this copy)',
    );
  });

  it('to the next page ask for no preparation of it', () => {
    expect(rewriteBody('<a href="/course/a/b/" rel="next">x</a>')).not.toContain('rel=');
  });
});

describe('addresses for scripts', () => {
  it('of pages stay links, of folders and data go to the virtual host', () => {
    const met: string[] = [];
    const html = rewriteBody(
      '<i data-answers="/course/a/b/answers/" data-folder="/course/data/" data-index="/course/search.json" data-base="/course/" data-other="/nowhere/"></i>',
      editions.full,
      met,
    );
    expect(html).toBe(
      '<i data-answers="answers/index.html" data-folder="https://course.invalid/course/data/" data-index="https://course.invalid/course/search.json" data-base="../../" data-other="/nowhere/"></i>',
    );
    expect(met).toEqual(['fetch a/b/answers/index.html', 'fetch data/', 'fetch search.json']);
  });

  it('are found in JSON, and in the HTML within it', () => {
    const json = JSON.stringify({ page: '/course/data/', html: '<a href="/course/">x</a>', n: 1 });
    const html = rewriteBody(`<script type="application/json">${json}</script>`);
    const [, content = ''] = /<script[^>]*>(.*)<\/script>/.exec(html)!;
    expect(JSON.parse(content)).toEqual({
      page: '../../data/index.html',
      html: '<a href="../../index.html">x</a>',
      n: 1,
    });
  });

  it('leave attributes alone that only look like JSON', () => {
    expect(rewriteBody('<i data-text="[sic] /course/"></i>')).toBe(
      '<i data-text="[sic] /course/"></i>',
    );
  });
});

describe('what differs in a copy', () => {
  it('leaves out what is for the site, and shows what is for copies', () => {
    const html = rewriteBody(
      '<p data-on-site><a href="/course/data/">x</a></p><template data-in-copy><a href="/course/">y</a></template>',
    );
    expect(html).toBe('<a href="../../index.html">y</a>');
  });

  it('keeps templates that mean something else', () => {
    expect(rewriteBody('<template><i></i></template>')).toBe('<template><i></i></template>');
  });

  it('leaves no script and no style in the page', () => {
    const taken: [string, string][] = [];
    const page = rewritePage(
      '<!DOCTYPE html><html><head><style>a{}</style><script>one()</script><script type="module">two()</script><script type="module" src="/course/_astro/page.js"></script><script type="application/ld+json">{}</script></head><body></body></html>',
      toWriter('index.html'),
      editions.full,
      (kind, text) => {
        taken.push([kind, text]);
        return `_course/${kind}`;
      },
    );
    expect(taken).toEqual([
      ['style', 'a{}'],
      ['script', 'one()'],
      ['module', 'two()'],
    ]);
    expect(page.entries).toEqual(['_course/module', '_astro/page.js']);
    const html = page.finish(['_astro/dep.js', '_astro/page.js']);
    expect(html).toContain('<script src="_course/script"></script>');
    expect(html).toContain(
      '<script defer src="_astro/dep.js"></script><script defer src="_astro/page.js" data-run></script></head>',
    );
    expect(html).not.toMatch(/<style|<script(?! (src|defer))/);
  });

  it('makes exercises in code readable where labs are left out', () => {
    const met: string[] = [];
    const html = rewriteBody(
      '<course-code id="q" data-engine="sql"><i data-answers="/course/a/b/answers/"></i><sql-lab data-engine="sql" data-folder="/course/data/">x</sql-lab></course-code>',
      editions.withoutLabs,
      met,
    );
    expect(html).toContain('<course-code-to-read id="q"');
    expect(html).toContain('<sql-lab-to-read');
    expect(html).toContain('<a href="answers/index.html#q">The answer, and why</a>');
    expect(html.match(/copy-note/g)).toHaveLength(1);
    expect(met.join()).not.toContain('data/');
  });
});

it('what is fetched is the main part, its links marked for the runtime', () => {
  const html =
    '<!DOCTYPE html><html><body><nav></nav><main><a href="/course/data/#x">x</a><script type="module" src="/course/_astro/page.js"></script></main></body></html>';
  expect(rewriteForFetch(html, toWriter('index.html', toMarked), editions.full)).toBe(
    '<main><a href="course-root:data/index.html#x">x</a></main>',
  );
});

it('style sheets find their files from where they lie', () => {
  const writer = toWriter('a/b/index.html', toRelative('_course/x.css'));
  expect(
    rewriteCss("@font-face{src:url('/course/_astro/face.woff2')}a{b:url(data:x)}", writer),
  ).toBe("@font-face{src:url('../_astro/face.woff2')}a{b:url(data:x)}");
});

describe('the search', () => {
  it('names files instead of folders', () => {
    const index = { entries: [{ path: 'a/b/' }, { path: 'sources/#x' }, { path: '' }], words: 'w' };
    expect(JSON.parse(rewriteCompactIndex(JSON.stringify(index)))).toEqual({
      entries: [
        { path: 'a/b/index.html' },
        { path: 'sources/index.html#x' },
        { path: 'index.html' },
      ],
      words: 'w',
    });
  });

  it('does so in the fragments of the full text', () => {
    const fragment = gzipSync('pagefind_dcd{"url":"/a/b/","content":"c"}');
    expect(gunzipSync(rewriteFragment('f', fragment)).toString()).toBe(
      'pagefind_dcd{"url":"/a/b/index.html","content":"c"}',
    );
  });

  it('stops where fragments look otherwise', () => {
    expect(() => rewriteFragment('f.pf_fragment', gzipSync('{}'))).toThrow(/f\.pf_fragment/);
  });
});

it('folders without a page get one that leads to the start', () => {
  const pages = toStartPages('C', ['index.html', 'a/b/index.html', '_astro/x.js']);
  expect([...pages.keys()]).toEqual(['_astro/index.html', 'a/index.html']);
  expect(pages.get('a/index.html')).toContain('href="../index.html"');
});
