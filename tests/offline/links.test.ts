import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { unzippedCourse } from './course.ts';
import { findBroken } from './links.ts';

describe('the course’s copy in files', () => {
  it('has only links to its own files and to places that are there', () => {
    const { folder, remove } = unzippedCourse(undefined, resolve('dist'));
    try {
      const { count, broken } = findBroken(folder);
      expect(broken).toEqual([]);
      expect(count).toBeGreaterThan(5000);
    } finally {
      remove();
    }
  });
});

describe('the search for broken links', () => {
  const folder = mkdtempSync(join(tmpdir(), 'course é#-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['gone.html', 'there is no such file'],
    ['sub', 'is a folder'],
    ['sub/index.html#nowhere', 'there is no such place on the page'],
    ['/index.html', 'leads out of the course'],
    ['../index.html', 'leads out of the course'],
    ['http://localhost/', 'is a link by http:'],
    ['sub/index.html?text=a#some%20where', undefined],
    ['#here', undefined],
    ['https://example.org/', undefined],
  ])('judges a link to %s', (link, fault) => {
    mkdirSync(join(folder, 'sub'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), `<p id="here"><a href="${link}">a</a>`);
    writeFileSync(join(folder, 'sub/index.html'), '<p id="some where">b');
    const wanted = fault ? [`index.html → ${link}: ${fault}`] : [];
    expect(findBroken(folder).broken).toEqual(wanted);
  });
});
