import { describe, expect, it } from 'vitest';
import { addToFirst, course, edit, findingsIn, first } from '../fixture.ts';

const second = 'content/chapters/two/second.yaml';
const third = 'content/chapters/two/third.yaml';
const webhook = 'content/glossary/webhook.yaml';

it('finds a chapter without a place', () => {
  const file = 'content/chapters/two/stray.yaml';
  expect(findingsIn({ [file]: course[third] })).toEqual([
    {
      file,
      line: 1,
      problem: 'The chapter "stray" has no place in the course.',
      remedy: 'Add its id to a part in content/course.yaml.',
    },
  ]);
});

describe('prerequisites', () => {
  const needs = (path: string, ...ids: string[]) => ({
    [path]: `${course[path]}prerequisites:\n${ids.map((id) => `  - ${id}\n`).join('')}`,
  });
  const inCircle = (file: string, line: number, circle: string) => ({
    file,
    line,
    problem: `Prerequisites run in a circle: ${circle}.`,
    remedy: 'Remove one of these prerequisites.',
  });

  it('may not run in a circle', () => {
    const changes = {
      ...edit(second, '- first', '- first\n  - third'),
      ...needs(third, 'first', 'second'),
    };
    expect(findingsIn(changes)).toEqual([
      inCircle(second, 9, 'second → third → second'),
      inCircle(third, 8, 'third → second → third'),
    ]);
  });

  it('may not name the chapter itself', () => {
    expect(findingsIn(needs(third, 'third'))).toEqual([inCircle(third, 7, 'third → third')]);
  });

  it('do not lead back into somebody else’s circle', () => {
    const changes = {
      ...edit(second, '- first', '- second'),
      ...needs(third, 'second'),
    };
    expect(findingsIn(changes)).toEqual([inCircle(second, 8, 'second → second')]);
  });

  it('may not come later', () => {
    const changes = edit(first, 'terms:', 'prerequisites: [third]\nterms:');
    expect(findingsIn(changes)).toEqual([
      {
        file: first,
        line: 8,
        problem: 'The prerequisite "third" comes later in the course than this chapter.',
        remedy: 'Remove it, or move the chapters in content/course.yaml.',
      },
    ]);
  });
});

it('a chapter without a place has no later ones', () => {
  const file = 'content/chapters/two/stray.mdx';
  const text = `---\n${course[third]}lede: It strays.\nprerequisites: [third]\n---\n\nA webhook.\n`;
  expect(findingsIn({ [file]: text })).toEqual([
    {
      file,
      line: 1,
      problem: 'The chapter "stray" has no place in the course.',
      remedy: 'Add its id to a part in content/course.yaml.',
    },
  ]);
});

describe('the home of a term', () => {
  const remedy = 'List it under "terms" of exactly one chapter.';

  it('may not be missing', () => {
    expect(findingsIn(edit(second, 'terms:\n  - webhook\n', ''))).toEqual([
      { file: webhook, line: 1, problem: 'No chapter introduces the term "webhook".', remedy },
    ]);
  });

  it('may not be in two chapters', () => {
    expect(findingsIn({ [third]: `${course[third]}terms: [webhook]\n` })).toEqual([
      {
        file: webhook,
        line: 1,
        problem: 'More than one chapter introduces the term "webhook": second, third.',
        remedy,
      },
    ]);
  });
});

describe('a term before its chapter', () => {
  const prose = addToFirst('Then comes a webhook.');
  const early = {
    file: first,
    line: 23,
    problem: '"webhook" is used here, and only a later chapter introduces it.',
    remedy: 'Mark its first use with <Term id="webhook">, or say it in other words.',
  };

  it.each([
    ['its name', 'Then comes a webhook.'],
    ['its name, capitalized', '## Webhook next'],
    ['an alias', 'Then come **webhooks**.'],
    ['a table', '| webhook | b |\n|---|---|\n| a | c |'],
  ])('needs a card: %s', (_, text) => {
    expect(findingsIn(addToFirst(text))).toEqual([early]);
  });

  it('needs a card: its expansion', () => {
    const changes = {
      ...edit(webhook, 'topic:', 'expansion: reversed call\ntopic:'),
      ...addToFirst('A reversed call comes.'),
    };
    expect(findingsIn(changes)).toEqual([early]);
  });

  it.each([
    ['further down in its paragraph', 'One line,\nanother,\nthen a webhook.', 25],
    ['before its card', 'A\nwebhook and a <Term id="webhook">webhook</Term>.', 24],
    ['in a heading before its card', '## A webhook\n\nA <Term id="webhook">webhook</Term>.', 23],
  ])('is found %s', (_, text, line) => {
    expect(findingsIn(addToFirst(text))).toEqual([{ ...early, line }]);
  });

  it.each([
    ['A reversed\ncall comes.', 23],
    ['> Then\n> a reversed\n> call.', 24],
  ])('needs a card: several words over a line break', (text, line) => {
    const expansion = edit(webhook, 'topic:', 'expansion: reversed call\ntopic:');
    expect(findingsIn({ ...expansion, ...addToFirst(text) })).toEqual([{ ...early, line }]);
  });

  it.each([
    ['inside another word', 'The webhooky thing.'],
    ['as code', 'The `webhook` and\n\n```text\nwebhook\n```'],
    ['in its card', 'A <Term id="webhook">webhook</Term> and a webhook.'],
    ['in the card of another term', 'A <Term id="cache">webhook *webhook* cache</Term>.'],
  ])('may stand %s', (_, text) => {
    expect(findingsIn(addToFirst(text))).toEqual([]);
  });

  it('may stand where its word is an everyday one too', () => {
    const everyday = edit(webhook, 'topic:', 'everyday: true\ntopic:');
    expect(findingsIn({ ...prose, ...everyday })).toEqual([]);
  });

  it('may stand after its chapter', () => {
    const text = `---\n${course[third]}lede: It ends.\n---\n\nA cache and a webhook.\n`;
    const changes = { [third]: undefined, 'content/chapters/two/third.mdx': text };
    expect(findingsIn(changes)).toEqual([]);
  });

  it('needs a card in its own chapter', () => {
    const text = course[first]?.replace('<Term id="queue">queue</Term>', 'queue');
    expect(findingsIn({ [first]: text })).toEqual([
      {
        file: first,
        line: 15,
        problem: '"queue" is used here without its card, and this chapter introduces it.',
        remedy: 'Mark its first use with <Term id="queue">.',
      },
    ]);
  });
});
