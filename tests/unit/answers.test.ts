import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/lib/grading/kinds.ts';
import type { Kind } from '../../src/lib/grading/kinds.ts';
import type { Progress, StoredAnswer } from '../../src/schemas/progress.ts';

const old = JSON.parse(readFileSync('tests/fixtures/progress/version-2.json', 'utf8')) as Progress;

const read = (kind: Kind, stored: StoredAnswer) => kinds[kind].read(stored);

/** What each answer of the file of version 2 says, by its kind. */
const meant: [Kind, string, object][] = [
  ['choice', 'two-rates-by-four', { option: 'b' }],
  ['recall', 'recall-event-and-act', { text: '2', rating: NaN }],
  ['order', 'how-the-database-reads', { pieces: ['a', 'c', 'b', 'd', 'e', 'f', 'g'] }],
  ['parsons', 'lines-of-a-query', { pieces: ['a', 'c', 'd', 'e', 'f', 'g', 'h'] }],
  ['predict', 'predict-not-agreed', { outcome: 'c', reason: 'b' }],
  ['sql', 'faded-web-steps', { code: 'select 1;' }],
  [
    'scenario',
    'roll-back-fix-or-wait',
    {
      steps: [{ evidence: 'store' }, { node: 'repair' }, { node: 'end-good' }],
    },
  ],
  [
    'critique',
    'draft-plan-for-vouchers',
    {
      marks: [{ region: 'success', severity: 3, why: 'It says 2 things: a b' }],
    },
  ],
];

describe('an answer of progress version 2', () => {
  it.each(meant)('to a %s says what it said', (kind, activity, answer) => {
    const { answer: stored } = old.attempts.find((attempt) => attempt.activity === activity)!;
    expect(read(kind, stored)).toEqual(answer);
  });

  it('to a match gives each entry its target', () => {
    const stored = old.attempts.find(({ activity }) => activity === 'which-sense-is-meant')!.answer;
    expect(read('match', stored)).toMatchObject({
      targets: { a: 'client-program', h: 'client-program' },
    });
  });

  it('of a piece of work is its fields', () => {
    const stored = old.attempts.find(({ activity }) => activity === 'plan-one-feature')!.answer;
    expect(read('artifact', stored)).toMatchObject({
      own: { decision: { score: '1', quote: 'by session' } },
    });
  });
});

describe.each(Object.keys(kinds) as Kind[])('an answer to a %s', (kind) => {
  it('is read back as it was written', () => {
    const stored = old.attempts.map(({ answer }) => read(kind, answer)).find(Boolean)!;
    expect(read(kind, JSON.parse(JSON.stringify(stored)) as StoredAnswer)).toEqual(
      'rating' in stored ? { ...stored, rating: NaN } : stored,
    );
  });

  it('may be anything without harm', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.array(fc.string()), fc.dictionary(fc.string(), fc.jsonValue())),
        (stored) => {
          read(kind, stored);
        },
      ),
    );
  });
});
