import { readFileSync } from 'node:fs';
import { attemptsOf, solutionOf } from './lab.ts';
import { expect, expectAccessible, feedbackOf, meet, test } from './site.ts';

const events = '/chapters/events-funnels-cohorts/';

test.describe('a scenario', () => {
  const id = 'roll-back-fix-or-wait';

  test('sells evidence, follows decisions, and says what was passed over', async ({ page }) => {
    await page.goto(events);
    const item = await meet(page, id);
    await item.getByRole('button', { name: /^Switch deposits off/ }).click();
    await expect(item.locator('[data-situation]')).toContainText('Merchants call within the hour.');
    await item.getByRole('button', { name: /^Leave them off/ }).click();
    await expect(feedbackOf(item)).toContainText('This decision costs more than it had to.');
    await expect(feedbackOf(item)).toContainText('You passed over what mattered:');
    await expectAccessible(page, `#${id}`);

    await item.getByRole('button', { name: 'Decide anew' }).click();
    for (const name of ['store', 'tickets', 'phone', 'switch']) {
      await item.locator(`[data-evidence="${name}"] button`).click();
      await expect(item.locator(`[data-evidence="${name}"] [data-found]`)).toBeVisible();
    }
    await expect(item.locator('[data-left]')).toHaveText('1 hours left.');
    await item.locator('[data-evidence="more-days"] button').click();
    await expect(item.locator('[data-status]')).toContainText(
      'costs more than the 1 hours you have left',
    );
    await item.getByRole('button', { name: /^Mend the layout in a small/ }).click();
    await item.getByRole('button', { name: /^To everybody at once/ }).click();
    await expect(feedbackOf(item)).toContainText(
      'A good decision, and you had the evidence for it.',
    );
    expect((await attemptsOf(page)).map(({ passed }) => passed)).toEqual([false, true]);
  });

  test('can be played by keyboard alone', async ({ page }) => {
    await page.goto(events);
    const item = await meet(page, id);
    await item.getByRole('button', { name: /^Wait until Monday/ }).focus();
    await page.keyboard.press('Enter');
    await expect(item.locator('[data-situation]')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
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
