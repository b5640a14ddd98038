import { describe, expect, it } from 'vitest';
import { change, company, head, list, plan } from '../company-fixture.ts';
import { addToFirst, findingsIn, first } from '../fixture.ts';

it('finds nothing wrong in a whole company', () => {
  expect(findingsIn(company)).toEqual([]);
});

describe('an author', () => {
  const problem = 'A document has one author: a person of the company, or an organization.';
  const remedy = 'Give "person" or "organization", not both.';

  it.each([
    ['is there', 'person: ada\n', ''],
    ['is one', 'person: ada', 'person: ada\norganization: Other'],
  ])('%s', (_, from, to) => {
    expect(findingsIn(change(list, from, to))).toEqual([{ file: list, line: 1, problem, remedy }]);
  });

  it('works at the company', () => {
    expect(findingsIn(change(list, 'person: ada', 'person: bob'))).toEqual([
      {
        file: list,
        line: 5,
        problem: 'There is no person "bob".',
        remedy: 'Use an id under "people" in content/company/company.yaml.',
      },
    ]);
  });

  it('may be an organization', () => {
    expect(findingsIn(change(list, 'person: ada', 'organization: Other'))).toEqual([]);
  });
});

describe('a planted flaw', () => {
  it('is really in the text', () => {
    expect(findingsIn(change(plan, 'It takes two days.', 'It takes four days.'))).toEqual([
      {
        file: plan,
        line: 15,
        problem: 'Passage 1.2 of "plan" does not say “It takes four days.”.',
        remedy: 'Quote the exact words, Markdown marks left out and facts as they are written.',
      },
    ]);
  });

  it('stands at the passage named', () => {
    expect(findingsIn(change(plan, "at: '1.2'", "at: '1.1'"))).toMatchObject([
      {
        problem: 'Passage 1.1 of "plan" does not say “It takes two days.”.',
        remedy: 'It stands in 1.2: correct "at".',
      },
    ]);
  });

  it('names a passage that exists', () => {
    expect(findingsIn(change(plan, "at: '1.2'", "at: '7.2'"))).toMatchObject([
      { problem: '"plan" has no passage "7.2".' },
    ]);
  });

  it('contradicts what the other document says', () => {
    expect(findingsIn(change(plan, 'quote: It gets better.', 'quote: It gets worse.'))).toMatchObject(
      [{ file: plan, line: 16, problem: 'Passage b-1 of "list" does not say “It gets worse.”.' }],
    );
  });
});

describe('a backlog', () => {
  it('needs what it has', () => {
    expect(findingsIn(change(list, 'needs: [b-1]', 'needs: [b-9]'))).toEqual([
      {
        file: list,
        line: 23,
        problem: 'The backlog has no item "b-9".',
        remedy: 'Correct the id, or remove it.',
      },
    ]);
  });

  it('does not need itself', () => {
    const circle = change(list, 'high: 3 }\n', 'high: 3 }\n    needs: [b-2]\n');
    expect(findingsIn(circle).map(({ problem }) => problem)).toEqual([
      'Items need each other in a circle: b-1 → b-2 → b-1.',
      'Items need each other in a circle: b-2 → b-1 → b-2.',
    ]);
  });
});

describe('what a document shows', () => {
  it.each([
    ['diagram', 'content/diagrams/nothing.yaml'],
    ['chart', 'content/company/charts/nothing.yaml'],
  ])('exists: %s', (kind, file) => {
    const shown = change(plan, '## Why\n', `## Why\n\n![](${kind}:nothing)\n`);
    expect(findingsIn(shown)).toContainEqual(
      expect.objectContaining({
        // Frontmatter, heading and an empty line come before it.
        line: 21,
        problem: `There is no ${kind} "nothing".`,
        remedy: `Correct the id, or write ${file}.`,
      }),
    );
  });

  it('includes its file', () => {
    const data = `${head('data-file', 'Export')}file: export.csv
columns: [{ name: a, description: A number. }]
`;
    const document = 'content/company/documents/export.yaml';
    expect(findingsIn({ ...company, [document]: data })).toMatchObject([
      { file: document, line: 10, problem: 'There is no file "export.csv".' },
    ]);
    const file = { 'content/company/files/export.csv': 'a\n1\n' };
    expect(findingsIn({ ...company, [document]: data, ...file })).toEqual([]);
  });
});

describe('a link to a document', () => {
  it.each([
    ['document:nothing', 'There is no document "nothing".'],
    ['document:list#b-7', '"list" has no passage "b-7".'],
  ])('arrives: %s', (url, problem) => {
    expect(findingsIn(change(plan, 'document:list#b-1', url))).toMatchObject([
      { file: plan, line: 21, problem },
    ]);
  });

  it('arrives from a chapter too', () => {
    const cite = (attributes: string) => ({
      ...company,
      ...addToFirst(`See <Document ${attributes} />.`),
    });
    expect(findingsIn(cite('id="plan" passage="1.1"'))).toEqual([]);
    expect(findingsIn(cite('id="plan" passage="3.1"'))).toMatchObject([
      { file: first, line: 23, problem: '"plan" has no passage "3.1".' },
    ]);
    expect(findingsIn(cite('id="nothing"'))).toMatchObject([
      { file: first, line: 23, problem: 'There is no document "nothing".' },
    ]);
  });

  it('is written as a component in a chapter', () => {
    expect(findingsIn({ ...company, ...addToFirst('[a](document:plan)') })).toMatchObject([
      { problem: 'The link "document:plan" does not work in a chapter.' },
    ]);
  });
});

it('a moment of the company’s history names a document that exists', () => {
  expect(
    findingsIn(change('content/company/company.yaml', 'document: plan', 'document: nothing')),
  ).toMatchObject([{ line: 6, problem: 'There is no document "nothing".' }]);
});
