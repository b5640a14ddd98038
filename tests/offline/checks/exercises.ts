import type { Tab } from '../browsers/browser.ts';
import { choose, expectSoon, fill, meet, open, see, seeAttribute } from '../visit.ts';
import type { Check, Visit } from '../visit.ts';

/** Opens the page of an exercise and goes near it. */
export async function openItem(visit: Visit, path: string, id: string): Promise<void> {
  await open(visit, path);
  await meet(visit.browser, id);
}

export const hand = (tab: Tab, id: string): Promise<void> =>
  tab.click(`#${id} button[type="submit"]`);

export const seeResult = (tab: Tab, id: string, result: 'right' | 'wrong'): Promise<void> =>
  seeAttribute(tab, `#${id} [data-feedback]`, 'data-result', result);

const ask = 'chapters/ask-the-boathouse/';
const borrow = 'chapters/borrow-a-boat/';

/** A choice, and two of its options. */
export const guess = {
  id: 'first-guess-after-the-tap',
  right: 'The boathouse has written the reservation down.',
  wrong: 'The boat has been taken out of the shed.',
};

export const exercises: Check[] = [
  {
    name: 'answers a choice, wrong and right, and shows the solution',
    async run(visit) {
      const { browser } = visit;
      const { id } = guess;
      await openItem(visit, borrow, id);
      for (const result of ['wrong', 'right'] as const) {
        await choose(browser, `#${id}`, guess[result]);
        await hand(browser, id);
        await seeResult(browser, id, result);
      }
      await see(browser, `#${id} [data-feedback]`, 'That is what the answer stands for.');
      await browser.click(`#${id} [data-solution] summary`);
      await see(browser, `#${id} [data-solution-text]`, 'Right.');
    },
  },
  {
    name: 'answers a match',
    async run(visit) {
      const { browser } = visit;
      const id = 'which-sense-is-meant';
      await openItem(visit, borrow, id);
      for (const [place, target] of ['program', 'person', 'program'].entries()) {
        await fill(browser, `#${id} .entries > li:nth-child(${place + 1}) select`, target);
      }
      await hand(browser, id);
      await see(browser, `#${id} [data-feedback]`, '3 of 3 right');
    },
  },
  {
    name: 'answers an order',
    async run(visit) {
      const { browser } = visit;
      const id = 'how-an-answer-is-made';
      const right = ['take all rows', 'keep the rows', 'make a line', 'put the lines'];
      await openItem(visit, ask, id);
      for (const [place, words] of right.entries()) {
        const index = () =>
          browser.read(
            `#${id}`,
            (item, text) =>
              [...item.querySelectorAll('[data-piece]')].findIndex((piece) =>
                piece.textContent.includes(text),
              ),
            words,
          );
        for (let now = await index(); now > place; now = await index()) {
          await browser.click(`#${id} [data-piece]:nth-child(${now + 1}) [data-move="-1"]`);
        }
      }
      await hand(browser, id);
      await see(browser, `#${id} [data-feedback]`, 'In order.');
    },
  },
  {
    name: 'answers a recall',
    async run(visit) {
      const { browser } = visit;
      const id = 'define-client';
      await openItem(visit, borrow, id);
      await fill(browser, `#${id} textarea`, '');
      await browser.type(`#${id} textarea`, 'The program that asks.');
      await browser.click(`#${id} [data-solution] summary`);
      await see(browser, `#${id} [data-solution-text]`, 'A program that starts a conversation');
      await choose(browser, `#${id}`, 'I had it');
      await see(browser, `#${id} [data-status]`, 'Asked again from');
      await browser.reload();
      await meet(browser, id);
      await expectSoon(
        browser,
        'the text written before',
        () => browser.read(`#${id} textarea`, (field) => (field as HTMLTextAreaElement).value),
        (text) => text === 'The program that asks.',
      );
    },
  },
  {
    name: 'answers a prediction',
    async run(visit) {
      const { browser } = visit;
      const id = 'predict-missing-value';
      await openItem(visit, ask, id);
      await choose(browser, `#${id}`, 'No rows at all.');
      await choose(browser, `#${id}`, 'neither true nor false');
      await hand(browser, id);
      await seeResult(browser, id, 'right');
    },
  },
  {
    name: 'answers an explanation',
    async run(visit) {
      const { browser } = visit;
      const id = 'explain-two-counts';
      await openItem(visit, ask, id);
      const text = 'One of them counts all of the trips, the other those that have come back.';
      await fill(browser, `#${id} textarea`, text);
      await hand(browser, id);
      await expectSoon(
        browser,
        'three other explanations to compare with',
        () => browser.read(`#${id}`, (item) => item.querySelectorAll('[data-exemplar]').length),
        (count) => count === 3,
      );
      for (const point of ['counts rows, whatever', 'in which a value stands', 'Six trips']) {
        await choose(browser, `#${id}`, point);
      }
      await choose(browser, `#${id}`, 'That is my count');
      await seeResult(browser, id, 'right');
    },
  },
];
