import { describe, expect, it } from 'vitest';
import { change, company, plan } from '../company-fixture.ts';
import { addToFirst, edit, findingsIn, first } from '../fixture.ts';

describe('a fact', () => {
  it('exists, wherever it is quoted', () => {
    expect(findingsIn(change(plan, '{fact:people}', '{fact:nothing}'))).toEqual([
      {
        file: plan,
        line: 21,
        problem: 'There is no fact "nothing".',
        remedy: 'Correct the id, or add "nothing" to content/company/facts.yaml.',
      },
    ]);
    const inChapter = { ...company, ...addToFirst('We are <Fact id="nothing" />.') };
    expect(findingsIn(inChapter)).toMatchObject([{ problem: 'There is no fact "nothing".' }]);
  });

  it('is a component in a chapter', () => {
    const inBody = edit(first, 'title: ', 'title: "{fact:people}" # ');
    expect(findingsIn({ ...company, ...inBody })).toContainEqual(
      expect.objectContaining({ problem: '"{fact:people}" is not filled in a chapter.' }),
    );
  });

  it('comes from one place', () => {
    const two = { ...company, 'content/company/facts.yaml': '- { id: people, meaning: x, value: 1, sql: x }\n' };
    expect(findingsIn(two)).toContainEqual(
      expect.objectContaining({ problem: expect.stringContaining('give one of') as string }),
    );
  });

  it('counts the items of a document that exists', () => {
    const facts = { 'content/company/facts.yaml': company['content/company/facts.yaml']!.replace('items: list', 'items: nothing') };
    expect(findingsIn({ ...company, ...facts })).toMatchObject([
      { file: 'content/company/facts.yaml', line: 2, problem: 'There is no document "nothing".' },
    ]);
  });
});

