import { arrive, expectSoon, fill, open, see, seeAttribute } from '../visit.ts';
import type { Check } from '../visit.ts';

const chapter = 'chapters/borrow-a-boat/';
const page = 'html';

export const reading: Check[] = [
  {
    name: 'opens with its styles and fonts, and writes no error',
    async run(visit) {
      const { browser } = visit;
      const before = browser.consoleErrors.length;
      await open(visit, '');
      await expectSoon(
        browser,
        'the course’s fonts, a loaded face among them, and no advice to unzip first',
        () =>
          browser.evaluate(() => {
            const family = (selector: string) =>
              getComputedStyle(document.querySelector(selector)!).fontFamily;
            const advice = document.getElementById('unpack-first');
            return {
              heading: family('h1'),
              text: family('.lede'),
              loaded: [...document.fonts].filter(({ status }) => status === 'loaded').length,
              advice: advice ? getComputedStyle(advice).display : 'none',
            };
          }),
        ({ heading, text, loaded, advice }) =>
          heading.includes('Source Serif') &&
          /serif|sans/i.test(text) &&
          loaded > 0 &&
          advice === 'none',
      );
      const errors = browser.consoleErrors.slice(before);
      if (errors.length > 0)
        throw new Error(`expected: no error on the console\n${errors.join('\n')}`);
    },
  },
  {
    name: 'keeps the chosen theme on other pages',
    async run(visit) {
      const { browser } = visit;
      await open(visit, '');
      await fill(browser, 'header theme-choice select', 'dark');
      await seeAttribute(browser, page, 'data-theme', 'dark');
      await open(visit, chapter);
      await seeAttribute(browser, page, 'data-theme', 'dark');
      await fill(browser, 'header theme-choice select', 'light');
      await open(visit, 'glossary/');
      await seeAttribute(browser, page, 'data-theme', 'light');
    },
  },
  {
    name: 'shows the card of a term, and its link leads to the entry',
    async run(visit) {
      const { browser } = visit;
      await open(visit, chapter);
      await browser.read('main a.term[data-term="client"]', (term) => {
        term.scrollIntoView({ block: 'center', behavior: 'instant' });
        term.dispatchEvent(
          new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }),
        );
      });
      await see(browser, '[data-shown] .term-card', /^Client /);
      await browser.click('[data-shown] .term-card a');
      await arrive(visit, 'glossary/client/');
    },
  },
  {
    name: 'walks through a diagram',
    isPlain: true,
    async run(visit) {
      const { browser } = visit;
      await open(visit, chapter);
      const step = 'course-diagram .steps li[data-now]';
      await browser.click('course-diagram [data-move="1"]');
      await seeAttribute(browser, step, 'data-step', '1');
      await browser.press('ArrowRight');
      await seeAttribute(browser, step, 'data-step', '2');
      await expectSoon(
        browser,
        'one lit edge in the drawing',
        () => browser.evaluate(() => document.querySelectorAll('.drawing.wide .edge.on').length),
        (count) => count === 1,
      );
    },
  },
  {
    name: 'lights the trail of a skill on the map, and takes it from the address',
    async run(visit) {
      const { browser } = visit;
      const trail = 'P1 Use SQL to count boats and trips: taught in 2';
      await open(visit, 'syllabus/');
      await fill(browser, '[data-choose="objective"]', 'P1');
      await see(browser, '[data-trail]', trail);
      await seeAddress(visit, 'objective=P1');
      await browser.reload();
      await arrive(visit, 'syllabus/');
      await see(browser, '[data-trail]', trail);
      await open(visit, 'syllabus/?chapter=decide-and-script');
      await see(browser, '[data-trail]', 'Chapter 3 builds on 1, 2.');
    },
  },
  {
    name: 'narrows the glossary, and keeps that in the address',
    async run(visit) {
      const { browser } = visit;
      await open(visit, 'glossary/');
      await browser.type('list-filter [name="text"]', 'idempotent');
      await see(browser, '[data-count]', /^\d of \d+ terms$/);
      await seeAddress(visit, 'text=idempotent');
      await browser.reload();
      await arrive(visit, 'glossary/');
      await see(browser, '[data-count]', /^\d of \d+ terms$/);
      await see(browser, '#idempotency-key', 'Idempotency key');
      await open(visit, 'glossary/?letter=C&chapter=ask-the-boathouse');
      await see(browser, '[data-count]', /^1 of /);
      await see(browser, '#column', 'Column');
    },
  },
];

const seeAddress = ({ browser }: Parameters<Check['run']>[0], query: string) =>
  expectSoon(
    browser,
    `${query} in the address`,
    () => browser.url(),
    (url) => url.split('?')[1]?.includes(query) === true,
  );
