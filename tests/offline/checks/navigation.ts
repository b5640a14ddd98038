import { titleOf } from '../course.ts';
import { arrive, expectSoon, follow, open } from '../visit.ts';
import type { Check } from '../visit.ts';

/** A page of each kind, and a page that its text or its foot links to. */
const kinds = [
  ['home', '', 'about/'],
  ['map', 'syllabus/', 'chapters/borrow-a-boat/'],
  ['chapter', 'chapters/borrow-a-boat/', 'objectives/recall-words/'],
  ['list of objectives', 'objectives/', 'objectives/count-with-sql/'],
  ['objective', 'objectives/count-with-sql/', 'chapters/ask-the-boathouse/'],
  ['glossary', 'glossary/', 'glossary/queue/'],
  ['term', 'glossary/client/', 'glossary/server/'],
  ['company', 'company/', 'company/documents/adr-1/'],
  ['document', 'company/documents/rfc-1/', 'company/documents/adr-2/'],
  ['data', 'company/data/', 'sources/'],
  ['list of sources', 'sources/', 'chapters/decide-and-script/'],
  ['progress', 'progress/', 'review/'],
  ['review', 'review/', 'progress/'],
  ['diagnostic', 'diagnostic/', 'about/'],
  ['about', 'about/', 'syllabus/'],
  ['offline', 'offline/', 'progress/'],
  ['answers', 'chapters/borrow-a-boat/answers/', 'about/'],
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
      await follow(visit, 'chapters/borrow-a-boat/', '.sidebar-pane');
      await follow(visit, 'chapters/ask-the-boathouse/', '.pagination');
      await follow(visit, 'chapters/borrow-a-boat/', '.pagination');
      await follow(visit, '', 'header');
    },
  },
  {
    name: 'goes to a place within a page',
    isPlain: true,
    async run(visit) {
      const { browser } = visit;
      await open(visit, 'company/documents/rfc-1/#p4-1');
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
          links.length >= 3 &&
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
