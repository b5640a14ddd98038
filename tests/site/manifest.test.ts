import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { base, dist, manifest, pages, readText, toFile } from './site.ts';

describe('course.json', () => {
  it('matches the schema published beside it', () => {
    const ajv = new Ajv({ formats: { date: true, uri: true } });
    const validate = ajv.compile(JSON.parse(readText('course.schema.json')) as object);
    validate(manifest);
    expect(validate.errors).toBeNull();
  });

  it('is refused by its schema when a field is missing or wrong', () => {
    const ajv = new Ajv({ formats: { date: true, uri: true } });
    const validate = ajv.compile(JSON.parse(readText('course.schema.json')) as object);
    expect(validate({ ...manifest, version: 1 })).toBe(false);
    expect(validate({ ...manifest, terms: undefined })).toBe(false);
  });

  it('leads to pages and anchors that exist', () => {
    const urls = [
      ...manifest.chapters,
      ...manifest.objectives,
      ...manifest.terms,
      ...manifest.activities,
      ...manifest.diagrams,
      ...manifest.sources,
    ].flatMap(({ url }) => url ?? []);
    const lost = urls.filter((url) => {
      const file = toFile(url);
      if (!url.startsWith(base) || !existsSync(resolve(dist, file))) return true;
      const { hash } = new URL(url, 'https://host');
      return hash !== '' && !readText(file).includes(`id="${hash.slice(1)}"`);
    });
    expect(lost).toEqual([]);
    expect(urls.length).toBeGreaterThan(pages.length);
  });

  it('gives away no answers', () => {
    const text = readText('course.json');
    expect(text).not.toMatch(/"(correct|why|answer|explanation|hints|options|entries)"/);
  });

  it('counts what it lists', () => {
    const { counts } = manifest;
    expect(counts.chapters).toBe(manifest.chapters.length);
    expect(counts.objectives).toBe(manifest.objectives.length);
    expect(counts.terms).toBe(manifest.terms.length);
    expect(counts.activities).toBe(manifest.activities.length);
    expect(counts.chaptersDone).toBe(manifest.chapters.filter((c) => c.status === 'done').length);
  });

  it('shows evidence for every objective that a finished chapter teaches', () => {
    const taught = new Set(
      manifest.chapters.filter((c) => c.status === 'done').flatMap((c) => c.objectives),
    );
    for (const { id, evidence } of manifest.objectives.filter((o) => taught.has(o.id))) {
      expect([id, evidence.taught.length > 0]).toEqual([id, true]);
      expect([id, evidence.practiced.length >= 3]).toEqual([id, true]);
      expect([id, evidence.assessed.length >= 3]).toEqual([id, true]);
    }
  });
});

describe('every page', () => {
  const read = (html: string, pattern: RegExp) => pattern.exec(html)?.[1] ?? '';

  it.each(pages.filter((page) => page !== '404.html'))('%s says what it is', (page) => {
    const html = readText(page);
    expect(read(html, /<title>([^<]+)<\/title>/)).not.toBe('');
    expect(read(html, /<meta name="description" content="([^"]{50,})"/)).not.toBe('');
    const canonical = new URL(read(html, /<link rel="canonical" href="([^"]+)"/));
    expect(toFile(canonical.href)).toBe(page);
    const image = toFile(read(html, /<meta property="og:image" content="([^"]+)"/));
    const png = readFileSync(resolve(dist, image));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  it('has a title and a description of its own', () => {
    const titles = pages.map((page) => read(readText(page), /<title>([^<]+)<\/title>/));
    expect(new Set(titles).size).toBe(pages.length);
  });

  it('chapters, objectives, terms and the course carry structured data', () => {
    const typeOf = (page: string) => {
      const json = read(
        readText(page),
        /<script type="application\/ld\+json">([\s\S]+?)<\/script>/,
      );
      return (JSON.parse(json) as { '@type': string })['@type'];
    };
    expect(typeOf('index.html')).toBe('Course');
    const { chapters, objectives, terms } = manifest;
    for (const { url } of [...chapters, ...objectives]) {
      if (url) expect(typeOf(toFile(url))).toBe('LearningResource');
    }
    for (const { url } of terms) expect(typeOf(toFile(url))).toBe('DefinedTerm');
  });
});

describe('planned chapters', () => {
  it('stand in the syllabus without a link', () => {
    const html = readText('syllabus/index.html');
    for (const chapter of manifest.chapters.filter(({ status }) => status === 'planned')) {
      expect(chapter.url).toBeUndefined();
      expect(html).toContain(chapter.title.replaceAll('&', '&amp;'));
      expect(html).not.toContain(`href="${base}chapters/${chapter.id}/"`);
    }
  });
});
