import { expectSoon, fill, open, see } from '../visit.ts';
import type { Check, Visit } from '../visit.ts';
import { hand, openItem, readSolution, seeResult } from './exercises.ts';

const path = 'chapters/events-funnels-cohorts/';

/** The places of the choices that lead from the start of a scenario to its best end. */
async function bestWay(visit: Visit, id: string): Promise<number[]> {
  await open(visit, `${path}answers/`);
  return visit.browser.read(`[data-solution-for="${id}"]`, (solution) => {
    const nodes = [...solution.querySelectorAll<HTMLElement>('[data-node]')];
    const ways = new Map([[nodes[0]!.dataset.node!, [] as number[]]]);
    // Maps are walked through in the order in which ways are added.
    for (const [node, way] of ways) {
      const element = nodes.find(({ dataset }) => dataset.node === node)!;
      element.querySelectorAll<HTMLElement>('[data-to]').forEach(({ dataset }, choice) => {
        if (!ways.has(dataset.to!)) ways.set(dataset.to!, [...way, choice]);
      });
    }
    const ends = nodes.filter(({ dataset }) => dataset.score !== undefined);
    ends.sort((a, b) => Number(b.dataset.score) - Number(a.dataset.score));
    return ways.get(ends[0]!.dataset.node!)!;
  });
}

export const judgment: Check[] = [
  {
    name: 'plays a scenario',
    async run(visit) {
      const { browser } = visit;
      const id = 'roll-back-fix-or-wait';
      const needed = await readSolution(visit, path, id, '[data-matters]', 'data-finding');
      const way = await bestWay(visit, id);
      await openItem(visit, path, id);
      for (const evidence of needed) {
        await browser.click(`#${id} [data-evidence="${evidence}"] [data-buy]`);
        await see(browser, `#${id} [data-evidence="${evidence}"] [data-found]`, /\w/);
      }
      for (const [decisions, choice] of way.entries()) {
        await browser.click(`#${id} [data-choice="${choice}"]`);
        await expectSoon(
          browser,
          `${decisions + 1} decisions with their consequences`,
          () => browser.read(`#${id}`, (item) => item.querySelectorAll('[data-path] > li').length),
          (count) => count === decisions + 1,
        );
      }
      await see(browser, `#${id} [data-feedback]`, 'you had the evidence for it');
    },
  },
  {
    name: 'answers a critique',
    async run(visit) {
      const { browser } = visit;
      const id = 'draft-plan-for-vouchers';
      const flaws = await readSolution(visit, path, id, '[data-flaw]', 'data-flaw');
      await openItem(visit, path, id);
      for (const flaw of flaws) {
        const region = `#${id} [data-region="${flaw}"]`;
        await browser.click(`${region} input[type="checkbox"]`);
        await fill(browser, `${region} input[type="text"]`, 'It would count wrongly.');
      }
      await hand(browser, id);
      await see(browser, `#${id} [data-feedback]`, `${flaws.length} found, 0 missed`);
      await see(browser, `#${id} [data-region="${flaws[0]}"] [data-row]`, /^Found\. \w/);
    },
  },
  {
    name: 'takes a piece of work, scores and saves it, and shows it among the progress',
    async run(visit) {
      const { browser } = visit;
      const id = 'plan-one-feature';
      await openItem(visit, path, id);
      const exemplar = `#${id} [data-exemplar="0"]`;
      await browser.click(`${exemplar} summary`);
      const count = await browser.read(
        exemplar,
        (element) => element.querySelectorAll('[data-criterion]').length,
      );
      for (let place = 0; place < count; place += 1) {
        const criteria = await browser.read(exemplar, (element) =>
          [...element.querySelectorAll<HTMLElement>('[data-criterion]')].map(
            ({ dataset }) => dataset.criterion!,
          ),
        );
        await fill(browser, `${exemplar} [data-criterion="${criteria[place]}"] select`, '1');
      }
      await browser.click(`${exemplar} [data-calibrate]`);
      await see(browser, `${exemplar} [data-row]`, 'The expert gave');
      await browser.click(`#${id} [data-lint]`);
      await see(browser, `#${id} [data-status]`, 'rules do not hold yet');
      // The first exemplar is the better one: its words pass every rule.
      const first = await browser.read(`#${id}`, (item) => {
        const texts = [...item.querySelectorAll<HTMLElement>('[data-exemplar="0"] dd')].map(
          (text) => text.innerText.trim(),
        );
        item.querySelectorAll('[data-field]').forEach((part, place) => {
          part.querySelector<HTMLInputElement>('input, textarea, select')!.value = texts[place]!;
        });
        item.querySelectorAll('[data-own]').forEach((own) => {
          own.querySelector('select')!.value = '2';
          own.querySelector('input')!.value = texts[0]!.split(' ').slice(0, 4).join(' ');
        });
        item.dispatchEvent(new Event('change'));
        return texts[0]!;
      });
      await hand(browser, id);
      await seeResult(browser, id, 'right');
      await see(browser, `#${id} [data-feedback]`, 'by your own score');
      await browser.click(`#${id} [data-export]`);
      await see(browser, `#${id} [data-status]`, 'Saved as a file.');
      await open(visit, 'progress/');
      await see(browser, '[data-work]', first.slice(0, 40));
    },
  },
];
