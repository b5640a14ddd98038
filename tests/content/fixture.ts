import type { ContentFile } from '../../src/lib/content/entry.ts';
import { checkContent } from '../../src/lib/check/check.ts';

/** Texts by path, from the project's root; `undefined` removes a file of the fixture. */
export type Changes = Record<string, string | undefined>;

const toActivity = (role: string, pool: string, type: string, rest: string) => `title: An item
role: ${role}
bloom: remember
objectives:
  - define-words
pool: ${pool}
prompt: What is it?
hints: [Look again.]
explanation: It is so.
type: ${type}
${rest}`;

const recall = `answer: A copy.
lookFor: [The word copy.]
`;

const toTerm = (term: string, related: string, rest = '') => `term: ${term}
aliases: [${term}s]
topic: words
definition: A store of copies.
why: ${'word '.repeat(60).trim()}
example: Four words stand here.
contrast: Four words stand here.
ask: Four words stand here?
related: [${related}]
${rest}`;

/** The written chapter. */
export const first = 'content/chapters/one/first.mdx';

/** A whole course of one written and two planned chapters, in which nothing is wrong. */
export const course: Readonly<Record<string, string>> = {
  'content/course-description.md': `# Course Title
A Small Course

## Target Audience
Product managers.

## Prerequisites
- Patience

## Main Topics Covered
- Words for products
- Numbers for products

## Topics Not Covered
- Everything else

## Learning Objectives

### Remember:
- Define the words

### Apply:
- Use the numbers

## Key Concepts and Definitions

**Cache:** A place for copies.

## Course Outcomes
- **Speak** with engineers
`,
  'content/course.yaml': `id: small-course
title: A Small Course
shortTitle: Small
tagline: Small and whole
description: A course for tests.
audience: Product managers.
prerequisites:
  - Patience
outcomes:
  - { claim: Speak, rest: with engineers }
topics:
  - { id: words, wording: Words for products }
  - { id: numbers, wording: Numbers for products }
topicsNotCovered:
  - Everything else
parts:
  - id: one
    title: One
    chapters:
      - first
  - id: two
    title: Two
    chapters:
      - second
      - third
reviewed: 2026-11-20
`,
  'content/objectives/define-words.yaml': `code: R1
level: remember
wording: Define the words
label: Words
topics: [words]
`,
  'content/objectives/use-numbers.yaml': `code: P1
level: apply
wording: Use the numbers
label: Numbers
topics:
  - numbers
`,
  [first]: `---
title: First
description: The first chapter.
lede: It begins.
objectives: [define-words]
topics: [words]
minutes: 30
terms: [cache, queue]
---

A <Term id="cache">cache</Term> keeps copies.<Cite id="standard" />

<Diagram id="route" />

A <Term id="queue">queue</Term> keeps jobs.

<Activity id="pick-one" />

<Activity id="sort-three" />

<Activity id="say-it" />
`,
  'content/chapters/two/second.yaml': `title: Second
description: The second chapter.
objectives:
  - use-numbers
topics: [numbers]
minutes: 30
prerequisites:
  - first
terms:
  - webhook
`,
  'content/chapters/two/third.yaml': `title: Third
description: The third chapter.
objectives: []
topics: [words]
minutes: 30
`,
  'content/glossary/cache.yaml': toTerm(
    'cache',
    'queue, webhook',
    'courseDefinition: A place for copies.\n',
  ),
  'content/glossary/queue.yaml': toTerm('queue', 'cache, webhook'),
  'content/glossary/webhook.yaml': toTerm('webhook', 'cache, queue'),
  'content/activities/first/pick-one.yaml': toActivity(
    'practice',
    'pick',
    'choice',
    `options:
  - { id: a, text: A copy, correct: true, why: It is one. }
  - { id: b, text: A job, why: That is work. }
  - { id: c, text: A box, why: That is wood. }
`,
  ),
  'content/activities/first/sort-three.yaml': toActivity(
    'practice',
    'sort',
    'match',
    `targets:
  - { id: here, text: Here }
  - { id: there, text: There }
entries:
  - id: a
    text: A copy
    target: here
    why: It is near.
    instead:
      there: That is far.
  - { id: b, text: A job, target: there, why: It is far. }
  - { id: c, text: A box, target: there, why: It is far. }
`,
  ),
  'content/activities/first/say-it.yaml': toActivity('practice', 'sort', 'recall', recall),
  'content/activities/first/assess-one.yaml': toActivity('assessment', 'pick', 'recall', recall),
  'content/activities/first/assess-two.yaml': toActivity('assessment', 'sort', 'recall', recall),
  'content/activities/first/assess-three.yaml': toActivity('assessment', 'sort', 'recall', recall),
  'content/diagrams/route.yaml': `title: A route
caption: One hop.
boundaries:
  - { id: frame, label: Frame }
nodes:
  - { id: app, kind: client, label: App, description: Asks. }
  - id: store
    kind: data
    label: Store
    description: Keeps.
    parent: frame
    term: cache
edges:
  - { id: ask, from: app, to: store, kind: sync, label: asks }
steps:
  - { edge: ask, title: It asks, text: The app asks. }
form: architecture
`,
  'content/sources.yaml': `- id: standard
  author: A body
  title: A standard
  date: "2022"
  url: https://example.org/standard
  accessed: "2026-11-20"
  checked: primary
`,
};

/** The fixture with changes, as the files that `checkContent` reads. */
export function toFiles(changes: Changes = {}): ContentFile[] {
  return Object.entries({ ...course, ...changes }).flatMap(([path, text]) =>
    text === undefined ? [] : [{ path, text }],
  );
}

/** What `checkContent` finds in the fixture with changes. */
export const findingsIn = (changes?: Changes) => checkContent(toFiles(changes)).findings;

/** The change that puts `to` in the place of `from`, once, in a file of the fixture. */
export function edit(path: string, from: string, to: string): Record<string, string> {
  const text = course[path] ?? '';
  if (text.split(from).length !== 2) throw new Error(`"${from}" is not exactly once in ${path}`);
  return { [path]: text.replace(from, () => to) };
}

/** The change that adds Markdown to the end of the written chapter; it starts on line 23. */
export const addToFirst = (body: string) => ({
  [first]: `${course[first]}\n${body}\n`,
});
