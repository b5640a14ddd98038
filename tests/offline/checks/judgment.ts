import { choose, fill, open, see } from '../visit.ts';
import type { Check } from '../visit.ts';
import { hand, openItem, seeResult } from './exercises.ts';

const path = 'chapters/decide-and-script/';

export const judgment: Check[] = [
  {
    name: 'plays a scenario',
    async run(visit) {
      const { browser } = visit;
      const id = 'rain-on-saturday';
      await openItem(visit, path, id);
      for (const [evidence, found] of [
        ['forecast', 'The morning is dry.'],
        ['moving', 'up to 30 boats'],
      ] as const) {
        await browser.click(`#${id} [data-evidence="${evidence}"] button`);
        await see(browser, `#${id} [data-evidence="${evidence}"]`, found);
      }
      await choose(browser, `#${id} [data-situation]`, 'Move as many as possible');
      await see(browser, `#${id}`, 'Thirty parties have agreed.');
      await choose(browser, `#${id} [data-situation]`, 'money back today');
      await see(browser, `#${id} [data-feedback]`, 'you had the evidence for it');
    },
  },
  {
    name: 'answers a critique',
    async run(visit) {
      const { browser } = visit;
      const id = 'notice-on-the-jetty';
      await openItem(visit, path, id);
      for (const flaw of ['price', 'twice', 'help']) {
        const region = `#${id} [data-region="${flaw}"]`;
        await browser.click(`${region} input[type="checkbox"]`);
        await fill(browser, `${region} input[type="text"]`, 'It misleads.');
      }
      await hand(browser, id);
      await see(browser, `#${id} [data-feedback]`, '3 found, 0 missed');
      await see(browser, `#${id} [data-region="price"] [data-row]`, /^Found\. \w/);
    },
  },
  {
    name: 'takes a piece of work, scores and saves it, and shows it among the progress',
    async run(visit) {
      const { browser } = visit;
      const id = 'one-page-for-one-change';
      await openItem(visit, path, id);
      const exemplar = `#${id} [data-exemplar="0"]`;
      await browser.click(`${exemplar} summary`);
      for (const criterion of ['clear', 'checkable']) {
        await fill(browser, `${exemplar} [data-criterion="${criterion}"] select`, '1');
      }
      await choose(browser, exemplar, 'Compare with the expert');
      await see(browser, `${exemplar} [data-row]`, 'The expert gave');
      await choose(browser, `#${id}`, 'Check the parts');
      await see(browser, `#${id} [data-status]`, 'rules do not hold yet');
      const change = 'Every oar gets the color of its boat, so that nobody takes the wrong one.';
      for (const [field, value] of [
        ['change', change],
        ['boats', '12'],
        ['size', 'small'],
        ['sign', 'Nine of ten oars come back.'],
      ] as const) {
        await fill(browser, `#${id} [data-field="${field}"] :is(input, textarea, select)`, value);
      }
      for (const criterion of ['clear', 'checkable']) {
        await fill(browser, `#${id} [data-own="${criterion}"] select`, '2');
        await fill(browser, `#${id} [data-own="${criterion}"] input`, 'the color of its boat');
      }
      await hand(browser, id);
      await seeResult(browser, id, 'right');
      await see(browser, `#${id} [data-feedback]`, 'by your own score');
      await choose(browser, `#${id}`, 'Save as Markdown');
      await see(browser, `#${id} [data-status]`, 'Saved as a file.');
      await open(visit, 'progress/');
      await see(browser, '[data-work]', change.slice(0, 40));
    },
  },
];
