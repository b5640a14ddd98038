import { test as plain } from '@playwright/test';
import { choosing, counting, press, write } from './lab.ts';
import { expect, feedbackOf, meet, test } from './site.ts';

const output = { name: 'Output' };

test.describe('a run changes nothing but itself', () => {
  test('in SQL: what ends its transaction, and what brings PostgreSQL down', async ({ page }) => {
    await page.goto(`/${choosing.chapter}`);
    const item = await meet(page, choosing.id);
    const count = async () => {
      await write(item, 'select count(*) from merchants');
      await press(item, 'Run');
      await expect(item.locator('.result tbody td')).toHaveText('600');
    };
    await write(item, 'truncate merchants cascade; /* /* */ */ commit');
    await press(item, 'Run');
    await expect(item.locator('.error')).toContainText(
      'Every run is a transaction of its own here',
    );
    await count();
    await write(item, "copy (select 1) to program 'ls'; select 1");
    await press(item, 'Run');
    await expect(item.locator('.error')).toContainText('brought PostgreSQL itself down');
    await count();
    await write(item, choosing.query("plan in ('team', 'multi')"));
    await press(item, 'Check');
    await expect(feedbackOf(item)).toContainText('Right');
  });

  test('in Python: what patches it, also for the checks', async ({ page }) => {
    await page.goto(`/${counting.chapter}`);
    const item = await meet(page, counting.id);
    await write(
      item,
      'import builtins, json, sys\nbuiltins.open = builtins.len = json.dumps = None\nsys.path.clear()',
    );
    await press(item, 'Run');
    await write(item, 'import json, csv\nprint(len(json.dumps([1])), open)');
    await press(item, 'Run');
    await expect(item.getByRole('group', output)).toContainText('3 <built-in function open');
    await write(item, counting.solution);
    await press(item, 'Check');
    await expect(feedbackOf(item)).toContainText('Right');
    await write(item, counting.mistakes[0]!.code);
    await press(item, 'Check');
    await expect(feedbackOf(item)).toHaveAttribute('data-result', 'wrong');
  });
});

test('standard error shows, a long traceback is short, and no text becomes markup', async ({
  page,
}) => {
  await page.goto(`/${counting.chapter}`);
  const item = await meet(page, counting.id);
  await write(item, 'import sys\nprint("on the side", file=sys.stderr)\nsys.exit("and out")');
  await press(item, 'Run');
  await expect(item.getByRole('group', output)).toHaveText('on the side and out');
  await expect(item.locator('.lab-status')).not.toContainText('printed nothing');

  await write(item, 'def f(n):\n    return f(n + 1)\nf(1)');
  await press(item, 'Run');
  await expect(item.locator('.error .keys').last()).toHaveText(/^Line 2, \d{3} times:$/);

  const chart = '{"kind": "bar", "labels": ["a"], "values": ["<img src=x>"], "title": "t"}';
  await write(item, `import chart\nchart.drawn.append(${chart})`);
  await press(item, 'Run');
  await expect(item.locator('.error')).toContainText('chart.drawn holds something');
  // A script has no way to what its worker says.
  for (const code of [
    'from js import eval',
    'import js\njs.postMessage(1)',
    'import js\njs.fetch("/")',
  ]) {
    await write(item, code);
    await press(item, 'Run');
    await expect(item.locator('.lab-status')).toContainText('stopped at an error');
  }
  await expect(item.locator('.output img')).toHaveCount(0);
});

test('Stop ends its own run only; another one waits', async ({ page }) => {
  await page.goto(`/${counting.chapter}`);
  const [one, other] = [await meet(page, 'first-script'), await meet(page, counting.id)];
  await write(one, 'print("on and on")\nwhile True:\n    pass');
  await one.getByRole('button', { name: 'Run' }).click();
  await expect(one.getByRole('group', output)).toContainText('on and on');
  await write(other, 'print(1 + 1)');
  await other.getByRole('button', { name: 'Run' }).click();
  await expect(other.locator('.lab-status')).toContainText('this one waits');
  await other.getByRole('button', { name: 'Stop' }).click();
  await expect(other.locator('.lab-status')).toContainText('You stopped it.');
  await expect(one.locator('.lab-status')).toHaveText('Running …');
  await other.getByRole('button', { name: 'Run' }).click();
  await one.getByRole('button', { name: 'Stop' }).click();
  await expect(one.locator('.lab-status')).toContainText('You stopped it.');
  await expect(other.getByRole('group', output)).toHaveText('2');
});

// Requests fail here on purpose, so nothing watches for them.
plain.describe('a line', () => {
  plain('that is slow is told, by name, and its time is no run’s time', async ({ page }) => {
    const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
    await page.route('**/practice.bin', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/company/data/');
    const lab = await meet(page, 'ask-slotlark');
    const status = lab.locator('.lab-status');
    await lab.getByRole('button', { name: 'Run' }).click();
    await expect(status).toContainText('Nothing has come for 5 seconds');
    await expect(status).toContainText('Waiting for practice.bin');
    release(undefined);
    await expect(lab.getByRole('group', { name: 'Result' })).toBeVisible();
  });

  for (const [lab, file, code] of [
    ['SQL', 'practice.bin', 'select 7 as seven'],
    ['Python', 'python_stdlib.zip', 'print("seven")'],
  ] as const) {
    plain(`that breaks is told, and nothing is loaded twice: ${lab}`, async ({ page }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.route(`**/${file}`, (route) => route.abort());
      const { chapter, id } = lab === 'SQL' ? choosing : counting;
      await page.goto(`/${chapter}`);
      const item = await meet(page, id);
      await write(item, code);
      await press(item, 'Check');
      await expect(item.locator('.lab-status')).toContainText(`${file} could not be loaded`);
      await expect(feedbackOf(item)).not.toContainText('memory');
      await page.unroute(`**/${file}`);
      await press(item, 'Run');
      await expect(item.locator('.output')).toContainText('seven');
      expect(asked.filter((url) => /(pglite|pyodide).*wasm$/.test(url))).toHaveLength(1);
    });
  }

  plain('that answers with a login page keeps no engine from coming later', async ({ page }) => {
    const page200 = { status: 200, contentType: 'text/html', body: '<!doctype html>Log in' };
    await page.route(/\.wasm$/, (route) => route.fulfill(page200));
    await page.goto('/company/data/');
    const lab = await meet(page, 'ask-slotlark');
    await lab.getByRole('button', { name: 'Run' }).click();
    await expect(lab.locator('.lab-status')).toContainText('.wasm could not be loaded');
    await page.unroute(/\.wasm$/);
    await lab.getByRole('button', { name: 'Run' }).click();
    await expect(lab.getByRole('group', { name: 'Result' })).toBeVisible();
  });
});
