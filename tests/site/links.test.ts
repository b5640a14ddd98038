import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LinkChecker, LinkState } from 'linkinator';
import { afterAll, describe, expect, it } from 'vitest';
import { base, dist, manifest, pages, readText } from './site.ts';

// Under a base path, the server's root is the folder around the site.
const scratch = mkdtempSync(join(tmpdir(), 'course-site-'));
const folder = base.replaceAll('/', '');
if (folder) symlinkSync(dist, join(scratch, folder));
const root = folder ? scratch : dist;
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('links', async () => {
  const visited = new Set<string>();
  const external = new Set<string>();
  const checker = new LinkChecker();
  checker.on('pagestart', (url) => visited.add(new URL(url).pathname));
  const { links } = await checker.check({
    path: base,
    serverRoot: root,
    recurse: true,
    checkFragments: true,
    linksToSkip: (link) => {
      const isOut = !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(link);
      // The canonical address of a local build is its development host.
      if (isOut) external.add(link);
      return Promise.resolve(isOut || new URL(link).port === '4321');
    },
  });

  it('leads nowhere that does not exist, anchors included', () => {
    const broken = links
      .filter(({ state }) => state === LinkState.BROKEN)
      .map(({ url, parent }) => `${parent} → ${url}`);
    expect(broken).toEqual([]);
    expect(links.length).toBeGreaterThan(pages.length);
  });

  it('reaches every page from the home page', () => {
    const reached = new Set(
      [...visited].map((path) => path.slice(base.length).replace(/(^|\/)$/, '$1index.html')),
    );
    expect(pages.filter((page) => page !== '404.html' && !reached.has(page))).toEqual([]);
  });

  it('leaves the site only over https', () => {
    expect(external.size).toBeGreaterThanOrEqual(manifest.sources.length);
    expect([...external].filter((link) => !/^(https|data|mailto):/.test(link))).toEqual([]);
  });
});

it('would notice a broken link and a broken anchor', async () => {
  const site = join(scratch, 'broken');
  mkdirSync(site);
  writeFileSync(
    join(site, 'index.html'),
    '<a href="other.html#nowhere">a</a><a href="gone/">b</a>',
  );
  writeFileSync(join(site, 'other.html'), '<p id="somewhere">c</p>');
  const { links } = await new LinkChecker().check({
    path: '/',
    serverRoot: site,
    recurse: true,
    checkFragments: true,
  });
  const broken = links.filter(({ state }) => state === LinkState.BROKEN).map(({ url }) => url);
  expect(broken.some((url) => url.endsWith('#nowhere'))).toBe(true);
  expect(broken.some((url) => url.endsWith('gone/'))).toBe(true);
});

it('loads nothing from another host', () => {
  const loading =
    /<(?:script|img|iframe|video|audio|source|embed|object)\b[^>]*\s(?:src|data)="(?:https?:)?\/\//;
  const sheet =
    /<link\b[^>]*rel="(?:stylesheet|preload|modulepreload|icon|manifest)"[^>]*href="(?:https?:)?\/\//;
  const css = /(?:@import|url\()\s*['"]?(?:https?:)?\/\//;
  const guilty = pages.filter((page) => {
    const html = readText(page);
    return loading.test(html) || sheet.test(html) || css.test(html);
  });
  expect(guilty).toEqual([]);
});
