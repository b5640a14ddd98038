import type { Tab } from '../browsers/browser.ts';
import { expectSoon, fill, meet, open, see, seeAttribute } from '../visit.ts';
import type { Check, Visit } from '../visit.ts';

/** Attributes within the solution of an exercise, from the page of answers. */
export async function readSolution(
  visit: Visit,
  path: string,
  id: string,
  selector: string,
  attribute: string,
): Promise<string[]> {
  await open(visit, `${path}answers/`);
  return visit.browser.evaluate(
    (within, name) =>
      [...document.querySelectorAll(within)].map((element) => element.getAttribute(name) ?? ''),
    `[data-solution-for="${id}"] ${selector}`,
    attribute,
  );
}

/** Opens the page of an exercise and goes near it. */
export async function openItem(visit: Visit, path: string, id: string): Promise<void> {
  await open(visit, path);
  await meet(visit.browser, id);
}

export const hand = (tab: Tab, id: string): Promise<void> =>
  tab.click(`#${id} button[type="submit"]`);

export const seeResult = (tab: Tab, id: string, result: 'right' | 'wrong'): Promise<void> =>
  seeAttribute(tab, `#${id} [data-feedback]`, 'data-result', result);

const ask = 'chapters/ask-one-table/';
const follow = 'chapters/follow-one-booking/';

export const exercises: Check[] = [
  {
    name: 'answers a choice, wrong and right, and shows the solution',
    async run(visit) {
      const { browser } = visit;
      const id = 'first-guess-after-the-tap';
      const [right] = await readSolution(visit, follow, id, '[data-right]', 'data-reason');
      await openItem(visit, follow, id);
      const wrong = right === '0' ? '1' : '0';
      for (const [option, result] of [
        [wrong, 'wrong'],
        [right!, 'right'],
      ] as const) {
        await browser.click(`#${id} input[value="${option}"]`);
        await hand(browser, id);
        await seeResult(browser, id, result);
      }
      await see(browser, `#${id} [data-feedback]`, /\w+ \w+ \w+/);
      await browser.click(`#${id} [data-solution] summary`);
      await see(browser, `#${id} [data-solution-text]`, 'Right.');
    },
  },
  {
    name: 'answers a match',
    async run(visit) {
      const { browser } = visit;
      const id = 'which-sense-is-meant';
      const targets = await readSolution(visit, follow, id, '[data-target]', 'data-target');
      await openItem(visit, follow, id);
      for (const [place, target] of targets.entries()) {
        await fill(browser, `#${id} .entries > li:nth-child(${place + 1}) select`, target);
      }
      await hand(browser, id);
      await see(browser, `#${id} [data-feedback]`, `${targets.length} of ${targets.length} right`);
    },
  },
  {
    name: 'answers an order',
    async run(visit) {
      const { browser } = visit;
      const id = 'how-the-database-reads';
      const [orders] = await readSolution(visit, ask, id, '[data-orders]', 'data-orders');
      const [right] = JSON.parse(orders!) as [string[]];
      await openItem(visit, ask, id);
      for (const [place, key] of right.entries()) {
        const piece = `#${id} [data-piece="${key}"]`;
        const index = () =>
          browser.read(piece, (item) => [...item.parentElement!.children].indexOf(item));
        while ((await index()) > place) await browser.click(`${piece} [data-move="-1"]`);
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
      await openItem(visit, follow, id);
      await fill(browser, `#${id} textarea`, '');
      await browser.type(`#${id} textarea`, 'The program that asks.');
      await browser.click(`#${id} [data-solution] summary`);
      await see(browser, `#${id} [data-solution-text]`, /\w+ \w+ \w+/);
      await browser.click(`#${id} [name="rating"][value="1"]`);
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
      const id = 'predict-not-agreed';
      const rightOf = async (name: string) => {
        const selector = `[data-of="${name}"][data-right]`;
        const [option] = await readSolution(visit, ask, id, selector, 'data-reason');
        return [name, option] as const;
      };
      const chosen = [await rightOf('outcome'), await rightOf('reason')];
      await openItem(visit, ask, id);
      for (const [name, option] of chosen) {
        await browser.click(`#${id} [name="${name}"][value="${option}"]`);
      }
      await hand(browser, id);
      await seeResult(browser, id, 'right');
    },
  },
  {
    name: 'answers an explanation',
    async run(visit) {
      const { browser } = visit;
      const id = 'explain-two-careful-people';
      await openItem(visit, ask, id);
      const text =
        'One of them counts one spelling of the status, the other counts both of them together.';
      await fill(browser, `#${id} textarea`, text);
      await hand(browser, id);
      await expectSoon(
        browser,
        'three other explanations to compare with',
        () => browser.read(`#${id}`, (item) => item.querySelectorAll('[data-exemplar]').length),
        (count) => count === 3,
      );
      await browser.read(`#${id}`, (item) => {
        for (const box of item.querySelectorAll<HTMLElement>('.point input')) box.click();
      });
      await browser.click(`#${id} [data-compare] > button`);
      await seeResult(browser, id, 'right');
    },
  },
];
