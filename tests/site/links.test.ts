import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLinks } from '../links.ts';
import { base, dist, manifest, pages, readText, toFile } from './site.ts';

describe('links', () => {
  const { count, broken, external, reached } = checkLinks(
    dist,
    new URL(base, 'http://site.invalid'),
  );
  // A canonical address begins with the site's own, which is that of development in a local build.
  const [, own = ''] = /<link rel="canonical" href="([^"]+)"/.exec(readText('index.html'))!;

  it('lead nowhere that does not exist, anchors included', () => {
    expect(broken).toEqual([]);
    expect(count).toBeGreaterThan(10 * pages.length);
  });

  it('reach every page from the home page', () => {
    expect(pages.filter((page) => page !== '404.html' && !reached.has(page))).toEqual([]);
  });

  it('leave the site only over https', () => {
    const away = [...external].filter((link) => !link.startsWith(own));
    expect(away.length).toBeGreaterThanOrEqual(manifest.sources.length);
    expect(away.filter((link) => !/^(https|data|mailto):/.test(link))).toEqual([]);
  });
});

describe('addresses in data', () => {
  const gone = (urls: string[]) =>
    urls.filter((url) => !url.startsWith(base) || !existsSync(join(dist, toFile(url))));
  const read = <Type>(file: string) => JSON.parse(readText(file)) as Type;

  it('lead the search to pages', () => {
    const { entries } = read<{ entries: { path: string }[] }>('search.json');
    const files = entries.map(({ path }) => toFile(base + path));
    // Terms and chapters at least, which are more than half of the pages of any course.
    expect(files.length).toBeGreaterThan(pages.length / 2);
    expect(files.filter((file) => !existsSync(join(dist, file)))).toEqual([]);
  });

  it('lead the installed course to files', () => {
    const urls = read<{ url: string }[]>('installed.json').map(({ url }) => url);
    expect(urls.length).toBeGreaterThan(5);
    expect(gone(urls)).toEqual([]);
    const app = read<{ start_url: string; icons: { src: string }[] }>('manifest.webmanifest');
    expect(gone([app.start_url, ...app.icons.map(({ src }) => src)])).toEqual([]);
  });
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
