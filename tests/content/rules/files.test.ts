import { describe, expect, it } from 'vitest';
import { formatFindings } from '../../../src/lib/content/finding.ts';
import { checkContent } from '../../../src/lib/check/check.ts';
import { addToFirst, course, edit, findingsIn, first, toFiles } from '../fixture.ts';

const schema = 'Correct the field; its schema in src/schemas/ says what it may hold.';
/** An item that nothing depends on, so that losing it has no second effect. */
const extra = 'content/activities/second/extra.yaml';
const toExtra = (from: string, to: string) => {
  const pick = 'content/activities/first/pick-one.yaml';
  return { [extra]: edit(pick, from, to)[pick] };
};

it('finds nothing in a course that is whole', () => {
  const { content, findings } = checkContent(toFiles());
  expect(findings).toEqual([]);
  expect(content?.chapters.map(({ id }) => id)).toEqual(['first', 'second', 'third']);
});

describe('a file that does not fit its schema', () => {
  it.each([
    [
      'an option without a reason',
      toExtra(', why: That is work.', ''),
      13,
      '"options.1.why": Invalid input: expected string, received undefined',
    ],
    ['a field nobody knows', toExtra('pool:', 'swim: 1\npool:'), 1, 'Unrecognized key: "swim"'],
    [
      'a field nobody knows, further in',
      toExtra('text: A job,', 'text: A job, swim: 1,'),
      13,
      '"options.1": Unrecognized key: "swim"',
    ],
    [
      'an id that is none',
      toExtra('pool: pick', 'pool: Pick it'),
      6,
      '"pool": use lower-case letters, digits and single hyphens',
    ],
  ])('%s', (_, changes, line, problem) => {
    expect(findingsIn(changes)).toEqual([{ file: extra, line, problem, remedy: schema }]);
  });

  it('counts the lines of frontmatter from the top of the file', () => {
    expect(findingsIn(edit(first, 'minutes: 30', 'minutes: long'))).toEqual([
      {
        file: first,
        line: 7,
        problem: '"minutes": Invalid input: expected number, received string',
        remedy: schema,
      },
    ]);
  });
});

describe('a chapter', () => {
  it('has no field that neither the course nor Starlight reads', () => {
    expect(findingsIn(edit(first, 'terms:', 'objectivs: []\nterms:'))).toEqual([
      { file: first, line: 2, problem: 'Unrecognized key: "objectivs"', remedy: schema },
    ]);
  });

  it('may have fields of Starlight', () => {
    const fields = 'draft: false\nhead: []\ntableOfContents: false\nterms:';
    expect(findingsIn(edit(first, 'terms:', fields))).toEqual([]);
  });
});

it.each(['R1', 'U1', 'A1', 'E1', 'C1'])('an objective to apply has no code like %s', (code) => {
  const file = 'content/objectives/use-numbers.yaml';
  expect(findingsIn(edit(file, 'P1', code))).toEqual([
    {
      file,
      line: 1,
      problem:
        '"code": use the letter of the level: R remember, U understand, P apply, A analyze, E evaluate, C create',
      remedy: schema,
    },
  ]);
});

describe('what a file may hold is not missed while it cannot be read', () => {
  it.each([
    ['a chapter’s body', first, edit(first, 'A <Term id="cache">', 'If 1 <2. <Term id="cache">')],
    ['a chapter’s frontmatter', first, edit(first, 'lede: It', 'lede: It: it')],
    ['a planned chapter', 'content/chapters/two/second.yaml'],
    ['a term', 'content/glossary/cache.yaml'],
    ['an item', 'content/activities/first/pick-one.yaml'],
    ['an objective', 'content/objectives/define-words.yaml'],
    ['a diagram', 'content/diagrams/route.yaml'],
    ['the sources', 'content/sources.yaml'],
  ])('%s', (_, file, changes = { [file]: 'title: [' }) => {
    const others = findingsIn(changes).filter((finding) => finding.file !== file);
    expect(findingsIn(changes)).not.toEqual([]);
    expect(others).toEqual([]);
  });
});

describe('a file that cannot be read', () => {
  it('is named with the line, as YAML', () => {
    expect(findingsIn(toExtra('prompt: What is it?', 'prompt: What: it?'))).toEqual([
      {
        file: extra,
        line: 7,
        problem:
          'The YAML cannot be read: Nested mappings are not allowed in compact mappings at line 7, column 9:',
        remedy: 'Mend the syntax; quote text that contains ": " or " #" or starts with "*", or use a ">-" block.',
      },
    ]);
  });

  it.each([
    ['that has no anchor', '*important*', 'Unresolved alias', 9],
    ['of itself', '&loop [*loop, *none]', 'Unresolved alias', 9],
  ])('is named with the line, for an alias %s', (_, value, message, line) => {
    expect(findingsIn(toExtra('It is so.', value))).toEqual([
      {
        file: extra,
        line,
        problem: expect.stringContaining(`The YAML cannot be read: ${message}`),
        remedy:
          'Mend the syntax; quote text that contains ": " or " #" or starts with "*", or use a ">-" block.',
      },
    ]);
  });

  it('is named with the line, as MDX', () => {
    const third = 'content/chapters/two/third';
    const head = `---\n${course[`${third}.yaml`]}lede: It ends.\n---\n`;
    const changes = { [`${third}.yaml`]: undefined, [`${third}.mdx`]: `${head}\nIf 1 <2.\n` };
    expect(findingsIn(changes)).toEqual([
      {
        file: `${third}.mdx`,
        line: 10,
        problem: expect.stringMatching(/^The MDX cannot be read: Unexpected character after `<`, /),
        remedy: 'Close the tag, or escape "<" and "{" in prose with a backslash.',
      },
    ]);
  });

  it('leaves no content where it is the course itself', () => {
    const { content, findings } = checkContent(toFiles({ 'content/course.yaml': 'title: [' }));
    expect(content).toBeUndefined();
    expect(findings).toMatchObject([{ file: 'content/course.yaml', line: 1 }]);
  });

  it('hides no other file, where it is the course itself', () => {
    const changes = { ...toExtra('pool:', 'swim: 1\npool:'), 'content/course.yaml': 'title: [' };
    expect(findingsIn(changes)).toMatchObject([
      { file: 'content/course.yaml', line: 1 },
      { file: extra, line: 1, problem: 'Unrecognized key: "swim"', remedy: schema },
    ]);
  });
});

describe('many faults', () => {
  const changes = {
    ...edit('content/glossary/webhook.yaml', 'topic: words', 'topic: nothing'),
    ...edit('content/diagrams/route.yaml', 'edge: ask', 'edge: nothing'),
    ...addToFirst('A webhook.\n\n<iframe src="//example.org" />'),
    ...toExtra('pool:', 'swim: 1\npool:'),
    'content/glossary/cache.yaml': edit(
      'content/glossary/cache.yaml',
      'A store of copies.',
      'word '.repeat(26),
    )['content/glossary/cache.yaml']?.replace('A place', 'Some place'),
  };

  it('are all found at once', () => {
    expect(findingsIn(changes)).toHaveLength(7);
  });

  it('are listed by file and line, whatever their order', () => {
    const findings = findingsIn(changes);
    const expected = `content/activities/second/extra.yaml:1
  Unrecognized key: "swim"
  → Correct the field; its schema in src/schemas/ says what it may hold.

content/chapters/one/first.mdx:23
  "webhook" is used here, and only a later chapter introduces it.
  → Mark its first use with <Term id="webhook">, or say it in other words.

content/chapters/one/first.mdx:25
  The chapter loads "//example.org" from outside the site.
  → Nothing may: draw a diagram, or put the file into public/ and load it from there.

content/diagrams/route.yaml:16
  The diagram has no "nothing".
  → Use one of "ask".

content/glossary/cache.yaml:4
  The definition has 26 words.
  → Say it in at most 25.

content/glossary/cache.yaml:10
  "courseDefinition" differs from the course description.
  → Copy the wording from content/course-description.md, letter by letter.

content/glossary/webhook.yaml:3
  There is no topic "nothing".
  → Use one of the ids under "topics" in content/course.yaml.`;
    expect(formatFindings(findings)).toBe(expected);
    expect(formatFindings(findings.toReversed())).toBe(expected);
  });
});
