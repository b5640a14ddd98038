import { titleOf } from '../course.ts';
import { arrive, expectSoon, follow, open } from '../visit.ts';
import type { Check } from '../visit.ts';

/** A page of each kind, and a page that its text or its foot links to. */
const kinds = [
  ['home', '', 'about/'],
  ['map', 'syllabus/', 'chapters/follow-one-booking/'],
  ['chapter', 'chapters/follow-one-booking/', 'objectives/define-technical-terms/'],
  ['list of objectives', 'objectives/', 'objectives/query-with-sql/'],
  ['objective', 'objectives/query-with-sql/', 'chapters/ask-one-table/'],
  ['glossary', 'glossary/', 'glossary/backend/'],
  ['term', 'glossary/client/', 'glossary/server/'],
  ['company', 'company/', 'company/documents/adr-001/'],
  ['document', 'company/documents/rfc-014/', 'company/documents/adr-011/'],
  ['data', 'company/data/', 'sources/'],
  ['list of sources', 'sources/', 'chapters/learn-with-ai/'],
  ['progress', 'progress/', 'review/'],
  ['review', 'review/', 'progress/'],
  ['diagnostic', 'diagnostic/', 'about/'],
  ['about', 'about/', 'syllabus/'],
  ['offline', 'offline/', 'progress/'],
  ['answers', 'chapters/follow-one-booking/answers/', 'about/'],
] as const;

/** Pages that the header of every page links to. */
const always = ['glossary/', 'company/'] as const;

const fromKinds = kinds.map(([kind, path, next]): Check => {
  const other = always.find((candidate) => candidate !== path)!;
  return {
    name: `leads on from a page of the kind: ${kind}`,
    async run(visit) {
      await open(visit, path);
      await follow(visit, next);
      await visit.browser.back();
      await arrive(visit, path);
      await follow(visit, other, 'header .links');
    },
  };
});

export const navigation: Check[] = [
  ...fromKinds,
  {
    name: 'leads through the sidebar, and from chapter to chapter',
    async run(visit) {
      await open(visit, 'about/');
      await follow(visit, 'chapters/what-technical-buys-you/', '.sidebar-pane');
      await follow(visit, 'chapters/follow-one-booking/', '.pagination');
      await follow(visit, 'chapters/what-technical-buys-you/', '.pagination');
      await follow(visit, '', 'header');
    },
  },
  {
    name: 'goes to a place within a page',
    isPlain: true,
    async run(visit) {
      const { browser } = visit;
      await open(visit, 'company/documents/rfc-014/#p4-1');
      await expectSoon(
        browser,
        '#p4-1 in sight',
        () => browser.read('#p4-1', (passage) => passage.getBoundingClientRect().top),
        (top) => top >= 0 && top < 900,
      );
    },
  },
  {
    name: 'marks what leads out into the world',
    needs: 'copy',
    async run(visit) {
      const { browser } = visit;
      await open(visit, 'sources/');
      await expectSoon(
        browser,
        'every link outwards has rel="external" and opens a tab of its own',
        () =>
          browser.evaluate(() =>
            [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="http"]')].map(
              ({ href, rel, target }) => ({ href, rel, target }),
            ),
          ),
        (links) =>
          links.length > 10 &&
          links.every(
            ({ rel, target }) => rel.split(' ').includes('external') && target === '_blank',
          ),
      );
    },
  },
  ...['chapters/', '_astro/'].map((path): Check => ({
    name: `leads to the start from a wrong file: ${path}index.html`,
    needs: 'copy',
    async run(visit) {
      const { browser, place } = visit;
      await browser.goto(place.address(path));
      // It may go there by itself, or say how.
      await expectSoon(
        browser,
        'the start, or a link to it',
        async () => {
          const heading = await browser.read('h1', (element) => element.textContent);
          const links = await browser.evaluate(() => [...document.links].map(({ href }) => href));
          return { heading, links: links.map(decodeURI) };
        },
        ({ heading, links }) =>
          heading.trim() === titleOf('') || links.includes(decodeURI(place.address(''))),
      );
      const isThere = decodeURI(await browser.url()) === decodeURI(place.address(''));
      if (!isThere) await follow(visit, '', 'body');
      await arrive(visit, '');
    },
  })),
];
