import { describe, expect, it } from 'vitest';
import {
  describeCopy,
  isLabFile,
  toCacheNames,
  toLabKey,
  toSize,
} from '../../src/lib/offline/installed-copy.ts';
import { partOf } from '../../src/lib/offline/parts.ts';

describe('an installed copy', () => {
  it.each([
    ['index.html', 'pages'],
    ['404.html', 'pages'],
    ['pagefind/pagefind.js', 'pages'],
    ['pagefind/wasm.en.pagefind', 'pages'],
    ['pagefind/index/en_ae8a9cf.pf_index', 'pages'],
    ['chapters/small-python/files/run/hidden/february.csv', 'pages'],
    ['company/files/slotlark.openapi.yaml', 'pages'],
    ['manifest.webmanifest', 'pages'],
    ['installed.json', 'pages'],
    ['_astro/sql-lab.DrlfK5fj.js', 'pages'],
    ['_astro/worker-BBhI4lA9.js', 'labs'],
    ['_astro/pglite.VfT9wtrq.wasm', 'labs'],
    ['_astro/pglite-BE2Di5Vw.data', 'labs'],
    ['labs/python/pyodide.asm.wasm', 'labs'],
    ['company/data/hidden.bin', 'labs'],
    ['company/data/schema.sql', 'labs'],
    ['company/data/schema/index.html', 'pages'],
    ['company/data/slotlark.sql', undefined],
    ['company/data/slotlark-csv.zip', undefined],
    ['og/chapters/small-python.png', undefined],
    ['offline/course.zip', undefined],
    ['offline/index.html', 'pages'],
    ['pagefind/pagefind-ui.css', undefined],
    ['pagefind/pagefind-component-ui.js', undefined],
    ['pagefind/wasm.unknown.pagefind', undefined],
    ['sitemap-0.xml', undefined],
    ['sw.js', undefined],
    ['_headers', undefined],
    ['.htaccess', undefined],
  ])('%s belongs to %s', (path, part) => {
    expect(partOf(path)).toBe(part);
  });

  it('shares no store with a copy in another folder', () => {
    const names = ['/', '/course/'].flatMap((base) => Object.values(toCacheNames(base)));
    expect(new Set(names).size).toBe(4);
    for (const name of names) expect(name).toContain('technical-product-manager');
  });

  it('tells the versions of a lab file apart', () => {
    const file = { url: '/labs/a', revision: '1', bytes: 5 };
    expect(toLabKey(file)).not.toBe(toLabKey({ ...file, revision: '2' }));
  });

  it.each([
    ['its bytes', new Response('12345'), true],
    ['a login page', new Response('<!doctype html>', { status: 200 }), false],
    ['a part', new Response('123', { status: 200 }), false],
    ['an error', new Response('12345', { status: 500 }), false],
  ])('tells a lab file from what comes in its place: %s', async (_, response, isIt) => {
    expect(await isLabFile(response, { url: '/labs/a', revision: '1', bytes: 5 })).toBe(isIt);
  });

  it('says in one sentence what is here', () => {
    expect(describeCopy(false, 0, 12)).toBe('Nothing opens without a network yet.');
    expect(describeCopy(true, 0, 12)).toContain('the labs need one');
    expect(describeCopy(true, 3, 12)).toContain('3 of 12 files');
    expect(describeCopy(true, 12, 12)).toContain('both labs');
  });

  it('writes sizes as readers know them', () => {
    expect([0, 9_598_218, 150_400_000, 10_753_000_000].map(toSize)).toEqual([
      '0.0 MB',
      '9.6 MB',
      '150 MB',
      '10.8 GB',
    ]);
  });
});
