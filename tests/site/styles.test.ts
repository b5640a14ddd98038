import { parse } from 'postcss';
import { expect, it } from 'vitest';
import { order } from '../../src/styles/layers.ts';
import { pages, readText } from './site.ts';

/** What may stand outside of layers: print.css, which wins over all of them, and faces. */
const isFree = /^@(?:layer|font-face|media print)\b/;

/** Sheets are the same on many pages. */
const sheets = new Set(
  pages
    .flatMap((page) => [...readText(page).matchAll(/<style>([^<]*)<\/style>/g)])
    .map(([, css]) => css!),
);

it('all styles stand in layers', () => {
  expect(sheets.size).toBeGreaterThan(5);
  const free = [...sheets]
    .flatMap((css) => parse(css).nodes.map(String))
    .filter((rule) => !isFree.test(rule));
  expect(free.map((rule) => rule.slice(0, 120))).toEqual([]);
});

it('every page begins with the order of layers', () => {
  const begins = (page: string) => /<style[^>]*>([^<]*)/.exec(readText(page))?.[1] === order;
  expect(pages.filter((page) => !begins(page))).toEqual([]);
});
