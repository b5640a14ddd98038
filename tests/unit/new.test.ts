import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { templates } from '../../src/cli/new/kinds.ts';
import { makers } from '../../src/cli/new/make.ts';
import type { Options } from '../../src/cli/new/make.ts';
import { parseContent } from '../../src/lib/content/content.ts';
import { checkContent } from '../../src/lib/check/check.ts';
import { readContent } from '../../src/load/read-content.ts';
import { course } from '../content/fixture.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'course-'));
  for (const [path, text] of Object.entries(course)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
});

afterEach(() => rmSync(root, { recursive: true }));

const make = (what: string, name: string, options: Options = {}) =>
  makers[what]!.make(root, name, options);

/** What the schemas say of the course once the file is there. */
const faults = () => parseContent(readContent(root)).findings;

/** What is still to be written in a file; nothing else is wrong with it, but what comes with its text and its place. */
function unfinished(file: string): string[] {
  const problems = checkContent(readContent(root))
    .findings.filter((finding) => finding.file === file)
    .map(({ problem }) => problem);
  const isTask = (problem: string) => problem.startsWith('Still to be written');
  const others = problems.filter((problem) => !isTask(problem));
  const toCome = /stands in no chapter|is never|No chapter introduces|The entry has \d+ words/;
  expect(others.filter((problem) => !toCome.test(problem))).toEqual([]);
  return problems.filter(isTask);
}

const item = { objective: 'define-words' };

it.each(Object.keys(templates))('a new item of the kind "%s" fits its schema', (type) => {
  const file = make('activity', 'first/new-one', { ...item, type });
  expect(faults()).toEqual([]);
  expect(unfinished(file).length).toBeGreaterThan(3);
});

it.each([
  ['chapter', 'two/fourth', { topics: 'words' }],
  ['diagram', 'new-one', {}],
  ['source', 'new-one', { url: 'https://example.org/new', date: '2026' }],
  ['term', 'new-one', { topic: 'words', related: 'cache,queue' }],
])('a new %s fits its schema', (what, name, options) => {
  const file = make(what, name, options);
  expect(faults()).toEqual([]);
  expect(unfinished(file).length).toBeGreaterThan(1);
});

it('a new chapter has its place at the end of its part', () => {
  make('chapter', 'two/fourth', { topics: 'words' });
  const { content } = parseContent(readContent(root));
  expect(content!.course.data.parts[1]!.chapters).toEqual(['second', 'third', 'fourth']);
});

it.each([
  ['activity', 'first/pick-one', { ...item, type: 'choice' }, '"pick-one" is there already.'],
  ['activity', 'none/new', { ...item, type: 'choice' }, 'There is no chapter "none".'],
  ['activity', 'first/new', { ...item, type: 'none' }, 'There is no kind "none"'],
  ['activity', 'first/new', { objective: 'none', type: 'choice' }, 'There is no objective "none".'],
  ['activity', 'first/new', item, '"--type" is missing.'],
  ['activity', 'first/new', { ...item, type: 'choice', role: 'none' }, '"role": Invalid option'],
  ['chapter', 'none/new', { topics: 'words' }, 'There is no part "none".'],
  ['chapter', 'two/first', { topics: 'words' }, '"first" is there already.'],
  ['source', 'standard', {}, '"standard" is there already.'],
  ['source', 'new', { url: 'example.org', date: '2026' }, '"url": Invalid URL.'],
  ['term', 'New', { topic: 'words', related: 'cache,queue' }, '"New" is no id'],
])('refuses %s %s', (what, name, options, said) => {
  expect(() => make(what, name, options)).toThrow(said);
});
