import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { RuleConfig } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { dist, pages, readText } from './site.ts';

/** Starlight's menu button has no type; it stands in no form, where that would matter. */
const isMenuButton = (selector: string | null) => selector?.endsWith('nav > button') ?? false;

/** What Starlight and Shiki write, and what is a matter of taste; every line has its reason. */
const rules = {
  // Starlight's theme select sets its width so, and Shiki its colors.
  'no-inline-style': 'off',
  // Starlight closes its meta and link tags.
  'void-style': 'off',
  // Starlight's name for the top of a page.
  'valid-id': ['error', { relaxed: true }],
  // A form or a group is a fine thing to name, and axe asks for it.
  'aria-label-misuse': 'off',
  // Enter submits nothing in a filter that works while you type.
  'wcag/h32': 'off',
  // The titles of chapters and terms are theirs, whatever the site adds.
  'long-title': 'off',
  // Prettier's business.
  'no-trailing-whitespace': 'off',
} satisfies RuleConfig;

describe('html-validate', () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { ...rules },
  });

  it.each(pages)('finds nothing in %s', async (page) => {
    const report = await validator.validateString(readText(page));
    const messages = report.results.flatMap((result) =>
      result.messages
        .filter(({ selector }) => !isMenuButton(selector))
        .map(({ ruleId, message, line, selector }) => `${line} ${ruleId}: ${message} ${selector}`),
    );
    expect(messages).toEqual([]);
  });
});

/** Findings of the Nu checker that are not about our markup. */
const known = [
  // Its list of CSS properties lacks one that all browsers know.
  'CSS: “paint-order”',
  // Starlight writes the meta and link tags of the head so.
  'Trailing slash on void elements',
  // It reads pages as files, which have no origin that could be the site's own.
  'Resource violates Content Security Policy (meta tag): external',
  // It takes data in JSON for scripts. policy.test.ts looks at those that are.
  'Inline script violates Content Security Policy (meta tag)',
];

const hasJava = spawnSync('java', ['-version']).status === 0;
if (!hasJava) console.log('No Java here: the Nu checker is skipped.');

it.skipIf(!hasJava)('the Nu checker finds nothing of our making', () => {
  const jar = join(
    dirname(createRequire(import.meta.url).resolve('vnu-jar')),
    'build/dist/vnu.jar',
  );
  const files = pages.map((page) => join(dist, page));
  const { stderr } = spawnSync('java', ['-jar', jar, '--format', 'json', ...files], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const { messages } = JSON.parse(stderr) as {
    messages: { type: string; message: string; url: string; lastLine: number }[];
  };
  const ours = messages
    .filter(({ message }) => !known.some((start) => message.startsWith(start)))
    .map(({ url, lastLine, message }) => `${url}:${lastLine} ${message}`);
  expect(ours).toEqual([]);
});
