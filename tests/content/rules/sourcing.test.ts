import { describe, expect, it } from 'vitest';
import { addToFirst, course, edit, findingsIn, first } from '../fixture.ts';

const sources = 'content/sources.yaml';
const cache = 'content/glossary/cache.yaml';

describe('a source', () => {
  const other = course[sources]?.replace('id: standard', 'id: other') ?? '';
  const list = { [sources]: `${course[sources]}${other}` };

  it('is cited', () => {
    expect(findingsIn(list)).toEqual([
      {
        file: sources,
        line: 8,
        problem: 'The source "other" is never cited.',
        remedy: 'Cite it with <Cite id="other" />, or remove it.',
      },
    ]);
  });

  it.each([
    ['chapter', addToFirst('A claim.<Cite id="other" />')],
    ['term', edit(cache, 'courseD', 'sources: [other]\ncourseD')],
  ])('may be cited by a %s', (_, changes) => {
    expect(findingsIn({ ...list, ...changes })).toEqual([]);
  });
});

it('a diagram is shown', () => {
  const file = 'content/diagrams/spare.yaml';
  expect(findingsIn({ [file]: course['content/diagrams/route.yaml'] })).toEqual([
    {
      file,
      line: 1,
      problem: 'The diagram "spare" is never shown.',
      remedy: 'Show it with <Diagram id="spare" />, or remove it.',
    },
  ]);
});

describe('a chapter loads nothing from another site', () => {
  const url = 'https://example.org/a';

  it.each([
    ['an image', `![A](${url})`, url],
    ['an image without a scheme', '![A](//example.org/a)', '//example.org/a'],
    ['an image tag', `<img src="${url}" />`, url],
    ['an iframe', `<iframe src="${url}" />`, url],
    ['a script', `<script src="${url}" />`, url],
    ['a script of ours', '<script src="/a.js" />', '/a.js'],
    ['a script in place', '<script />', '<script>'],
  ])('%s', (_, body, loaded) => {
    expect(findingsIn(addToFirst(body))).toEqual([
      {
        file: first,
        line: 23,
        problem: `The chapter loads "${loaded}" from outside the site.`,
        remedy: 'Nothing may: draw a diagram, or put the file into public/ and link to that.',
      },
    ]);
  });

  it('but may show and link', () => {
    expect(findingsIn(addToFirst(`![A](/a.png) [there](${url}) <img src="/a.png" />`))).toEqual([]);
  });
});

it('a written chapter has a lede', () => {
  expect(findingsIn(edit(first, 'lede: It begins.\n', ''))).toEqual([
    {
      file: first,
      line: 1,
      problem: 'A written chapter has no "lede".',
      remedy: 'Add the sentence that stands under the title.',
    },
  ]);
});
