import { expect, it } from 'vitest';
import '../../../src/elements/activity/course-scenario.ts';
import { openExercise, stored } from './exercise.ts';
import { click, find, settle, textOf } from './page.ts';

const toEvidence = (id: string, cost: number) =>
  `<li data-evidence="${id}" data-cost="${cost}"><button type="button" data-buy>Look</button></li>`;
const inside = `<span data-left></span>
  <ul class="evidence">${toEvidence('log', 2)}${toEvidence('poll', 2)}${toEvidence('none', 0)}</ul>
  <ol data-path></ol>
  <div data-situation tabindex="-1">
    <button type="button" data-choice="0">Wait</button><button type="button" data-choice="1">Ship</button>
  </div>
  <button type="button" data-again hidden>Anew</button>`;

const toFinding = (id: string) =>
  `<li data-finding="${id}"><b data-label>${id}</b><i data-found>Found ${id}.</i><u data-why>Why ${id}.</u></li>`;
const toChoice = (to: string) =>
  `<li data-to="${to}"><b data-label>To ${to}</b><u data-why>Then ${to}.</u></li>`;
const toNode = (id: string, ...choices: string[]) =>
  `<li data-node="${id}"><p data-text>At ${id}.</p><ul>${choices.map(toChoice).join('')}</ul></li>`;
const scenario = {
  attributes: 'data-budget="3" data-unit="hours"',
  key: {
    start: 'start',
    evidence: { log: { cost: 2, matters: true }, poll: { cost: 2, matters: false } },
    ends: { good: 1, bad: 0 },
  },
  solution: `${toFinding('log')}${toFinding('poll')}${toFinding('none')}
    ${toNode('start', 'later', 'bad')}${toNode('later', 'good', 'bad')}${toNode('good')}${toNode('bad')}
    <p data-flips>A storm.</p>`,
};

const start = () => openExercise('course-scenario', inside, scenario);
const look = (id: string) => click(`[data-evidence=${id}] button`);
const decide = (choice: number) => click(`[data-choice="${choice}"]`);
const path = () =>
  [...document.querySelectorAll('[data-path] > li')].map(({ textContent }) => textContent);

it('spends no more than there is, also when two are asked for at once', async () => {
  start();
  expect(textOf('[data-left]')).toBe('3 hours left.');
  look('log');
  look('poll');
  await settle();
  expect(textOf('[data-left]')).toBe('1 hour left.');
  expect(textOf('.refusal')).toMatch(/^That costs more than the 1 hour you have left/);
  expect(textOf('[data-evidence=log]')).toBe('Found log.');
  look('none');
  await settle();
  expect(textOf('[data-evidence=none]')).toBe('Found none.');
});

it('takes a decision and a look once, however often their button is pressed', async () => {
  start();
  look('log');
  look('log');
  decide(0);
  decide(0);
  await settle();
  expect(path()).toEqual(['To laterThen later.']);
  expect(textOf('[data-situation] p')).toBe('At later.');
  decide(0);
  await settle();
  expect(stored()).toMatchObject([
    { passed: true, answer: { steps: [{ evidence: 'log' }, { node: 'later' }, { node: 'good' }] } },
  ]);
});

it('calls a good end without its evidence luck, and names what was paid for in vain', async () => {
  start();
  look('poll');
  await settle();
  decide(0);
  await settle();
  decide(0);
  await settle();
  const said = textOf('[data-feedback]');
  expect(said).toContain('partly luck');
  expect(said).toContain('You passed over what mattered:log Why log.');
  expect(said).toContain('did not need:poll Why poll.');
  expect(said).toContain('A storm.');
  expect(find('[data-situation]').querySelector('button')).toBeNull();
});

it('begins anew as it was at first', async () => {
  start();
  look('log');
  await settle();
  decide(1);
  await settle();
  expect(textOf('[data-feedback]')).toContain('This decision costs more');
  click('[data-again]');
  expect(textOf('[data-left]')).toBe('3 hours left.');
  expect(path()).toEqual([]);
  expect(find('[data-again]').hidden).toBe(true);
  expect(find('[data-feedback]').hidden).toBe(true);
  expect(document.activeElement).toBe(find('[data-situation]'));
  decide(1);
  await settle();
  expect(stored().map(({ answer }) => answer)).toEqual([
    { steps: [{ evidence: 'log' }, { node: 'bad' }] },
    { steps: [{ node: 'bad' }] },
  ]);
});

it('goes no step further while answers do not load', async () => {
  const { cut, mend } = start();
  cut();
  look('log');
  decide(0);
  await settle();
  expect(textOf('[data-status]')).toContain('could not be loaded');
  expect(path()).toEqual([]);
  expect(textOf('[data-left]')).toBe('3 hours left.');
  mend();
  decide(1);
  await settle();
  expect(path()).toEqual(['To badThen bad.']);
});
