import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { attemptsOf, solutionOf } from './lab.ts';
import { expect, expectAccessible, feedbackOf, meet, test } from './site.ts';

const events = '/chapters/events-funnels-cohorts/';

/** The places of the choices that lead from the start of a scenario to an end. */
const wayTo = (page: Page, id: string, isWanted: 'best' | 'worst') =>
  page.evaluate(
    async ([activity, wanted]) => {
      const text = await (await fetch('answers/')).text();
      const answers = new DOMParser().parseFromString(text, 'text/html');
      const solution = answers.querySelector(`[data-solution-for="${activity}"]`)!;
      const nodes = [...solution.querySelectorAll<HTMLElement>('[data-node]')];
      const ways = new Map([[nodes[0]!.dataset.node!, [] as number[]]]);
      // Maps are walked through in the order in which ways are added.
      for (const [node, way] of ways) {
        const element = nodes.find(({ dataset }) => dataset.node === node)!;
        element.querySelectorAll<HTMLElement>('[data-to]').forEach(({ dataset }, choice) => {
          if (!ways.has(dataset.to!)) ways.set(dataset.to!, [...way, choice]);
        });
      }
      const ends = nodes
        .filter(({ dataset }) => dataset.score !== undefined)
        .sort((a, b) => Number(a.dataset.score) - Number(b.dataset.score));
      return ways.get((wanted === 'best' ? ends.at(-1)! : ends[0]!).dataset.node!)!;
    },
    [id, isWanted] as const,
  );

test.describe('a scenario', () => {
  const id = 'roll-back-fix-or-wait';

  test('sells evidence, follows decisions, and says what was passed over', async ({ page }) => {
    await page.goto(events);
    const item = await meet(page, id);
    const decide = async (way: number[]) => {
      for (const choice of way) await item.locator(`[data-choice="${choice}"]`).click();
    };
    await decide(await wayTo(page, id, 'worst'));
    await expect(feedbackOf(item)).toContainText('This decision costs more than it had to.');
    await expect(feedbackOf(item)).toContainText('You passed over what mattered:');
    await expectAccessible(page, `#${id}`);

    await item.getByRole('button', { name: 'Decide anew' }).click();
    const needed = await solutionOf(page, id, '[data-matters]', 'data-finding');
    for (const name of needed) {
      await item.locator(`[data-evidence="${name}"] button`).click();
      await expect(item.locator(`[data-evidence="${name}"] [data-found]`)).toBeVisible();
    }
    await expect(item.locator('[data-left]')).toHaveText('1 hour left.');
    await item
      .locator('[data-evidence][data-cost="3"] button, [data-evidence][data-cost="2"] button')
      .first()
      .click();
    await expect(item.locator('[data-status]')).toContainText(
      'costs more than the 1 hour you have left',
    );
    await decide(await wayTo(page, id, 'best'));
    await expect(feedbackOf(item)).toContainText(
      'A good decision, and you had the evidence for it.',
    );
    expect((await attemptsOf(page)).map(({ passed }) => passed)).toEqual([false, true]);
    await item.getByRole('button', { name: 'Decide anew' }).click();
    await expect(item.locator('[data-left]')).toHaveText('6 hours left.');
  });

  test('can be played by keyboard alone', async ({ page }) => {
    await page.goto(events);
    const item = await meet(page, id);
    const [first = 0, ...rest] = await wayTo(page, id, 'worst');
    await item.locator(`[data-choice="${first}"]`).focus();
    await page.keyboard.press('Enter');
    for (const choice of rest) {
      await expect(item.locator('[data-situation]')).toBeFocused();
      for (let tabs = 0; tabs <= choice; tabs += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    }
    await expect(feedbackOf(item)).toBeVisible();
  });
});

test('a critique counts hits, misses and false alarms, and answers place by place', async ({
  page,
}) => {
  const id = 'draft-plan-for-vouchers';
  await page.goto(events);
  const item = await meet(page, id);
  const compare = item.getByRole('button', { name: 'Compare with the experts' });
  await compare.click();
  await expect(item).toContainText('Mark at least one place first.');
  const flaws = await solutionOf(page, id, '[data-flaw]', 'data-flaw');
  const [sound] = await solutionOf(page, id, '[data-sound]', 'data-sound');
  const mark = async (region: string) => {
    const place = item.locator(`[data-region="${region}"]`);
    await place.getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    await place.getByRole('textbox', { name: 'Why?' }).fill('It would count wrongly.');
  };
  await mark(sound!);
  await item.locator(`[data-region="${flaws[0]}"]`).getByRole('checkbox').check();
  await compare.click();
  await expect(item).toContainText('Say in a few words why');
  await item.locator(`[data-region="${flaws[0]}"]`).getByRole('textbox').fill('No denominator.');
  await compare.click();
  await expect(feedbackOf(item)).toContainText(
    `1 found, ${flaws.length - 1} missed, 1 false alarm.`,
  );
  await expect(item.locator(`[data-region="${sound}"] [data-row]`)).toContainText('A false alarm.');
  await expect(item.locator(`[data-region="${flaws[1]}"] [data-row]`)).toContainText('Missed.');
  await expectAccessible(page, `#${id}`);
  for (const flaw of flaws.slice(1)) await mark(flaw);
  await compare.click();
  await expect(feedbackOf(item)).toHaveAttribute('data-result', 'right');
  await page.reload();
  await meet(page, id);
  await expect(item.getByRole('checkbox', { checked: true })).toHaveCount(flaws.length + 1);
});

test('a piece of work: two are scored first, then one’s own is checked, scored and saved', async ({
  page,
}) => {
  const id = 'plan-one-feature';
  await page.goto(events);
  const item = await meet(page, id);
  const exemplar = item.locator('[data-exemplar="0"]');
  await exemplar.locator('summary').click();
  await exemplar.getByRole('button', { name: 'Compare with the expert' }).click();
  await expect(item.locator('[data-status]')).toContainText('Score every criterion of it first.');
  for (const select of await exemplar.getByRole('combobox').all()) await select.selectOption('1');
  await exemplar.getByRole('button', { name: 'Compare with the expert' }).click();
  await expect(exemplar.locator('[data-row]:visible').first()).toContainText('The expert gave');
  await expectAccessible(page, `#${id}`);

  await item.getByRole('button', { name: 'Check the parts' }).click();
  await expect(item.locator('[data-status]')).toContainText('rules do not hold yet');
  // The first exemplar is the better one: its words pass every rule.
  const texts = await exemplar.locator('dd').allInnerTexts();
  for (const [place, part] of (await item.locator('[data-field]').all()).entries()) {
    const input = part.locator('input, textarea, select').first();
    const tag = await input.evaluate((element) => element.localName);
    if (tag === 'select') await input.selectOption(texts[place]!);
    else await input.fill(texts[place]!);
  }
  await item.getByRole('button', { name: 'Check the parts' }).click();
  await expect(item.locator('[data-status]')).toContainText(
    'Every rule that a computer can check holds.',
  );

  const record = item.getByRole('button', { name: 'Record my score' });
  for (const own of await item.locator('[data-own]').all()) {
    await own.getByRole('combobox').selectOption('2');
    await own.getByRole('textbox').fill('words that are nowhere in it');
  }
  await record.click();
  await expect(item.locator('[data-status]')).toContainText(
    'A quote must stand in your work word for word.',
  );
  for (const own of await item.locator('[data-own]').all()) {
    await own.getByRole('textbox').fill(texts[0]!.split(' ').slice(0, 4).join(' '));
  }
  await record.click();
  await expect(feedbackOf(item)).toContainText('by your own score');
  await expect(feedbackOf(item)).toHaveAttribute('data-result', 'right');

  const download = page.waitForEvent('download');
  await item.getByRole('button', { name: 'Save as Markdown' }).click();
  const saved = readFileSync(await (await download).path(), 'utf8');
  expect(saved).toMatch(/^# A tracking plan of one page\n/);
  expect(saved).toContain(texts[0]);
  await page.reload();
  await meet(page, id);
  await expect(item.locator('[data-field] :is(input, textarea)').first()).toHaveValue(texts[0]!);
  await page.goto('/progress/');
  await expect(page.locator('[data-work]')).toContainText(texts[0]!.slice(0, 40));
});
