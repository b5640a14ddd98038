import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dist, manifest, readText, toFile } from './site.ts';

/** Bytes of a file or text as a server with brotli 11 sends them. */
const brotli = (content: Buffer | string) => brotliCompressSync(content).length;
const fileSize = (path: string) => brotli(readFileSync(resolve(dist, path)));

/** The module scripts of a page, with what they import statically. */
function scriptsOf(html: string): string[] {
  const queue = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, src]) =>
    toFile(src ?? ''),
  );
  const found = new Set<string>();
  for (const file of queue) {
    if (found.has(file)) continue;
    found.add(file);
    const code = readFileSync(resolve(dist, file), 'utf8');
    for (const [, path] of code.matchAll(/(?:import|from)\s*"(\.\/[^"]+)"/g)) {
      queue.push(`_astro/${path?.slice(2) ?? ''}`);
    }
  }
  return [...found];
}

const inlineScripts = (html: string) =>
  [
    ...html.matchAll(
      /<script(?![^>]*\b(?:src|application\/|speculationrules))[^>]*>([\s\S]*?)<\/script>/g,
    ),
  ]
    .map(([, code]) => code ?? '')
    .join('\n');

const chapters = manifest.chapters.flatMap(({ id, url }) => (url ? [[id, url] as const] : []));

describe.each(chapters)('%s', (_, url) => {
  const html = readText(toFile(url));
  const scripts = scriptsOf(html);
  const scriptBytes = scripts.reduce((sum, file) => sum + fileSize(file), 0);

  it('needs at most 8 kB of JavaScript', () => {
    expect(scriptBytes + brotli(inlineScripts(html))).toBeLessThanOrEqual(8_000);
  });

  // Fields for a dozen scripts are part of a chapter's text, and cost two more kB at most. A page's
  // policy costs 0.4 kB, looking after stored data 0.4 kB.
  const most = html.includes('<course-code') ? 39_500 : 37_500;

  it(`weighs at most ${most / 1000} kB, its text face aside`, () => {
    const print = /<link rel="stylesheet" href="([^"]+)" media="print"/.exec(html)?.[1];
    const total =
      brotli(html) + scriptBytes + (print ? fileSize(toFile(print)) : 0) + fileSize('favicon.svg');
    expect(total).toBeLessThanOrEqual(most);
  });

  it('links no style sheet that blocks it', () => {
    expect(html).not.toMatch(/<link rel="stylesheet"(?![^>]*media="print")/);
  });
});

it('has at most 45 kB of fonts, all told', () => {
  const fonts = globSync('**/*.woff2', { cwd: dist });
  const bytes = fonts.reduce((sum, file) => sum + readFileSync(resolve(dist, file)).length, 0);
  expect(fonts.length).toBe(2);
  expect(bytes).toBeLessThanOrEqual(45_000);
});

it('answers a search from less than 120 kB', () => {
  const pagefind = ['pagefind.js', 'pagefind-entry.json', 'wasm.en.pagefind', 'pagefind-worker.js'];
  const own = [
    fileSize('search.json'),
    ...globSync('_astro/search-dialog*.js', { cwd: dist }).map(fileSize),
  ];
  const bytes = [...own, ...pagefind.map((file) => fileSize(`pagefind/${file}`))].reduce(
    (a, b) => a + b,
    0,
  );
  expect(bytes).toBeLessThanOrEqual(120_000);
});
