import { describe, expect, it } from 'vitest';
import { addToFirst, edit, findingsIn, first } from '../fixture.ts';

const folder = 'content/activities/first';
const pick = `${folder}/pick-one.yaml`;
const say = `${folder}/say-it.yaml`;

describe('the place of an item', () => {
  it('is no chapter, for assessment', () => {
    expect(findingsIn(addToFirst('<Activity id="assess-one" />'))).toEqual([
      {
        file: `${folder}/assess-one.yaml`,
        line: 2,
        problem: 'An item for assessment stands in a chapter.',
        remedy: 'Set "role: practice", or take it out of the chapter.',
      },
    ]);
  });

  it.each([
    ['its folder', say, edit(say, 'role: practice', 'role: diagnostic'), edit(first, '<Activity id="say-it" />', '')],
    [
      'a choice',
      'content/activities/diagnostic/say-more.yaml',
      {
        'content/activities/diagnostic/say-more.yaml': edit(
          say,
          'role: practice',
          'role: diagnostic',
        )[say],
      },
      {},
    ],
  ])('is %s, for the diagnostic', (_, file, changes, place) => {
    expect(findingsIn({ ...changes, ...place })).toContainEqual({
      file,
      line: 2,
      problem: 'The diagnostic has choices only, in content/activities/diagnostic/.',
      remedy: 'Make it one and move it, or give it another role.',
    });
  });

  it.each([
    ['no chapter', edit(first, '<Activity id="say-it" />', '')],
    ['more than one place', addToFirst('<Activity id="say-it" />')],
  ])('is not %s, for practice', (place, changes) => {
    expect(findingsIn(changes)).toEqual([
      {
        file: say,
        line: 2,
        problem: `The practice item stands in ${place}.`,
        remedy: 'Place <Activity id="say-it" /> in one chapter, once.',
      },
    ]);
  });

  describe('while its chapter is planned', () => {
    const later = 'content/activities/second/later.yaml';
    const planned = { [later]: edit(say, 'pool: sort', 'pool: later')[say] };
    const place = '<Activity id="later" />';

    it('can wait', () => {
      expect(findingsIn(planned)).toEqual([]);
    });

    it('is not another chapter', () => {
      expect(findingsIn({ ...planned, ...addToFirst(place) })).toEqual([
        {
          file: first,
          line: 23,
          problem: 'The practice item "later" belongs to the chapter "second".',
          remedy: 'Place it there, or move its file to content/activities/first/.',
        },
      ]);
    });

    it('is not more than one place', () => {
      expect(findingsIn({ ...planned, ...addToFirst(`${place}\n\n${place}`) })).toEqual([
        {
          file: later,
          line: 2,
          problem: 'The practice item stands in more than one place.',
          remedy: 'Place <Activity id="later" /> in one chapter, once.',
        },
      ]);
    });
  });
});

describe('an objective', () => {
  const tooFew = (problem: string) => ({
    file: 'content/objectives/define-words.yaml',
    line: 1,
    problem,
    remedy: 'Write at least 3 in at least 2 pools.',
  });
  const three = `${folder}/assess-three.yaml`;

  it.each([
    ['three items', { [three]: undefined }, '2 assessment items at its level in 2 pools'],
    [
      'items of its level',
      edit(three, 'bloom: remember', 'bloom: apply'),
      '2 assessment items at its level in 2 pools',
    ],
    ['two pools', edit(pick, 'pool: pick', 'pool: sort'), '3 practice items at its level in 1 pools'],
  ])('needs %s', (_, changes, count) => {
    expect(findingsIn(changes)).toEqual([tooFew(`R1 has ${count}.`)]);
  });

  it('needs a chapter', () => {
    const second = 'content/chapters/two/second.yaml';
    expect(findingsIn(edit(second, 'objectives:\n  - use-numbers', 'objectives: []'))).toEqual([
      {
        file: 'content/objectives/use-numbers.yaml',
        line: 1,
        problem: 'No chapter, written or planned, teaches P1.',
        remedy: 'List "use-numbers" under "objectives" of a chapter.',
      },
    ]);
  });

  it('can wait for items while one of its chapters is planned', () => {
    const second = 'content/chapters/two/second.yaml';
    const shared = edit(second, '- use-numbers', '- use-numbers\n  - define-words');
    expect(findingsIn({ ...shared, [three]: undefined })).toEqual([]);
  });
});
