import type { Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/load/read-content.ts';
import { formatFindings } from '../../src/lib/content/finding.ts';
import { countWords } from '../../src/lib/text/words.ts';
import { checkContent } from '../../src/lib/check/check.ts';
import { toCourse } from '../../src/lib/course/course.ts';
import { courseId } from '../../src/lib/progress/progress.ts';

const files = readContent(process.cwd());
const { content, findings } = checkContent(files);
const course = toCourse(content!, {});
const done = course.chapters.filter(({ status }) => status === 'done');
const choices = course.activities.filter((item) => item.type === 'choice');

const share = <Item>(items: readonly Item[], test: (item: Item) => boolean) =>
  items.filter(test).length / items.length;

it('the content holds together', () => {
  expect(formatFindings(findings)).toBe('');
});

describe('the course', () => {
  it('has the id under which progress is stored', () => {
    expect(course.id).toBe(courseId);
  });

  it('has every objective and topic of its description', () => {
    expect(course.objectives).toHaveLength(19);
    expect(course.topics).toHaveLength(12);
  });

  it('has a glossary entry for each concept of its description', () => {
    const section = content!.description.split('## Key Concepts and Definitions')[1] ?? '';
    const concepts = [...section.matchAll(/^\*\*(.+?):\*\* (.+)$/gm)];
    expect(concepts).toHaveLength(7);
    for (const [, name = '', definition] of concepts) {
      // As in "API (Application Programming Interface)".
      const [headword = ''] = name.split(' (');
      const entry = course.terms.find(({ courseDefinition }) => courseDefinition === definition);
      expect(entry?.term.toLowerCase(), name).toBe(headword.toLowerCase());
    }
  });
});

describe('written chapters', () => {
  it('are there', () => {
    expect(done.length).toBeGreaterThanOrEqual(3);
  });

  it.each(done.map((chapter) => [chapter.id, chapter] as const))('%s has its length', (_, chapter) => {
    expect(chapter.words).toBeGreaterThanOrEqual(2200);
    expect(chapter.words).toBeLessThanOrEqual(3000);
  });

  it.each(done.map(({ id, file }) => [id, file] as const))('%s has short sentences', (_, file) => {
    const sentences = sentencesOf(files.find(({ path }) => path === file)!.text);
    const words = sentences.reduce((sum, sentence) => sum + countWords(sentence), 0);
    expect(sentences.length).toBeGreaterThan(100);
    expect(words / sentences.length).toBeLessThanOrEqual(18);
  });

  it('give every objective they teach its evidence', () => {
    const taught = course.objectives.filter(({ evidence }) => evidence.taught.length > 0);
    expect(taught.map(({ id }) => id)).toEqual(
      expect.arrayContaining(done.flatMap(({ objectives }) => objectives)),
    );
    const lacking = taught.filter(
      ({ evidence }) => evidence.practiced.length === 0 || evidence.assessed.length === 0,
    );
    expect(lacking.map(({ id }) => id)).toEqual([]);
  });
});

describe('items', () => {
  it.each([
    ['list-valued-skills', 14],
    ['define-technical-terms', 14],
    ['learn-with-ai-tools', 12],
  ])('for %s are at least %i at its level', (id, least) => {
    const level = course.objectives.find((objective) => objective.id === id)?.level;
    const items = course.activities.filter(
      ({ objectives, bloom }) => objectives.includes(id) && bloom === level,
    );
    expect(items.length).toBeGreaterThanOrEqual(least);
  });

  it('give a reason for every option and entry', () => {
    const terse = course.activities.flatMap((item) => {
      const parts = item.type === 'choice' ? item.options : item.type === 'match' ? item.entries : [];
      return parts.filter(({ why }) => countWords(why) < 4).map(({ why }) => `${item.id}: ${why}`);
    });
    expect(terse).toEqual([]);
  });

  it('for practice have one to three hints', () => {
    const practice = course.activities.filter(({ role }) => role === 'practice');
    const odd = practice.filter(({ hints }) => hints.length < 1 || hints.length > 3);
    expect(practice.length).toBeGreaterThan(0);
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  it('do not give the right option away by its length', () => {
    const isLongest = ({ options }: (typeof choices)[number]) => {
      const [right = 0] = options.filter(({ correct }) => correct).map(({ text }) => text.length);
      return options.every(({ correct, text }) => correct || text.length < right);
    };
    expect(choices.length).toBeGreaterThan(0);
    expect(share(choices, isLongest)).toBeLessThanOrEqual(0.45);
  });

  it('do not give the right option away by its position', () => {
    for (const position of [0, 1, 2, 3, 4]) {
      const isHere = ({ options }: (typeof choices)[number]) => options[position]?.correct === true;
      expect(share(choices, isHere), `position ${position + 1}`).toBeLessThanOrEqual(0.5);
    }
  });
});

/** The sentences of a chapter's paragraphs and list items, without tables and code. */
function sentencesOf(text: string): string[] {
  const tree = mdxToMdast(text) as Root;
  const paragraphs: string[] = [];
  visit(tree, 'paragraph', (paragraph) => {
    let prose = '';
    visit(paragraph, 'text', ({ value }) => void (prose += value));
    if (!prose.startsWith('|')) paragraphs.push(prose);
  });
  return paragraphs
    .flatMap((prose) => prose.split(/[.!?](?:\s|$)/))
    .filter((sentence) => countWords(sentence) > 0);
}
