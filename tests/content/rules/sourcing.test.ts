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
      remedy: 'Show it with <Diagram id="spare" /> in a chapter or ![](diagram:spare) in a document, or remove it.',
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
    ['an expression', `<iframe src={'${url}'} />`, url],
    ['a spread', `<iframe {...{ src: '${url}' }} />`, url],
    ['a tag in an expression', `{<img src="${url}" />}`, url],
    ['a link tag', `<link href="${url}" />`, url],
    ['an object', `<object data="${url}" />`, url],
    ['a poster', `<video poster="${url}" />`, url],
    ['a list of sources', `<img srcSet="/a.png, ${url} 2x" />`, `/a.png, ${url} 2x`],
    ['a style', `<p style="background: url(${url})">A</p>`, `background: url(${url})`],
    ['an image by reference', `![A][there]\n\n[there]: ${url}`, url],
    ['an import', `import a from '${url}';`, url],
  ])('%s', (_, body, loaded) => {
    expect(findingsIn(addToFirst(body))).toEqual([
      {
        file: first,
        line: 23,
        problem: `The chapter loads "${loaded}" from outside the site.`,
        remedy: 'Nothing may: draw a diagram, or put the file into public/ and load it from there.',
      },
    ]);
  });

  it('but may show and link', () => {
    const body = `![A](/a.png) [there](${url}) <img src="/a.png" /> <a href="${url}">there</a>`;
    expect(findingsIn(addToFirst(`import { Term } from '@/components';\n\n${body}`))).toEqual([]);
  });

  it('but may comment', () => {
    expect(findingsIn(addToFirst(`{/* See '${url}'. */}`))).toEqual([]);
  });
});

describe('Markdown fields load nothing from another site', () => {
  const pick = 'content/activities/first/pick-one.yaml';
  const url = 'https://example.org/a';

  it.each([
    ['entry', cache, edit(cache, 'Four words stand here?', `Four ![A](${url}) stand`), 8],
    ['item', pick, edit(pick, 'why: That is work.', `why: "![A](${url})"`), 13],
    ['item', pick, edit(pick, 'It is so.', `|\n  So\n  ![A][b]\n\n  [b]: ${url}`), 13],
  ])('of an %s', (name, file, changes, line) => {
    expect(findingsIn(changes)).toEqual([
      {
        file,
        line,
        problem: `The ${name} loads "${url}" from outside the site.`,
        remedy:
          'Nothing may: draw a diagram, or put the file into public/ and load it from there.',
      },
    ]);
  });

  it('but may link, and show code', () => {
    const text = `'[A](${url}) and \`![A](${url})\`'`;
    expect(findingsIn(edit(pick, 'It is so.', text))).toEqual([]);
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
