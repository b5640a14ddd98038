import { describe, expect, it } from 'vitest';
import { addToFirst, edit, findingsIn, first } from '../fixture.ts';

const pick = 'content/activities/first/pick-one.yaml';
const breaks = 'The link "/chapters/first/" breaks where the site has a base path.';

describe('a link in a chapter', () => {
  it.each([
    ['to a term', '[a](term:nothing)', 'term:nothing', 'Use <Term id="nothing">.'],
    ['to a term, in capitals', '[a](TERM:cache)', 'TERM:cache', 'Use <Term id="cache">.'],
    [
      'to a chapter',
      '[a](chapter:first)',
      'chapter:first',
      'Name the chapter in plain words, without a link.',
    ],
    ['by reference', '[a][b]\n\n[b]: term:cache', 'term:cache', 'Use <Term id="cache">.'],
    ['in a tag', '<a href="term:cache">a</a>', 'term:cache', 'Use <Term id="cache">.'],
  ])('has no scheme of the course, %s', (_, text, url, remedy) => {
    expect(findingsIn(addToFirst(text))).toEqual([
      { file: first, line: 23, problem: `The link "${url}" does not work in a chapter.`, remedy },
    ]);
  });

  it.each(['[a](/chapters/first/)', "<a href={'/chapters/first/'}>a</a>"])(
    'is no path of the site: %s',
    (text) => {
      expect(findingsIn(addToFirst(`One\n${text}`))).toEqual([
        {
          file: first,
          line: 24,
          problem: breaks,
          remedy: 'Use <Term id="…"> for a term, and name a chapter without a link.',
        },
      ]);
    },
  );

  it('may lead to another site or into the chapter', () => {
    expect(findingsIn(addToFirst('[a](https://example.org/) [b](#there)'))).toEqual([]);
  });
});

describe('a link in a Markdown field', () => {
  it.each([
    [
      'to a planned chapter',
      'chapter:second',
      'This links to a chapter that is only planned, "second".',
      'Name the chapter without a link until it is written.',
    ],
    [
      'with a scheme in capitals',
      'Term:cache',
      'The link "Term:cache" leads nowhere.',
      'Write "term:" in lower case.',
    ],
    [
      'to a path of the site',
      '/chapters/first/',
      breaks,
      'Write [words](term:id) or [words](chapter:id).',
    ],
  ])('does not lead %s', (_, url, problem, remedy) => {
    expect(findingsIn(edit(pick, 'It is so.', `It is [a](${url}).`))).toEqual([
      { file: pick, line: 9, problem, remedy },
    ]);
  });
});
