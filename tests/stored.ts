import fc from 'fast-check';
import type { Progress } from '../src/schemas/progress.ts';

/** Progress of any shape that the schema lets through, about some ids of the course and unknown ones. */
export function anyProgress(ids: readonly string[]): fc.Arbitrary<Progress> {
  const id = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.constantFrom('gone', '', '__proto__', 'constructor', '<b>', 'a#b') },
  );
  const at = fc
    .oneof(
      {
        weight: 5,
        arbitrary: fc.date({ min: new Date('2025-06-01'), max: new Date('2027-06-01') }),
      },
      { weight: 1, arbitrary: fc.date({ noInvalidDate: true }) },
    )
    .filter((date) => !Number.isNaN(date.getTime()))
    .map((date) => date.toISOString());
  const text = fc.oneof(
    fc.constantFrom(
      '',
      'a',
      '0',
      '{"work":{"x":null},"own":{"y":{"z":1}}}',
      '<img src=x onerror=alert(1)>',
    ),
    fc.string(),
  );
  const answer = fc.oneof(
    text,
    fc.array(text),
    fc.dictionary(
      fc.constantFrom('option', 'text', 'code', 'steps', 'marks', 'pieces', 'targets', 'rating'),
      fc.jsonValue(),
    ),
  ) as fc.Arbitrary<Progress['attempts'][number]['answer']>;
  const count = fc.oneof(fc.nat(5), fc.constantFrom(0, 1e9, Number.MAX_SAFE_INTEGER));
  return fc.record({
    version: fc.constant(3 as const),
    course: fc.constant('technical-product-manager'),
    read: fc.dictionary(id, at),
    attempts: fc.array(
      fc.record({
        ...{ activity: id, at, answer, hints: count },
        ...{ score: fc.double({ min: 0, max: 1, noNaN: true }), passed: fc.boolean() },
        solutionSeen: fc.boolean(),
      }),
    ),
    drafts: fc.dictionary(id, fc.record({ text, at })),
    reviews: fc.array(fc.record({ term: id, at, rating: fc.constantFrom(1, 2, 3, 4) })),
    diagnostics: fc.array(
      fc.record(
        {
          ...{ started: at, at, seconds: count, items: fc.array(id) },
          answers: fc.dictionary(id, text),
          results: fc.dictionary(id, fc.record({ right: count, asked: count })),
        },
        { requiredKeys: ['started', 'at', 'seconds', 'items', 'answers'] },
      ),
    ),
  });
}

/** Text that was progress once: cut, or with a character changed. */
export const anyDamaged = (progress: fc.Arbitrary<Progress>): fc.Arbitrary<string> =>
  fc
    .tuple(progress, fc.nat(), fc.option(fc.string({ maxLength: 3 })))
    .map(([whole, place, put]) => {
      const text = JSON.stringify(whole);
      const cut = place % text.length;
      return put === null ? text.slice(0, cut) : text.slice(0, cut) + put + text.slice(cut + 1);
    });
