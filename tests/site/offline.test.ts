import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { editions, toFileName } from '../../src/exports/offline/edition.ts';
import { packCopies } from '../../src/exports/offline/index.ts';
import { BuiltSite } from '../../src/exports/site/built-site.ts';
import { dist, manifest, pages, readText } from './site.ts';

const site = new BuiltSite(dist);
const toArchive = (edition: (typeof editions)[keyof typeof editions]) => {
  const name = toFileName(site, edition);
  const bytes = readFileSync(resolve(dist, 'offline', name));
  const files = Object.entries(unzipSync(bytes)).map(([path, content]) => [path, content] as const);
  return { name, bytes, files };
};
const copies = Object.values(editions).map((edition) => ({ edition, ...toArchive(edition) }));
const toText = (content: Uint8Array) => new TextDecoder().decode(content);

describe.each(copies)('$name', ({ edition, name, bytes, files }) => {
  const html = files.filter(([path]) => path.endsWith('.html') && !path.endsWith('/hub.html'));
  const courseHtml = html.filter(([, content]) => toText(content).includes('unpack-first'));

  it(`is at most ${edition.hasLabs ? 25 : 3} MB, and the page that offers it says how large`, () => {
    expect(bytes.length).toBeLessThanOrEqual(edition.hasLabs ? 25e6 : 3e6);
    const [, size] =
      new RegExp(`data-size="${name}"[^>]*>([^<]+)`).exec(readText('offline/index.html')) ?? [];
    expect(size).toBe(`${(bytes.length / 1e6).toFixed(1)} MB`);
  });

  it('is the same bytes when it is packed again', async () => {
    let again: Uint8Array | undefined;
    await packCopies(site, [edition], (archive) => (again = archive.bytes));
    expect(Buffer.compare(again!, bytes)).toBe(0);
  });

  it('has one folder at its top, with a start and a word to the reader', () => {
    const { id } = manifest.course;
    expect(files.every(([path]) => path.startsWith(`${id}/`))).toBe(true);
    const names = files.map(([path]) => path);
    expect(names).toContain(`${id}/index.html`);
    expect(names).toContain(`${id}/README.txt`);
  });

  it('has names that every file system takes', () => {
    const names = files.map(([path]) => path.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    const reserved = /(^|\/)(con|prn|aux|nul|com\d|lpt\d)(\.|\/|$)|[<>:"\\|?*]|[. ](\/|$)/;
    expect(names.filter((name) => reserved.test(name))).toEqual([]);
    // Windows takes 260 signs, and the folder has to lie somewhere.
    expect(Math.max(...names.map(({ length }) => length))).toBeLessThan(150);
  });

  it('holds every page of the course', () => {
    const names = new Set(files.map(([path]) => path.slice(manifest.course.id.length + 1)));
    expect(pages.filter((page) => page !== '404.html' && !names.has(page))).toEqual([]);
    expect(courseHtml.length).toBe(pages.length - 1);
  });

  it('lets no page use a network, or run a script that stands in it', () => {
    for (const [path, content] of courseHtml) {
      const text = toText(content);
      const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(text)?.[1];
      expect([path, policy]).toEqual([path, expect.stringContaining("default-src 'none'")]);
      expect(policy).not.toMatch(/https?:|\*|unsafe-eval(?<!wasm-unsafe-eval)/);
      expect([path, /script-src[^;]*unsafe-inline/.test(policy!)]).toEqual([path, false]);
      // It must stand before all that it rules.
      expect(text.indexOf('Content-Security-Policy')).toBeLessThan(text.indexOf('<script'));
      expect([path, /<script(?![^>]*\b(src=|type="application\/json"))/.test(text)]).toEqual([
        path,
        false,
      ]);
    }
  });

  it('holds nothing that is for the site alone', () => {
    const text = courseHtml.map(([, content]) => toText(content)).join('\n');
    expect(text).not.toMatch(/data-on-site|<template data-in-copy/);
    const names = files.map(([path]) => path).join('\n');
    expect(names).not.toMatch(/sitemap|\/og\/|course\.json|\.zip$|manifest\.webmanifest|sw\.js/);
  });

  it(`runs code ${edition.hasLabs ? 'there' : 'nowhere, and says so'}`, () => {
    const names = files.map(([path]) => path).join('\n');
    expect(/pglite.*wasm|pyodide/.test(names)).toBe(edition.hasLabs);
    const data = toText(files.find(([path]) => path.endsWith('company/data/index.html'))![1]);
    expect(data.includes('This copy is for reading')).toBe(!edition.hasLabs);
    expect(data.includes('<sql-lab ')).toBe(edition.hasLabs);
  });
});

it('nothing of the copies’ runtime is in the site', () => {
  const scripts = [...site.files].filter((path) => /\.m?js$/.test(path));
  expect(scripts.length).toBeGreaterThan(20);
  const guilty = scripts.filter((path) => /courseCopy|course\.invalid/.test(site.text(path)));
  expect(guilty).toEqual([]);
});
