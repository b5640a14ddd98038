import type { Changes } from './fixture.ts';

export const plan = 'content/company/documents/plan.md';
export const list = 'content/company/documents/list.yaml';

export const head = (kind: string, label: string, rest = '') => `kind: ${kind}
label: ${label}
title: A document
summary: What it says.
person: ada
date: 2026-01-12
version: '1'
status: accepted
chapters: [first]
${rest}`;

const item = (id: string, rest = '') => `  - id: ${id}
    title: A thing
    kind: feature
    outcome: It gets better.
    requested_by: ada
    estimate: { low: 1, likely: 2, high: 3 }
${rest}`;

/** A company of one person, a plan in prose with a planted flaw, and a list of two things. */
export const company: Changes = {
  'content/company/company.yaml': `name: Acme
about: It makes things.
people:
  - { id: ada, name: Ada, role: engineer, place: Accra, about: Builds. }
timeline:
  - { date: '2026-01', title: A plan, text: It begins., document: plan }
`,
  'content/company/facts.yaml': `- { id: people, meaning: people, value: 1 }
- { id: things, meaning: things, items: list }
`,
  [plan]: `---
${head(
  'rfc',
  'RFC-1',
  `flaws:
  - id: twice
    kind: contradiction
    at: '1.2'
    quote: It takes two days.
    against: { document: list, at: b-1, quote: It gets better. }
    explanation: One of them is wrong.
`,
)}---
## Why

A reason with [a thing](document:list#b-1) and {fact:people} person.

It takes **two**
days.
`,
  [list]: `${head('backlog', 'Backlog')}items:
${item('b-1')}${item('b-2', '    needs: [b-1]\n')}`,
};

/** The company with one text of one file changed. */
export const change = (file: string, from: string, to: string): Changes => {
  const text = company[file]!;
  if (!text.includes(from)) throw new Error(`${file} has no "${from}".`);
  return { ...company, [file]: text.replace(from, to) };
};

