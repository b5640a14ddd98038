import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { toDataScript } from '../../../src/exports/offline/data-script.ts';
import { toModuleScript } from '../../../src/exports/offline/module-script.ts';
import { keepBlobs } from '../../../src/exports/offline/runtime/blobs.ts';
import { serveFetch } from '../../../src/exports/offline/runtime/fetch.ts';
import { Modules } from '../../../src/exports/offline/runtime/modules.ts';
import type { Declare, Registration } from '../../../src/exports/offline/runtime/modules.ts';
import { toAddress, toPath } from '../../../src/exports/offline/runtime/places.ts';
import { BuiltSite } from '../../../src/exports/site/built-site.ts';
import { toZip } from '../../../src/exports/site/zip.ts';

const places = { root: 'file:///USB%20stick/%C3%A9%231/c/', base: '/course/' };

describe('places', () => {
  it.each([
    ['file:///USB%20stick/%C3%A9%231/c/a/b.html?q#x', 'a/b.html'],
    ['https://course.invalid/course/a/%C3%A9.js', 'a/é.js'],
    ['https://example.org/course/a.js', undefined],
    ['file:///USB%20stick/other/a.js', undefined],
  ])('%s is %s', (address, path) => expect(toPath(address, places)).toBe(path));

  it('paths with signs of addresses in them come back', () => {
    const path = 'a b/é#1?.js';
    expect(toPath(toAddress(path, places), places)).toBe(path);
  });
});

describe('data scripts', () => {
  const run = (path: string, bytes: Uint8Array) => {
    const held: { path: string; isZipped: boolean; text: string }[] = [];
    // What `x-user-defined` does in the browser, its lower byte.
    const source = Buffer.from(toDataScript(path, bytes)).toString('latin1');
    const courseCopy = {
      hold: (path: string, isZipped: boolean, text: string) => held.push({ path, isZipped, text }),
    };
    new Function('courseCopy', source)(courseCopy);
    return held[0]!;
  };

  it('carry every byte', () => {
    const all = Uint8Array.from({ length: 1024 }, (_, place) => (place * 7) % 256);
    const { path, isZipped, text } = run('x.zip', all);
    expect({ path, isZipped }).toEqual({ path: 'x.zip', isZipped: false });
    expect(Uint8Array.from(text, (sign) => sign.charCodeAt(0))).toEqual(all);
  });

  it('are packed where that helps', () => {
    const { isZipped, text } = run('x.json', Buffer.from('a'.repeat(5000)));
    expect(isZipped).toBe(true);
    expect(gunzipSync(Buffer.from(text, 'latin1')).toString()).toBe('a'.repeat(5000));
  });
});

describe('modules', () => {
  const sources: Record<string, string> = {
    'entry.js': `import { count, add } from './counter.js'; import first, * as all from './names.js';
      add(); add(); export const seen = count; export const names = [first, Object.keys(all).sort().join()];
      export const url = import.meta.url; export const later = () => import('./late.js');`,
    'counter.js': 'export let count = 0; export function add() { count += 1; }',
    'names.js': `export default 'first'; export * from './counter.js';`,
    'late.js': `globalThis.lateRuns = (globalThis.lateRuns ?? 0) + 1; export const late = await Promise.resolve('late');`,
    'one.js': `import { two } from './two.js'; export const one = () => 'one ' + two();`,
    'two.js': `import { one } from './one.js'; export function two() { return 'two'; } export const both = () => one();`,
    'broken.js': `import './missing.js';`,
    'asks.js': `export const w = () => new Worker(new URL('/course/late.js', import.meta.url)); export const data = '/course/data.bin'; const m = (i) => i; `,
    'preload.js': `const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["a.js"])))=>i.map(i=>d[i]); export const list = __vite__mapDeps([0]);`,
  };
  const root = mkdtempSync(join(tmpdir(), 'course-modules-'));
  let site: BuiltSite;
  beforeAll(() => {
    const manifest = { course: { url: places.base }, activities: [], downloads: [] };
    writeFileSync(join(root, 'course.json'), JSON.stringify(manifest));
    writeFileSync(join(root, 'data.bin'), '');
    for (const [path, source] of Object.entries(sources)) writeFileSync(join(root, path), source);
    site = new BuiltSite(root);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const load = async (path: string): Promise<Registration> => {
    if (!(path in sources)) throw new Error(`${path} is missing`);
    const { code } = await toModuleScript(site, path, sources[path]!);
    let found: Registration | undefined;
    const System = {
      register: (_: string, imports: string[], declare: Declare) => (found = { imports, declare }),
    };
    new Function('System', code)(System);
    return found!;
  };
  const open = () => new Modules(places, load);

  it('bind what they import, as it changes', async () => {
    const { seen, names, url } = await open().import('entry.js');
    expect(seen).toBe(2);
    expect(names).toEqual(['first', 'add,count,default']);
    expect(url).toBe('https://course.invalid/course/entry.js');
  });

  it('load late what is imported late, wait for it, and run it once', async () => {
    const modules = open();
    const { later } = (await modules.import('entry.js')) as {
      later: () => Promise<{ late: string }>;
    };
    const runs = globalThis as { lateRuns?: number };
    delete runs.lateRuns;
    expect((await later()).late).toBe('late');
    expect(await later()).toBe(await modules.import('late.js'));
    expect(runs.lateRuns).toBe(1);
  });

  it('may import each other', async () => {
    const { both } = (await open().import('two.js')) as { both: () => string };
    expect(both()).toBe('one two');
  });

  it('can be asked for again where one was missing', async () => {
    sources['broken.js'] = `import './gone.js';`;
    const modules = new Modules(places, (path) =>
      path === 'broken.js'
        ? Promise.resolve({ imports: ['./gone.js'], declare: () => ({}) })
        : load(path),
    );
    await expect(modules.import('broken.js')).rejects.toThrow('gone.js is missing');
    sources['gone.js'] = 'export {};';
    await expect(modules.import('broken.js')).resolves.toBeDefined();
  });

  it('tell what they will ask for, and import nothing that is not there', async () => {
    const { imports, later } = await toModuleScript(site, 'asks.js', sources['asks.js']!);
    expect(imports).toEqual([]);
    expect(later).toEqual(['late.js', 'data.bin']);
    await expect(toModuleScript(site, 'x.js', `import './missing.js'`)).rejects.toThrow(
      /x\.js imports ".\/missing\.js"/,
    );
  });

  it('ask for no preloading, and say so where it is written in a new way', async () => {
    expect((await open().import('preload.js')).list).toEqual([]);
    const unknown = 'const __vite__mapDeps = new Map();';
    await expect(toModuleScript(site, 'y.js', unknown)).rejects.toThrow(/y\.js: Vite writes/);
  });
});

describe('fetch', () => {
  const original = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = original;
  });
  const files: Record<string, string> = {
    'a/page.html': '<a href="course-root:b/index.html">b</a>',
    'x.bin': 'course-root:',
  };
  const serve = () =>
    serveFetch(places, `${places.root}a/page.html`, (path) =>
      path in files
        ? Promise.resolve(new TextEncoder().encode(files[path]))
        : Promise.reject(new Error(path)),
    );

  it('answers from the copy, by every way to say where', async () => {
    serve();
    for (const address of [
      '../x.bin',
      `${places.root}x.bin`,
      'https://course.invalid/course/x.bin',
    ]) {
      const response = await fetch(address);
      expect(await response.text()).toBe('course-root:');
      expect(response.headers.get('content-length')).toBe('12');
    }
  });

  it('puts the folder into the links of pages', async () => {
    serve();
    const response = await fetch('page.html');
    expect(await response.text()).toBe(`<a href="${places.root}b/index.html">b</a>`);
    expect(response.headers.get('content-type')).toBe('text/html');
  });

  it('answers 404 for what is not there, and leaves the rest to the browser', async () => {
    const elsewhere = vi.fn(() => Promise.resolve(new Response('elsewhere')));
    globalThis.fetch = elsewhere;
    serve();
    expect((await fetch('gone.json')).status).toBe(404);
    expect(elsewhere).not.toHaveBeenCalled();
    expect(await (await fetch('blob:null/1')).text()).toBe('elsewhere');
  });
});

describe('blobs', () => {
  const original = globalThis.Blob;
  afterEach(() => {
    globalThis.Blob = original;
  });

  it('are read from what they were made of, in every way', async () => {
    keepBlobs();
    const view = Uint8Array.of(0, 98, 99, 0).subarray(1, 3);
    const blob = new Blob(['a', view, new Blob([Uint8Array.of(100).buffer])], { type: 'x/y' });
    expect(await blob.text()).toBe('abcd');
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(Uint8Array.of(97, 98, 99, 100));
    expect(await new Response(blob.stream()).text()).toBe('abcd');
    expect([blob.size, blob.type]).toEqual([4, 'x/y']);
    expect(await new Blob().text()).toBe('');
  });
});

it('archives are the same bytes in every time zone', () => {
  const files = new Map<string, string | Uint8Array>([
    ['a.txt', 'é'],
    ['b/c.bin', Uint8Array.of(1)],
  ]);
  const zone = process.env.TZ;
  const pack = (name: string) => {
    process.env.TZ = name;
    return toZip('top', files, '2026-11-20');
  };
  expect(pack('Asia/Tokyo')).toEqual(pack('America/Lima'));
  process.env.TZ = zone;
  const unpacked = unzipSync(pack('UTC'));
  expect(Object.keys(unpacked)).toEqual(['top/a.txt', 'top/b/c.bin']);
  expect(new TextDecoder().decode(unpacked['top/a.txt'])).toBe('é');
});
