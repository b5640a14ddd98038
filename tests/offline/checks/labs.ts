import { readFileSync, globSync } from 'node:fs';
import { parse } from 'yaml';
import type { Tab } from '../browsers/browser.ts';
import { expectSoon, meet, open, see } from '../visit.ts';
import type { Check, Visit } from '../visit.ts';

/** Seconds for an engine to load, start and answer on a slow machine. */
const engineTime = 150;

const isRight = 'On the data you see, and on a second set.';

/** The solution of an exercise in code, as its author wrote it. */
function solutionOf(id: string): string {
  const [file] = globSync(`tests/fixtures/course/content/activities/*/${id}.yaml`);
  return (parse(readFileSync(file!, 'utf8')) as { solution: string }).solution;
}

/** Puts code into a lab; the editor has taken the place of the plain field before. */
async function write(tab: Tab, id: string, code: string): Promise<void> {
  await meet(tab, id);
  await tab.click(`#${id} :is(.cm-content, textarea)`);
  // Firefox without a screen has no window in front, and tells no field of its focus.
  await tab.read(`#${id} textarea`, (field) => field.dispatchEvent(new FocusEvent('focus')));
  await see(tab, `#${id} .cm-content`, '');
  await tab.read(
    `#${id}`,
    (item, text) => {
      const lab = item.matches('.lab') ? item : item.querySelector('.lab');
      (lab as HTMLElement & { text: string }).text = text;
    },
    code,
  );
  await expectSoon(
    tab,
    `the editor of #${id} shows the code`,
    () => tab.read(`#${id} .cm-content`, (editor) => editor.innerText.trim()),
    (shown) => shown.startsWith(code.trim().split('\n')[0]!),
  );
}

const check = (tab: Tab, id: string) => tab.click(`#${id} button[type="submit"]`);

/** Hands in a wrong answer and the right one. */
async function answer(
  visit: Visit,
  path: string,
  id: string,
  [wrong, reply]: [string, string],
): Promise<void> {
  const { browser } = visit;
  const feedback = `#${id} [data-feedback]`;
  await open(visit, path);
  await write(browser, id, wrong);
  await check(browser, id);
  await see(browser, feedback, reply, engineTime);
  await write(browser, id, solutionOf(id));
  await check(browser, id);
  await see(browser, feedback, isRight, engineTime);
}

/** Runs what never ends, stops it, and runs something else. */
async function stop(
  { browser }: Visit,
  id: string,
  [start, begun]: [string, string],
  endless: string,
  [next, answered]: [string, string],
): Promise<void> {
  const lab = `#${id}`;
  await write(browser, id, start);
  await browser.click(`${lab} [data-run]`);
  await see(browser, `${lab} .output`, begun, engineTime);
  await write(browser, id, endless);
  await browser.click(`${lab} [data-run]`);
  await browser.click(`${lab} [data-stop]`);
  await see(browser, `${lab} .lab-status`, 'You stopped it.');
  await write(browser, id, next);
  await browser.click(`${lab} [data-run]`);
  await see(browser, `${lab} .output`, answered, engineTime);
}

export const labs: Check[] = [
  {
    name: 'grades an exercise in SQL, on the second set of data too',
    async run(visit) {
      const { browser } = visit;
      const id = 'boathouses-in-kenya';
      const wrong = "select name, town, plan from merchants where country = 'KE' and plan = 'team'";
      await answer(visit, 'chapters/ask-the-boathouse/', id, [wrong, 'Team is one of two plans.']);
      const rows = await browser.read(`#${id} .result tbody`, (body) =>
        [...body.querySelectorAll('tr')].map((row) =>
          [...row.querySelectorAll('td')].map((cell) => cell.innerText),
        ),
      );
      // The same rows, typed in: right on the data that is shown, and on no other.
      const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
      const typed = rows.map((row) => `(${row.map(quote).join(', ')})`).join(', ');
      await write(browser, id, `values ${typed}`);
      await check(browser, id);
      await see(browser, `#${id} [data-feedback]`, 'wrong on a second set', engineTime);
    },
  },
  {
    name: 'grades an exercise in Python',
    run: (visit) =>
      answer(visit, 'chapters/decide-and-script/', 'count-open-tickets', [
        'tickets = 3',
        'should be',
      ]),
  },
  {
    name: 'stops an endless query, and answers afterwards',
    async run(visit) {
      await open(visit, 'company/data/');
      await stop(
        visit,
        'ask-slotlark',
        ['select 1 as one', 'one 1'],
        'with recursive t(n) as (select 1 union all select n + 1 from t) select max(n) from t',
        ['select count(*) from merchants', 'count 600'],
      );
    },
  },
  {
    name: 'stops an endless script, and answers afterwards',
    async run(visit) {
      await open(visit, 'chapters/decide-and-script/');
      await stop(visit, 'first-script', ['print("begun")', 'begun'], 'while True:\n    pass', [
        'print(41 + 1)',
        '42',
      ]);
    },
  },
  {
    name: 'shows the tables of the database beside an exercise',
    async run(visit) {
      const { browser } = visit;
      const id = 'boathouses-in-kenya';
      await open(visit, 'chapters/ask-the-boathouse/');
      await meet(browser, id);
      await browser.click(`#${id} [data-schema] summary`);
      await see(browser, `#${id} [data-table="merchants"] dt`, 'merchant_id');
    },
  },
];
