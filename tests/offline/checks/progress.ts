import { parseProgress } from '../../../src/lib/progress/progress.ts';
import { choose, fill, follow, open, see, seeAttribute } from '../visit.ts';
import type { Check } from '../visit.ts';
import { answered, erase, expectEqual, importFile, made } from './progress-file.ts';
import { guess, hand } from './exercises.ts';

const [first, second] = ['borrow-a-boat', 'ask-the-boathouse'];
const toPath = (id: string) => `chapters/${id}/`;
const markOf = (id: string) => `.sidebar-pane [data-chapter-mark="${id}"]`;
const button = 'chapter-read button';

export const progress: Check[] = [
  {
    name: 'shows on every page what was done on another',
    async run(visit) {
      const { browser } = visit;
      await erase(visit);
      await open(visit, toPath(first));
      await browser.click(button);
      await see(browser, button, 'Read ✓');
      await follow(visit, toPath(second), '.sidebar-pane');
      await see(browser, markOf(first), '✓');
      await see(browser, button, 'Mark as read');
      await open(visit, 'progress/');
      await see(browser, '[data-summary]', /^1 of \d+ finished chapters read, 0 /);
      await open(visit, '');
      await see(browser, 'main .start', 'Continue: Ask the boathouse');
    },
  },
  {
    name: 'keeps progress and theme when the browser is started anew',
    needs: 'restart',
    async run(visit) {
      const { browser } = visit;
      await erase(visit);
      await open(visit, toPath(first));
      await browser.click(button);
      await see(browser, button, 'Read ✓');
      await fill(browser, 'header theme-choice select', 'dark');
      await browser.restart();
      await open(visit, 'objectives/count-with-sql/');
      await see(browser, markOf(first), '✓');
      await seeAttribute(browser, 'html', 'data-theme', 'dark');
      await open(visit, 'progress/');
      await see(browser, '[data-summary]', /^1 of \d+ finished chapters read, 0 /);
      await fill(browser, 'header theme-choice select', '');
    },
  },
  {
    name: 'shows in one tab what happens in another',
    needs: 'tabs',
    async run(visit) {
      const { browser } = visit;
      await erase(visit);
      const tab = await browser.openTab();
      try {
        await open(visit, toPath(second), tab);
        await open(visit, toPath(first));
        await browser.click(button);
        await see(browser, button, 'Read ✓');
        await see(tab, markOf(first), '✓');
        await tab.click(button);
        await see(tab, button, 'Read ✓');
        await see(browser, markOf(second), '✓');
        await open(visit, 'progress/');
        await see(browser, '[data-summary]', /^2 of /);
      } finally {
        await tab.close();
      }
    },
  },
  {
    name: 'takes in a progress file that was made online',
    async run(visit) {
      const { browser } = visit;
      await erase(visit);
      await importFile(visit, made);
      await see(browser, '[data-summary]', /^1 of \d+ finished chapters read, 1 activities/);
      await open(visit, toPath(first));
      await see(browser, button, 'Read ✓');
      await open(visit, toPath(second));
      await see(browser, markOf(first), '✓');
    },
  },
  {
    name: 'gives out a progress file that the site can read',
    async run(visit) {
      const { browser } = visit;
      await erase(visit);
      await importFile(visit, made);
      await browser.evaluate(() => {
        const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob) => {
          (window as unknown as { saved: unknown }).saved = blob;
          return make(blob);
        };
      });
      await browser.click('[data-export]');
      const text = await browser.evaluate(() =>
        (window as unknown as { saved?: Blob }).saved?.text(),
      );
      expectEqual('the file', parseProgress(text ?? ''), { progress: made });
    },
  },
  {
    name: 'reviews a question from another page',
    async run(visit) {
      const { browser } = visit;
      const { id, right } = guess;
      await erase(visit);
      await importFile(visit, { ...made, attempts: [answered(id, false)] });
      await open(visit, 'review/');
      await see(browser, '[data-summary]', /^\d+ cards are due/);
      await browser.click('course-review [data-start]');
      await choose(browser, `#${id}`, right);
      await hand(browser, id);
      await seeAttribute(browser, `#${id} [data-feedback]`, 'data-result', 'right');
      await see(browser, 'course-review [data-next]', 'Next card');
      await open(visit, 'progress/');
      await see(browser, '[data-summary]', '1 activities answered in 2 attempts');
    },
  },
  {
    name: 'asks the diagnostic, counts its answers and draws a route',
    async run(visit) {
      const { browser } = visit;
      await erase(visit);
      await open(visit, 'diagnostic/');
      await browser.click('course-diagnostic [data-start]');
      await see(browser, '[data-summary]', 'Question 1 of 4');
      await browser.click('course-diagnostic [data-pause]');
      await open(visit, 'diagnostic/');
      await see(browser, '[data-summary]', '4 questions are left');
      await browser.click('course-diagnostic [data-start]');
      await choose(browser, 'course-diagnostic', 'A program that asks another one.');
      await browser.click('course-diagnostic [type="submit"]');
      for (let question = 2; question <= 4; question += 1) {
        await see(browser, '[data-summary]', `Question ${question} of 4`);
        await browser.click('course-diagnostic [data-unsure]');
      }
      await see(browser, '[data-summary]', 'You had 1 of 4 right.');
      await see(browser, '[data-result]', 'Your route');
      await open(visit, 'syllabus/');
      await see(browser, 'tr[data-chapter="ask-the-boathouse"] [data-way]', /^(study|skim|skip)$/);
    },
  },
];
