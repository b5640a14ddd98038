import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { checkLinks } from '../links.ts';

const folder = mkdtempSync(join(tmpdir(), 'course é#-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['over HTTP', new URL('http://site.invalid/base/')],
  ['as files', pathToFileURL(`${folder}/`)],
])('the search for broken links, %s', (_, root) => {
  const isServed = root.protocol === 'http:';

  it.each([
    ['gone.html', 'there is no such file'],
    ['gone/', 'there is no such file'],
    ['sub', 'is a folder'],
    ['sub/', isServed ? undefined : 'is a folder'],
    ['sub/index.html#nowhere', 'there is no such place on the page'],
    ['/sub/index.html', 'leads out of the course'],
    ['../index.html', 'leads out of the course'],
    [`${root.pathname}sub/index.html#some%20where`, undefined],
    ['sub/index.html?text=a#some%20where', undefined],
    ['#here', undefined],
    ['https://example.org/sub/', undefined],
  ])('judges a link to %s', (link, fault) => {
    mkdirSync(join(folder, 'sub'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), `<p id="here"><a href="${link}">a</a>`);
    writeFileSync(join(folder, 'sub/index.html'), '<p id="some where">b');
    const { broken, external, reached } = checkLinks(folder, root);
    expect(broken).toEqual(fault ? [`index.html → ${link}: ${fault}`] : []);
    expect([...external]).toEqual(link.startsWith('https:') ? [link] : []);
    const isReached = !fault && external.size === 0 && link.includes('sub');
    expect(reached.has('sub/index.html')).toBe(isReached);
  });
});
